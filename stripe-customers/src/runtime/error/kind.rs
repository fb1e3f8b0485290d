//! Kinds of errors.

/// What kind of error it is: who has to do something about it.
///
/// From [`Error::kind`](crate::Error::kind). The predicates of [`Error`](crate::Error), such as
/// [`is_card`](crate::Error::is_card), ask for one kind each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client can't be made, or not be used here: the key, the address or another setting is wrong, or there is no runtime.
    /// Nothing was sent.
    Setup,
    /// A parameter or an option of the request can't be sent, such as an empty id. Nothing was sent.
    Parameter,
    /// No answer came, or half of one: the network, the address, or the certificate of the server.
    Connection,
    /// No answer came, or half of one, in the time that there was for it.
    Timeout,
    /// Stripe refuses the request as it is: the message and the parameter say why.
    InvalidRequest,
    /// Stripe does not know the key.
    Authentication,
    /// The card was declined, or something else is wrong with it: a matter for the customer.
    Card,
    /// The key is not allowed to do this.
    Permission,
    /// Too many requests at a time.
    RateLimit,
    /// The idempotency key was used before, for another request.
    Idempotency,
    /// Something went wrong at Stripe, or two requests got into each other's way.
    Api,
    /// What came is no answer of Stripe's API: a proxy's page, a redirect, nothing at all.
    UnexpectedResponse,
    /// The answer is JSON, but does not fit the type.
    Decode,
}

impl ErrorKind {
    /// The kind of an error that Stripe answers with `status` and an error object of the type `type_`.
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
    fn status_and_type_make_the_kind() {
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
