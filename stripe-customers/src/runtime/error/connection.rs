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
        if let Some(message) = unsuitable_client(&error) {
            let mut made = Self::setup(message);
            made.0.permanent = true;
            return made.with_source(error);
        }
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
        let mut made = Self::new(kind, message).with_raw(raw);
        made.0.connecting = connecting;
        made.0.permanent = is_permanent(&error);
        made.with_source(error)
    }

    /// Returns whether the connection ended before there was a response.
    pub(crate) fn is_closed(&self) -> bool {
        self.kind() == ErrorKind::Connection && !self.is_connect() && self.raw().is_none()
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

/// Describes why the HTTP client cannot send a request to any server with the scheme of the base URL.
fn unsuitable_client(error: &reqwest::Error) -> Option<String> {
    let problem = root(error);
    if error.is_connect() && problem.contains("scheme is not http") {
        let message = "the HTTP client has no TLS: use the feature `rustls` or `native-tls`";
        return Some(message.to_owned());
    }
    error
        .is_builder()
        .then(|| format!("the HTTP client cannot send the request: {problem}"))
}

/// Returns whether a retry would fail in the same way: the HTTP client refuses a redirect, or the certificate of the server does
/// not verify. Every other failure may be temporary.
fn is_permanent(error: &reqwest::Error) -> bool {
    error.is_redirect() || is_invalid_certificate(error)
}

/// Returns whether the certificate of the server does not verify.
///
/// The text is all that TLS libraries have in common: "invalid peer certificate" (rustls), "certificate verify failed"
/// (OpenSSL), "The certificate was not trusted" (macOS). An alert is a message of the server, even if it is about a
/// certificate.
fn is_invalid_certificate(error: &reqwest::Error) -> bool {
    let chain = std::iter::successors(error.source(), |&error| error.source());
    let texts: Vec<_> = chain
        .map(|error| error.to_string().to_ascii_lowercase())
        .collect();
    let any = |word| texts.iter().any(|text| text.contains(word));
    error.is_connect() && any("certificate") && !any("fatal alert") && !any("ssl alert")
}
