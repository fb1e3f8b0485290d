//! Predicates for the categories of errors.

use crate::runtime::model::{Decode, text_of_field};

use super::{Error, ErrorKind};

/// Defines a predicate for each row: the name, and the kinds of the error.
macro_rules! predicates {
    ($($(#[$docs:meta])* $name:ident: $($kind:ident)|+;)*) => {
        impl Error {
            $(
                $(#[$docs])*
                #[must_use]
                pub fn $name(&self) -> bool {
                    matches!(self.kind(), $(ErrorKind::$kind)|+)
                }
            )*
        }
    };
}

predicates! {
    /// Returns whether a setting of the client is invalid, such as the key, or the client cannot be used here. Nothing was
    /// sent.
    is_setup: Setup;
    /// Returns whether a parameter or an option of the request is invalid, such as an empty id. Nothing was sent.
    is_parameter: Parameter;
    /// Returns whether there is no complete response, for any reason including a timeout.
    ///
    /// Stripe may have executed the request nevertheless: see [`was_carried_out`](Self::was_carried_out).
    is_connection: Connection | Timeout;
    /// Returns whether there is no complete response within the timeout.
    is_timeout: Timeout;
    /// Returns whether Stripe rejected the request, for example because of an unknown parameter or id.
    is_invalid_request: InvalidRequest;
    /// Returns whether the key is unknown to Stripe.
    is_authentication: Authentication;
    /// Returns whether the card was declined or is invalid.
    is_card: Card;
    /// Returns whether the key does not have the required permissions.
    is_permission: Permission;
    /// Returns whether there are too many requests.
    is_rate_limit: RateLimit;
    /// Returns whether the idempotency key has been used for a different request.
    is_idempotency: Idempotency;
    /// Returns whether there is an error on Stripe's servers, or a conflict with another request.
    is_api: Api;
    /// Returns whether the response is not one of Stripe's API.
    is_unexpected_response: UnexpectedResponse;
    /// Returns whether the response is JSON, but does not match the type.
    is_decode: Decode;
}

impl Error {
    /// Returns whether the last attempt failed to connect: connection refused, unknown host, no network, invalid
    /// certificate.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.connecting
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
}
