//! Constructors for errors.

use std::error::Error as StdError;

use crate::DecodeError;
use crate::runtime::model::text_of_field;
use crate::runtime::response::RawResponse;
use crate::runtime::wire::PathError;

use super::body::api_error;
use super::{Error, ErrorKind, Inner};

impl Error {
    /// A setting of the client is invalid.
    pub(crate) fn setup(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Setup, message.into())
    }

    /// The operating system does not provide random numbers.
    pub(crate) fn no_randomness(error: getrandom::Error) -> Self {
        Self::setup("the operating system does not provide random numbers for an idempotency key")
            .with_source(error)
    }

    /// A parameter or an option of the request is invalid.
    pub(crate) fn parameter(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Parameter, message.into())
    }

    /// A parameter cannot be part of the path.
    pub(crate) fn path(error: PathError) -> Self {
        Self::parameter(error.to_string()).with_source(error)
    }

    /// The response is not a success.
    pub(crate) fn refused(mut raw: RawResponse) -> Self {
        raw.body.drop_bytes();
        let Some(api_error) = api_error(raw.body.as_str()) else {
            let message = match raw.header("location") {
                Some(url) => format!(
                    "redirected to {}, which is not followed",
                    url.split(['?', '#']).next().unwrap_or_default()
                ),
                None => "not a response of Stripe's API".to_owned(),
            };
            return Self::unusable(raw, message);
        };
        let text = |name| text_of_field(&api_error, name);
        let kind = ErrorKind::of(raw.status, text("type").as_deref().unwrap_or_default());
        let message = text("message").unwrap_or_else(|| "Stripe sent no message".to_owned());
        let mut made = Self::new(kind, message);
        made.0.raw = Some(raw);
        made.0.api_error = Some(api_error);
        made
    }

    /// The response is not one of Stripe's API.
    pub(crate) fn unusable(mut raw: RawResponse, message: impl Into<String>) -> Self {
        raw.body.drop_bytes();
        let mut made = Self::new(ErrorKind::UnexpectedResponse, message.into());
        made.0.raw = Some(raw);
        made
    }

    /// The body of a successful response does not match the type.
    pub(crate) fn undecodable(error: DecodeError, raw: RawResponse) -> Self {
        let mut made = if error.is_syntax() {
            Self::unusable(
                raw,
                format!("not a response of Stripe's API: {}", error.problem()),
            )
        } else {
            let mut made = Self::new(ErrorKind::Decode, error.to_string());
            made.0.raw = Some(raw);
            made
        };
        made.0.attempts = made.0.raw.as_ref().map_or(0, |raw| raw.attempts);
        made.with_source(error)
    }

    /// Sets the number of attempts.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(super) fn new(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            raw: None,
            api_error: None,
            attempts: 0,
            connecting: false,
            #[cfg(feature = "client")]
            permanent: false,
            source: None,
        }))
    }

    pub(super) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }
}
