//! Categories of errors.

/// The category of an [`Error`](crate::Error), returned by [`Error::kind`](crate::Error::kind).
///
/// [`Error`](crate::Error) has a predicate for each category, such as [`is_card`](crate::Error::is_card).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot be created or used: the key, the address or another setting is invalid, or there is no runtime.
    /// Nothing was sent.
    Setup,
    /// A parameter or an option of the request is invalid, such as an empty id. Nothing was sent.
    Parameter,
    /// There is no complete response, because of the network, the address or the certificate of the server.
    Connection,
    /// There is no complete response within the timeout.
    Timeout,
    /// Stripe rejected the request. The message and the parameter give the reason.
    InvalidRequest,
    /// The key is unknown to Stripe.
    Authentication,
    /// The card was declined or is invalid. The customer has to act.
    Card,
    /// The key does not have the required permissions.
    Permission,
    /// There are too many requests.
    RateLimit,
    /// The idempotency key has been used for a different request.
    Idempotency,
    /// There is an error on Stripe's servers, or a conflict with another request.
    Api,
    /// The response is not one of Stripe's API, but for example an HTML page of a proxy, a redirect, empty, or JSON without the
    /// requested object.
    UnexpectedResponse,
    /// The response is JSON, but does not match the type.
    Decode,
}

impl ErrorKind {
    /// The kind of an error response with this status and type.
    pub(super) fn of(status: u16, type_: &str) -> Self {
        match (status, type_) {
            (_, "idempotency_error") => Self::Idempotency,
            (300..=399, _) => Self::UnexpectedResponse,
            (401, _) => Self::Authentication,
            (402, _) | (_, "card_error") => Self::Card,
            (403, _) => Self::Permission,
            (429, _) => Self::RateLimit,
            (409 | 500.., _) | (_, "api_error") => Self::Api,
            _ => Self::InvalidRequest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ErrorKind::{self, *};

    #[test]
    fn status_and_type_determine_the_kind() {
        for (status, type_, kind) in [
            (400, "invalid_request_error", InvalidRequest),
            (404, "invalid_request_error", InvalidRequest),
            (405, "invalid_request_error", InvalidRequest),
            (400, "a_type_of_tomorrow", InvalidRequest),
            (400, "idempotency_error", Idempotency),
            (409, "idempotency_error", Idempotency),
            (401, "invalid_request_error", Authentication),
            (402, "card_error", Card),
            (402, "invalid_request_error", Card),
            (400, "card_error", Card),
            (403, "invalid_request_error", Permission),
            (429, "invalid_request_error", RateLimit),
            (409, "invalid_request_error", Api),
            (500, "api_error", Api),
            (503, "", Api),
            (400, "api_error", Api),
            (302, "invalid_request_error", UnexpectedResponse),
        ] {
            assert_eq!(ErrorKind::of(status, type_), kind, "{status} {type_}");
        }
    }
}
