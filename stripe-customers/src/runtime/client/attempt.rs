//! One attempt to send a request.

use std::sync::atomic::Ordering;
use std::time::Duration;

use reqwest::Url;

use crate::Error;
use crate::runtime::request::Prepared;
use crate::runtime::response::{BodyText, RawResponse, Sent};

use super::Client;

/// A request with its URL, which can be sent several times.
pub(super) struct Addressed {
    pub(super) request: Prepared,
    pub(super) url: Url,
    pub(super) timeout: Duration,
}

impl Client {
    /// Sends the request once. A response that is not a success is an error.
    pub(super) async fn attempt(&self, request: &Addressed) -> Result<RawResponse, Error> {
        let sent = self.http.execute(request.to_reqwest()).await;
        let mut response = sent.map_err(|error| request.no_response(error, None))?;
        self.config.responded.store(true, Ordering::Relaxed);
        let mut raw = RawResponse {
            status: response.status().as_u16(),
            headers: std::mem::take(response.headers_mut()),
            body: BodyText::default(),
            sent: Sent::new(0),
        };
        // The default HTTP client does not follow redirects, but a custom one may.
        if response.url() != &request.url {
            return Err(Error::redirected(raw));
        }
        let (body, end) = read(&mut response, self.config.max_response_bytes).await;
        raw.body = BodyText::new(body);
        match end {
            End::Complete if raw.is_success() => Ok(raw),
            End::Complete => Err(Error::refused(raw)),
            End::Failed(error) => Err(request.no_response(error, Some(raw))),
            End::TooLarge => {
                let limit = self.config.max_response_bytes;
                let message = format!("the response is larger than the limit of {limit} bytes");
                Err(Error::unusable(raw, message))
            }
        }
    }
}

impl Addressed {
    fn to_reqwest(&self) -> reqwest::Request {
        let request = &self.request;
        let mut out = reqwest::Request::new(request.method.clone(), self.url.clone());
        *out.headers_mut() = request.headers.clone();
        if !matches!(request.method, http::Method::GET | http::Method::DELETE) {
            *out.body_mut() = Some(request.body.clone().into());
        }
        *out.timeout_mut() = Some(self.timeout);
        out
    }

    fn no_response(&self, error: reqwest::Error, raw: Option<RawResponse>) -> Error {
        Error::no_response(error, self.url.authority(), self.timeout, raw)
    }
}

/// The result of reading a body.
enum End {
    Complete,
    TooLarge,
    Failed(reqwest::Error),
}

/// The maximum number of bytes to allocate before the body arrives.
const MAX_RESERVED: usize = 64 * 1024;

/// Reads the body in chunks, so that at most `limit` bytes of it are in memory. Reads the first chunk even if the body is too
/// large, because it usually contains the id of the object.
async fn read(response: &mut reqwest::Response, limit: usize) -> (Vec<u8>, End) {
    let declared = response.content_length().map(usize::try_from);
    let declared = declared.map_or(0, |length| length.unwrap_or(usize::MAX));
    // `Content-Length` is not trusted: the server may send less.
    let mut body = Vec::with_capacity(declared.min(limit).min(MAX_RESERVED));
    loop {
        match response.chunk().await {
            Ok(None) => return (body, End::Complete),
            Err(error) => return (body, End::Failed(error)),
            Ok(Some(chunk)) => {
                let room = limit - body.len();
                body.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
                if chunk.len() > room || declared > limit {
                    return (body, End::TooLarge);
                }
            }
        }
    }
}
