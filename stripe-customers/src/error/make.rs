//! How errors come about.

use std::error::Error as StdError;
use std::time::Duration;

use crate::DecodeError;
use crate::model::text_of_field;
use crate::response::Reply;
use crate::wire::PathError;

use super::body::api_error;
use super::{Error, ErrorKind, Inner};

impl Error {
    /// A setting of the client is wrong.
    pub(crate) fn setup(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Setup, message.into())
    }

    /// The HTTP client could not be made.
    pub(crate) fn no_http_client(error: reqwest::Error) -> Self {
        let message = format!("the HTTP client can't be made: {}", root(&error));
        Self::setup(message).because(error)
    }

    /// The operating system has no random numbers to give.
    pub(crate) fn no_randomness(error: getrandom::Error) -> Self {
        Self::setup("the operating system gives no random numbers for an idempotency key")
            .because(error)
    }

    /// A parameter can't stand in the path.
    pub(crate) fn parameter(error: PathError) -> Self {
        Self::new(ErrorKind::Parameter, error.to_string()).because(error)
    }

    /// No answer came from `host`, or no more than `reply`.
    pub(crate) fn no_answer(
        error: reqwest::Error,
        host: &str,
        timeout: Duration,
        reply: Option<Reply>,
    ) -> Self {
        // The URL has ids in it, and the host is said already.
        let error = error.without_url();
        let connecting = error.is_connect();
        let (kind, message) = if error.is_timeout() {
            let message = if connecting {
                format!("cannot connect to {host}: it does not respond in time")
            } else {
                format!("no whole answer from {host} within {timeout:?}")
            };
            (ErrorKind::Timeout, message)
        } else if connecting {
            let message = format!("cannot connect to {host}: {}", root(&error));
            (ErrorKind::Connection, message)
        } else {
            let message = format!("the connection to {host} failed: {}", root(&error));
            (ErrorKind::Connection, message)
        };
        let mut made = Self::new(kind, message);
        made.0.connecting = connecting;
        made.0.hopeless = is_hopeless(&error);
        made.0.reply = reply;
        made.because(error)
    }

    /// Stripe, or what stands in its place, answered with something else than success.
    pub(crate) fn refused(reply: Reply) -> Self {
        let Some(api_error) = api_error(&reply.body) else {
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

    fn new(kind: ErrorKind, message: String) -> Self {
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

    fn because(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }
}

/// What `error` comes down to.
fn root(error: &dyn StdError) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

/// Whether the same request would fail the same way: a certificate that does not verify, a server that
/// does not speak TLS, a proxy that does not let through.
///
/// All of these end the attempt to connect, and are not for want of a network. The network fails with an I/O
/// error, which is somewhere in the chain; rustls reports its own errors as I/O errors too, but all of
/// one kind.
fn is_hopeless(error: &reqwest::Error) -> bool {
    if error.is_builder() || error.is_redirect() {
        return true;
    }
    if error.is_timeout() || !error.is_connect() {
        return false;
    }
    let mut of_network = false;
    let mut next: Option<&(dyn StdError + 'static)> = error.source();
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<std::io::Error>() {
            if innermost_kind(error) == std::io::ErrorKind::InvalidData {
                return true;
            }
            of_network = true;
        }
        next = error.source();
    }
    !of_network
}

/// The kind of the I/O error inside of the I/O errors around it, which `source` passes over.
fn innermost_kind(error: &std::io::Error) -> std::io::ErrorKind {
    let mut innermost = error;
    while let Some(inner) = innermost.get_ref().and_then(|inner| inner.downcast_ref()) {
        innermost = inner;
    }
    innermost.kind()
}
