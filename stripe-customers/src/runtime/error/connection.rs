//! Constructors for errors of the HTTP client and the connection.

use std::error::Error as StdError;
use std::time::Duration;

use crate::runtime::response::RawResponse;

use super::{Error, ErrorKind};

impl Error {
    /// The HTTP client cannot be created.
    pub(crate) fn no_http_client(error: reqwest::Error) -> Self {
        let message = format!("cannot create the HTTP client: {}", root(&error));
        Self::setup(message).with_source(error)
    }

    /// The thread for blocking calls cannot be started.
    #[cfg(feature = "blocking")]
    pub(crate) fn no_background(error: std::io::Error) -> Self {
        let message = format!("cannot start the thread for blocking calls: {error}");
        Self::setup(message).with_source(error)
    }

    /// There is no complete response from `host`. `raw` is the incomplete one, if any.
    pub(crate) fn no_response(
        error: reqwest::Error,
        host: &str,
        timeout: Duration,
        raw: Option<RawResponse>,
    ) -> Self {
        // The URL contains ids, and the message names the host.
        let error = error.without_url();
        let connecting = error.is_connect();
        let (kind, message) = if error.is_timeout() {
            let message = if connecting {
                format!("timed out while connecting to {host}")
            } else {
                format!("timed out after {timeout:?} waiting for {host}")
            };
            (ErrorKind::Timeout, message)
        } else if connecting {
            let message = format!("cannot connect to {host}: {}", root(&error));
            (ErrorKind::Connection, message)
        } else {
            let message = format!("connection to {host} failed: {}", root(&error));
            (ErrorKind::Connection, message)
        };
        let mut made = Self::new(kind, message);
        made.0.connecting = connecting;
        made.0.permanent = is_permanent(&error);
        made.0.raw = raw;
        made.with_source(error)
    }

    /// Returns whether a retry would fail in the same way.
    pub(crate) fn is_permanent(&self) -> bool {
        self.0.permanent
    }
}

/// Returns the message of the innermost source of `error`.
fn root(error: &dyn StdError) -> String {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}

/// Returns whether a retry would fail in the same way: an invalid certificate, a server without TLS, a proxy that refuses
/// the connection.
///
/// All of these fail while connecting, but not because of the network. An error of the network has an I/O error in its
/// chain of sources. rustls also reports its errors as I/O errors, but with the kind `InvalidData`.
fn is_permanent(error: &reqwest::Error) -> bool {
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

/// Returns the kind of the innermost I/O error. `source` skips I/O errors that wrap other I/O errors.
fn innermost_kind(error: &std::io::Error) -> std::io::ErrorKind {
    let mut innermost = error;
    while let Some(inner) = innermost.get_ref().and_then(|inner| inner.downcast_ref()) {
        innermost = inner;
    }
    innermost.kind()
}
