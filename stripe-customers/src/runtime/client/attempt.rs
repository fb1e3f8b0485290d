//! A request that is ready to be sent, and one attempt to send it.

use std::borrow::Cow;
use std::sync::atomic::Ordering;
use std::time::Duration;

use reqwest::Url;

use crate::Error;
use crate::runtime::request::{self, Custom, Prepared};
use crate::runtime::response::{BodyText, RawResponse, Sent};
use crate::runtime::wire::{Encoded, ParameterError};

use super::{Client, trace};

/// A request with its URL and its client, which can be sent several times.
pub(super) struct Addressed {
    pub(super) client: Client,
    pub(super) request: Prepared,
    pub(super) url: Url,
    pub(super) max_retries: u32,
    timeout: Duration,
}

impl Addressed {
    pub(super) fn new(
        client: &Client,
        request: Result<Encoded, ParameterError>,
        custom: &Custom,
    ) -> Result<Self, Error> {
        let config = &client.config;
        let request = request::prepare(request, custom)?;
        let Encoded { server, target, .. } = &request.encoded;
        Ok(Self {
            client: client.clone(),
            url: config.base.join(*server, target)?,
            max_retries: custom.max_retries.unwrap_or(config.max_retries),
            timeout: custom.timeout.unwrap_or(config.timeout),
            request,
        })
    }

    /// Sends the request once, and records the result in the current span. A response that is not a success is an error.
    pub(super) async fn attempt(&self) -> Result<RawResponse, Error> {
        let result = self.exchange().await;
        trace::record(&result);
        result
    }

    async fn exchange(&self) -> Result<RawResponse, Error> {
        let Client { http, config } = &self.client;
        let sent = http.execute(self.to_reqwest()).await;
        let mut response = sent.map_err(|error| self.no_response(error, None))?;
        config.responded.store(true, Ordering::Relaxed);
        let mut raw = RawResponse {
            status: response.status().as_u16(),
            headers: std::mem::take(response.headers_mut()),
            body: BodyText::default(),
            sent: Sent::new(0),
        };
        // The default HTTP client does not follow redirects, but a custom one may.
        if response.url() != &self.url {
            return Err(Error::redirected(raw));
        }
        let (body, end) = read(&mut response, config.max_response_bytes).await;
        raw.body = body;
        match end {
            End::Complete if raw.is_success() => Ok(raw),
            End::Complete => Err(Error::refused(raw)),
            End::Failed(error) => Err(self.no_response(error, Some(raw))),
            End::TooLarge => {
                let limit = config.max_response_bytes;
                let message = format!(
                    "the response is larger than the limit of {limit} bytes: increase it with `max_response_bytes`"
                );
                Err(Error::unusable(raw, message))
            }
        }
    }

    fn to_reqwest(&self) -> reqwest::Request {
        let Encoded { method, body, .. } = &self.request.encoded;
        let mut out = reqwest::Request::new((*method).into(), self.url.clone());
        *out.headers_mut() = self.client.config.headers.clone();
        self.request.add_headers(out.headers_mut());
        if let Some((_, body)) = body {
            *out.body_mut() = Some(body.clone().into());
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
async fn read(response: &mut reqwest::Response, limit: usize) -> (BodyText, End) {
    let declared = response.content_length().map(usize::try_from);
    let declared = declared.map_or(0, |length| length.unwrap_or(usize::MAX));
    // Most bodies have one chunk, which is not copied.
    let mut first = None;
    let mut body = Vec::new();
    let end = loop {
        match response.chunk().await {
            Ok(None) => break End::Complete,
            Err(error) => break End::Failed(error),
            Ok(Some(chunk)) if first.is_none() && chunk.len().max(declared) <= limit => {
                first = Some(chunk);
            }
            Ok(Some(chunk)) => {
                if body.is_empty() {
                    // `Content-Length` is not trusted: the server may send less.
                    body.reserve(declared.min(limit).min(MAX_RESERVED));
                    body.extend_from_slice(first.as_deref().unwrap_or_default());
                }
                let room = limit - body.len();
                body.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
                if chunk.len() > room || declared > limit {
                    break End::TooLarge;
                }
            }
        }
    };
    let body = match first {
        Some(first) if body.is_empty() => BodyText::new(Cow::Borrowed(&first)),
        _ => BodyText::new(Cow::Owned(body)),
    };
    (body, end)
}
