//! How errors come about.

use std::error::Error as StdError;

use crate::DecodeError;
use crate::runtime::model::text_of_field;
use crate::runtime::response::Reply;
use crate::runtime::wire::PathError;

use super::body::api_error;
use super::{Error, ErrorKind, Inner};

impl Error {
    /// A setting of the client is wrong.
    pub(crate) fn setup(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Setup, message.into())
    }

    /// The operating system has no random numbers to give.
    pub(crate) fn no_randomness(error: getrandom::Error) -> Self {
        Self::setup("the operating system gives no random numbers for an idempotency key")
            .because(error)
    }

    /// A parameter or an option of the request can't be sent.
    pub(crate) fn parameter(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Parameter, message.into())
    }

    /// A parameter can't stand in the path.
    pub(crate) fn path(error: PathError) -> Self {
        Self::parameter(error.to_string()).because(error)
    }

    /// Stripe, or what stands in its place, answered with something else than success.
    pub(crate) fn refused(reply: Reply) -> Self {
        let Some(api_error) = api_error(reply.body.as_str()) else {
            let message = match reply.header("location") {
                Some(place) => format!(
                    "redirected to {}, which is not followed",
                    place.split(['?', '#']).next().unwrap_or_default()
                ),
                None => "not an answer of Stripe's API".to_owned(),
            };
            return Self::unusable(reply, message);
        };
        let text = |name| text_of_field(&api_error, name);
        let kind = ErrorKind::of(reply.status, text("type").as_deref().unwrap_or_default());
        let message = text("message").unwrap_or_else(|| "Stripe gives no reason".to_owned());
        let mut made = Self::new(kind, message);
        made.0.reply = Some(reply);
        made.0.api_error = Some(api_error);
        made
    }

    /// What came is no answer of Stripe's API.
    pub(crate) fn unusable(reply: Reply, message: impl Into<String>) -> Self {
        let mut made = Self::new(ErrorKind::UnexpectedResponse, message.into());
        made.0.reply = Some(reply);
        made
    }

    /// The body of a success is not what was asked for.
    pub(crate) fn undecodable(error: DecodeError, reply: Reply) -> Self {
        let mut made = if error.is_syntax() {
            Self::unusable(
                reply,
                format!("not an answer of Stripe's API: {}", error.problem()),
            )
        } else {
            let mut made = Self::new(ErrorKind::Decode, error.to_string());
            made.0.reply = Some(reply);
            made
        };
        made.0.attempts = made.0.reply.as_ref().map_or(0, |reply| reply.attempts);
        made.because(error)
    }

    /// The same error, after so many attempts.
    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(super) fn new(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            reply: None,
            api_error: None,
            attempts: 0,
            connecting: false,
            hopeless: false,
            source: None,
        }))
    }

    pub(super) fn because(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }
}
