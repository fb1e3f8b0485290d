//! One question per kind of error.

use super::{Error, ErrorKind};

impl Error {
    /// Whether a setting of the client is wrong, such as the key, or it can't be used here. Nothing was sent.
    #[must_use]
    pub fn is_setup(&self) -> bool {
        self.kind() == ErrorKind::Setup
    }

    /// Whether a parameter or an option of the request can't be sent, such as an empty id. Nothing was sent.
    #[must_use]
    pub fn is_parameter(&self) -> bool {
        self.kind() == ErrorKind::Parameter
    }

    /// Whether no answer came, or half of one, for whatever reason; so also if [`is_timeout`](Self::is_timeout).
    ///
    /// A request that writes may have been carried out all the same, unless [`is_connect`](Self::is_connect).
    #[must_use]
    pub fn is_connection(&self) -> bool {
        matches!(self.kind(), ErrorKind::Connection | ErrorKind::Timeout)
    }

    /// Whether no answer came, or half of one, in the time that there was for it.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether in the last attempt no connection came about: refused, no such host, no network, a
    /// certificate that does not verify.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.connecting
    }

    /// Whether Stripe refuses the request as it is: an unknown parameter, an id that there is not.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
    }

    /// Whether Stripe does not know the key.
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.kind() == ErrorKind::Authentication
    }

    /// Whether the card was declined, or something else is wrong with it.
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.kind() == ErrorKind::Card
    }

    /// Whether the key is not allowed to do this.
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.kind() == ErrorKind::Permission
    }

    /// Whether there are too many requests at a time.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
    }

    /// Whether the idempotency key was used before, for another request.
    #[must_use]
    pub fn is_idempotency(&self) -> bool {
        self.kind() == ErrorKind::Idempotency
    }

    /// Whether something went wrong at Stripe, or two requests got into each other's way.
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.kind() == ErrorKind::Api
    }

    /// Whether what came is no answer of Stripe's API.
    #[must_use]
    pub fn is_unexpected_response(&self) -> bool {
        self.kind() == ErrorKind::UnexpectedResponse
    }

    /// Whether the answer is JSON, but does not fit the type.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }
}
