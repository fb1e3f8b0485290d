//! Predicates for the categories of errors.

use crate::runtime::model::{Decode, text_of_field};

use super::{Error, ErrorKind};

impl Error {
    /// Returns whether a setting of the client is invalid, such as the key, or the client cannot be used here. Nothing was
    /// sent.
    #[must_use]
    pub fn is_setup(&self) -> bool {
        self.kind() == ErrorKind::Setup
    }

    /// Returns whether a parameter or an option of the request is invalid, such as an empty id. Nothing was sent.
    #[must_use]
    pub fn is_parameter(&self) -> bool {
        self.kind() == ErrorKind::Parameter
    }

    /// Returns whether there is no complete response, for any reason including a timeout.
    ///
    /// Stripe may have executed the request nevertheless: see [`was_carried_out`](Self::was_carried_out).
    #[must_use]
    pub fn is_connection(&self) -> bool {
        matches!(self.kind(), ErrorKind::Connection | ErrorKind::Timeout)
    }

    /// Returns whether there is no complete response within the timeout.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Returns whether the last attempt failed to connect: connection refused, unknown host, no network, invalid
    /// certificate.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.connecting
    }

    /// Returns whether Stripe rejected the request, for example because of an unknown parameter or id.
    #[must_use]
    pub fn is_invalid_request(&self) -> bool {
        self.kind() == ErrorKind::InvalidRequest
    }

    /// Returns whether Stripe does not have an object with an id of the request: it is unknown, was deleted, or belongs to another
    /// account or mode. The status is 404, or the code is `resource_missing`.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        let is_missing = |error: &dyn Decode| {
            text_of_field(error, "code").is_some_and(|it| it == "resource_missing")
        };
        self.is_invalid_request()
            && (self.status() == Some(404) || self.api_error().is_some_and(|it| is_missing(it)))
    }

    /// Returns whether the key is unknown to Stripe.
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.kind() == ErrorKind::Authentication
    }

    /// Returns whether the card was declined or is invalid.
    #[must_use]
    pub fn is_card(&self) -> bool {
        self.kind() == ErrorKind::Card
    }

    /// Returns whether the key does not have the required permissions.
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.kind() == ErrorKind::Permission
    }

    /// Returns whether there are too many requests.
    #[must_use]
    pub fn is_rate_limit(&self) -> bool {
        self.kind() == ErrorKind::RateLimit
    }

    /// Returns whether the idempotency key has been used for a different request.
    #[must_use]
    pub fn is_idempotency(&self) -> bool {
        self.kind() == ErrorKind::Idempotency
    }

    /// Returns whether there is an error on Stripe's servers, or a conflict with another request.
    #[must_use]
    pub fn is_api(&self) -> bool {
        self.kind() == ErrorKind::Api
    }

    /// Returns whether the response is not one of Stripe's API.
    #[must_use]
    pub fn is_unexpected_response(&self) -> bool {
        self.kind() == ErrorKind::UnexpectedResponse
    }

    /// Returns whether the response is JSON, but does not match the type.
    #[must_use]
    pub fn is_decode(&self) -> bool {
        self.kind() == ErrorKind::Decode
    }
}
