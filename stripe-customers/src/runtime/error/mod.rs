//! What can go wrong with a request.

mod body;
#[cfg(feature = "client")]
mod connection;
mod kind;
mod make;
mod predicates;
mod print;

use std::error::Error as StdError;
use std::time::Duration;

use http::HeaderMap;

use crate::runtime::response::Reply;
use crate::shared::{ApiErrors, ApiErrorsCode};

pub use kind::ErrorKind;

/// Why a request did not end in the value that was asked for.
///
/// The message is one line that says what to do about it:
///
/// ```text
/// No such customer: 'cus_x' (404 invalid_request_error resource_missing, param id, request req_1)
/// cannot connect to 127.0.0.1:8420: Connection refused (os error 111) (3 attempts)
/// customer.address.city: expected a string, found 7 (200, request req_2)
/// ```
///
/// [`kind`](Self::kind) and the predicates tell the cases apart, [`api_error`](Self::api_error) has what
/// Stripe says of it, and [`request_id`](Self::request_id) is what Stripe's support asks for. Neither
/// `Display` nor `Debug` shows the key, the parameters of the request, or the body of the answer.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # fn main() {
/// # stripe::run(async |client| {
/// use stripe_customers::RetrieveCustomer;
///
/// match RetrieveCustomer::new("cus_NffrFeUfNV2Hib").send(&client).await {
///     Ok(customer) => println!("{customer:?}"),
///     Err(error) if error.status() == Some(404) => println!("no such customer"),
///     Err(error) if error.is_connection() => println!("try again later: {error}"),
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # });
/// # }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    /// What went wrong, without the facts that `Display` adds.
    message: String,
    /// What came, if something did; cut off where the connection was.
    reply: Option<Reply>,
    api_error: Option<ApiErrors>,
    attempts: u32,
    /// Whether it went wrong before there was a connection.
    connecting: bool,
    /// Whether the same request would fail in the same way.
    #[cfg_attr(not(feature = "client"), allow(dead_code))]
    hopeless: bool,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status of the answer, if one came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.reply().map(|reply| reply.status)
    }

    /// The id by which Stripe knows the request (`req_…`), if an answer came that has one.
    ///
    /// It finds the request in the dashboard, and is what to tell Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.reply()?.request_id()
    }

    /// What Stripe says of the error: its type, code, message, the parameter that it is about, and more.
    ///
    /// `None` if no answer came, or one that says nothing.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiErrors> {
        self.0.api_error.as_ref()
    }

    /// The machine-readable reason, if Stripe gives one: what to decide by in a program.
    ///
    /// See <https://docs.stripe.com/error-codes>.
    #[must_use]
    pub fn code(&self) -> Option<&ApiErrorsCode> {
        self.api_error()?.code.as_ref()
    }

    /// The parameter that the error is about, if Stripe names one, as it goes over the wire: `address[country]`.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        self.api_error()?.param.as_deref()
    }

    /// Why the issuer of a card declined it, if one did and says why: `insufficient_funds`.
    ///
    /// See <https://docs.stripe.com/declines/codes>.
    #[must_use]
    pub fn decline_code(&self) -> Option<&str> {
        self.api_error()?.decline_code.as_deref()
    }

    /// How long to wait before the next request, if Stripe says that: in whole seconds, with most answers that there are too
    /// many requests (429).
    ///
    /// The client has waited for it already before each of its own attempts, up to a minute.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.reply()?.retry_after()
    }

    /// The headers of the answer, if an answer came.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.reply().map(|reply| &reply.headers)
    }

    /// The body of the answer as it came, if an answer came: as much of it as did.
    ///
    /// It may hold personal data of a customer. Bytes that are not UTF-8 are replaced by U+FFFD.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.reply().map(|reply| reply.body.as_str())
    }

    /// How often the request was sent, or was tried to be: 0 if it was wrong before that.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    pub(crate) fn reply(&self) -> Option<&Reply> {
        self.0.reply.as_ref()
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
