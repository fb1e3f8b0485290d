//! Constructors for errors.

use std::error::Error as StdError;

use crate::DecodeError;
use crate::runtime::json::Decoder;
use crate::runtime::model::text_of_field;
use crate::runtime::response::{RawResponse, Sent};
use crate::runtime::wire::ParameterError;
use crate::shared::ApiErrors;

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

    /// A parameter cannot be sent.
    pub(crate) fn unsendable(error: ParameterError) -> Self {
        Self::parameter(error.to_string()).with_source(error)
    }

    /// The response is not a success.
    pub(crate) fn refused(mut raw: RawResponse) -> Self {
        raw.body.drop_bytes();
        let Some(api_error) = api_error(raw.body.as_str()) else {
            let message = match raw.header("location") {
                Some(url) => {
                    let url = without_secrets(url);
                    format!("redirected to {url}, which is not followed")
                }
                None => "not a response of Stripe's API".to_owned(),
            };
            return Self::unusable(raw, message);
        };
        let type_ = text_of_field(&api_error, "type").unwrap_or_default();
        let kind = ErrorKind::of(raw.status, &type_);
        Self::of_stripe(kind, api_error, raw)
    }

    /// The response has an error object.
    fn of_stripe(kind: ErrorKind, api_error: ApiErrors, raw: RawResponse) -> Self {
        let message = text_of_field(&api_error, "message").filter(|text| !text.trim().is_empty());
        let message = message.unwrap_or_else(|| "Stripe sent no message".to_owned());
        let mut made = Self::new(kind, message).with_raw(Some(raw));
        made.0.api_error = Some(api_error);
        made
    }

    /// The response is not one of Stripe's API.
    pub(crate) fn unusable(mut raw: RawResponse, message: impl Into<String>) -> Self {
        raw.body.drop_bytes();
        Self::new(ErrorKind::UnexpectedResponse, message.into()).with_raw(Some(raw))
    }

    /// The HTTP client followed a redirect. A retry would, too.
    #[cfg(feature = "client")]
    pub(crate) fn redirected(raw: RawResponse) -> Self {
        let message = "the HTTP client followed a redirect: disable redirects";
        let mut made = Self::unusable(raw, message);
        made.0.permanent = true;
        made
    }

    /// The body of a successful response does not match the type.
    pub(crate) fn undecodable(error: DecodeError, raw: RawResponse) -> Self {
        let body = raw.body.as_str();
        let of_stripe = !error.is_syntax() && !error.is_other_object() && is_object_of_stripe(body);
        let made = if of_stripe {
            Self::mismatch(&error, Some(raw))
        } else if let Some(api_error) = api_error(body) {
            Self::of_stripe(ErrorKind::UnexpectedResponse, api_error, raw)
        } else {
            let problem = match error.is_syntax() {
                true => error.problem(),
                false => error.to_string(),
            };
            Self::unusable(raw, format!("not a response of Stripe's API: {problem}"))
        };
        made.with_source(error)
    }

    /// An object of a response does not match its type.
    fn mismatch(error: &DecodeError, raw: Option<RawResponse>) -> Self {
        Self::new(ErrorKind::Decode, error.to_string()).with_raw(raw)
    }

    /// An object of a page does not match its type. There is no response for a list that is part of an object.
    #[cfg(feature = "client")]
    pub(crate) fn element(error: DecodeError, raw: Option<RawResponse>) -> Self {
        Self::mismatch(&error, raw).with_source(error)
    }

    /// A page is not part of a sequence of pages.
    #[cfg(feature = "client")]
    pub(crate) fn page(problem: impl Into<String>, raw: Option<RawResponse>) -> Self {
        Self::new(ErrorKind::UnexpectedResponse, problem.into()).with_raw(raw)
    }

    /// Adds the response, which knows how the request was sent.
    pub(super) fn with_raw(mut self, raw: Option<RawResponse>) -> Self {
        if let Some(raw) = &raw {
            self.0.sent = raw.sent.clone();
        }
        self.0.raw = raw;
        self
    }

    /// Sets how the request was sent.
    pub(crate) fn after(mut self, sent: Sent) -> Self {
        self.0.sent = sent;
        self
    }

    pub(super) fn new(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            raw: None,
            api_error: None,
            sent: Sent::new(0),
            connecting: false,
            permanent: false,
            source: None,
        }))
    }

    pub(super) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }
}

/// Returns whether `body` is an object with a member `object`, as far as it can be read.
fn is_object_of_stripe(body: &str) -> bool {
    body.trim_start().starts_with('{')
        && !matches!(Decoder::new(body, || "").look_ahead("object"), Ok(None))
}

/// Returns a URL without user name, password, query and fragment.
fn without_secrets(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    // Parsers of URLs accept backslashes.
    let url = url.replace('\\', "/");
    let Some((scheme, rest)) = url.split_once("//") else {
        return url;
    };
    let end = rest.find('/').unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or_default();
    format!("{scheme}//{host}{path}")
}
