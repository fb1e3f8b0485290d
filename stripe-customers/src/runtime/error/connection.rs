//! How errors of the connection come about.

use std::error::Error as StdError;
use std::time::Duration;

use crate::runtime::response::Reply;

use super::{Error, ErrorKind};

impl Error {
    /// The HTTP client could not be made.
    pub(crate) fn no_http_client(error: reqwest::Error) -> Self {
        let message = format!("the HTTP client can't be made: {}", root(&error));
        Self::setup(message).because(error)
    }

    /// There is no thread for blocking calls.
    #[cfg(feature = "blocking")]
    pub(crate) fn no_background(error: std::io::Error) -> Self {
        let message = format!("the thread that runs blocking calls can't be started: {error}");
        Self::setup(message).because(error)
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

    /// Whether the same request would fail in the same way.
    pub(crate) fn is_hopeless(&self) -> bool {
        self.0.hopeless
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
