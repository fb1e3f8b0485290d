//! Errors of requests.

mod body;
mod carried_out;
#[cfg(feature = "client")]
mod connection;
mod kind;
mod make;
mod predicates;
mod print;

use std::error::Error as StdError;
use std::time::Duration;

use http::HeaderMap;

use crate::runtime::response::{RawResponse, Sent};
use crate::shared::{ApiErrors, ApiErrorsCode};

pub use kind::ErrorKind;

/// An error of a request.
///
/// The message is a single line with the details that are needed to fix it:
///
/// ```text
/// No such customer: 'cus_x' (404 invalid_request_error resource_missing, param id, request req_1)
/// cannot connect to 127.0.0.1:8420: Connection refused (os error 111) (3 attempts)
/// customer.address.city: expected a string, found 7 (200, request req_2)
/// ```
///
/// [`kind`](Self::kind) and the predicates distinguish the cases, [`api_error`](Self::api_error) has the details from
/// Stripe, [`request_id`](Self::request_id) identifies the request for Stripe's support, and
/// [`was_carried_out`](Self::was_carried_out) returns whether a request that writes had an effect. Neither `Display` nor `Debug`
/// shows the key, the parameters of the request or the body of the response.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::RetrieveCustomer;
///
/// match RetrieveCustomer::new("cus_NffrFeUfNV2Hib").send(&client).await {
///     Ok(customer) => println!("{customer:?}"),
///     Err(error) if error.status() == Some(404) => println!("no such customer"),
///     Err(error) if error.is_connection() => println!("try again later: {error}"),
///     Err(error) => return Err(error.into()),
/// }
/// # }}
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    /// The message, without the details that `Display` adds.
    message: String,
    /// The response, if any. It may be incomplete.
    raw: Option<RawResponse>,
    api_error: Option<ApiErrors>,
    sent: Sent,
    /// Whether the attempt failed before there was a connection.
    connecting: bool,
    /// Whether a retry would fail in the same way.
    permanent: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// Returns the category of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the HTTP status of the response, if there is one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.raw().map(|raw| raw.status)
    }

    /// Returns Stripe's id of the request (`req_…`), if there is a response.
    ///
    /// It identifies the request in the dashboard and for Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw()?.request_id()
    }

    /// Returns the error object of the response: its type, code, message, parameter and more.
    ///
    /// `None` if there is no response, or if it has no error object.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiErrors> {
        self.0.api_error.as_ref()
    }

    /// Returns the error code, if the response has one. Programs should use it to decide how to handle the error.
    ///
    /// See <https://docs.stripe.com/error-codes>.
    #[must_use]
    pub fn code(&self) -> Option<&ApiErrorsCode> {
        self.api_error()?.code.as_ref()
    }

    /// Returns the parameter that caused the error, if the response names one: `address[country]`.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        self.api_error()?.param.as_deref()
    }

    /// Returns the reason why the issuer declined a card, if the response has one: `insufficient_funds`.
    ///
    /// See <https://docs.stripe.com/declines/codes>.
    #[must_use]
    pub fn decline_code(&self) -> Option<&str> {
        self.api_error()?.decline_code.as_deref()
    }

    /// Returns how long to wait before the next request, in whole seconds, if Stripe requests it with the header
    /// `Retry-After`. Most responses with status 429 have it.
    ///
    /// The client already waits this long before its retries, for at most a minute.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.raw()?.retry_after()
    }

    /// Returns the headers of the response, if there is one.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.raw().map(|raw| &raw.headers)
    }

    /// Returns the body of the response, if there is one. It may be incomplete.
    ///
    /// It may contain personal data. Bytes that are not UTF-8 are replaced with U+FFFD, and with `?` if there are many.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.raw().map(|raw| raw.body.as_str())
    }

    /// Returns the number of attempts to send the request, which is 0 if it was invalid.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.sent.attempts
    }

    pub(crate) fn raw(&self) -> Option<&RawResponse> {
        self.0.raw.as_ref()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.source {
            Some(source) => Some(source.as_ref()),
            None => None,
        }
    }
}
