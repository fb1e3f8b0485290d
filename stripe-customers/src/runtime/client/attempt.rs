//! One time of sending a request.

use std::time::Duration;

use reqwest::Url;

use crate::Error;
use crate::runtime::request::Prepared;
use crate::runtime::response::{Reply, Text};

use super::Client;

/// A request, ready to be sent any number of times.
pub(super) struct Addressed {
    pub(super) request: Prepared,
    pub(super) url: Url,
    pub(super) timeout: Duration,
}

impl Client {
    /// Sends the request once. An answer that is not a success is an error.
    pub(super) async fn attempt(&self, request: &Addressed) -> Result<Reply, Error> {
        let sent = self.http.execute(request.to_reqwest()).await;
        let mut response = sent.map_err(|error| request.no_answer(error, None))?;
        let mut reply = Reply {
            status: response.status().as_u16(),
            headers: std::mem::take(response.headers_mut()),
            body: Text::default(),
            attempts: 0,
        };
        // Our own HTTP client does not follow redirects; one that was passed in may.
        if response.url() != &request.url {
            let message = "the HTTP client followed a redirect, which it must not";
            return Err(Error::unusable(reply, message));
        }
        let (body, end) = read(&mut response, self.config.max_response_bytes).await;
        reply.body = Text::new(body);
        match end {
            End::Complete if reply.is_success() => Ok(reply),
            End::Complete => Err(Error::refused(reply)),
            End::Failed(error) => Err(request.no_answer(error, Some(reply))),
            End::TooLarge => {
                let limit = self.config.max_response_bytes;
                let message = format!("the answer is larger than the limit of {limit} bytes");
                Err(Error::unusable(reply, message))
            }
        }
    }
}

impl Addressed {
    fn to_reqwest(&self) -> reqwest::Request {
        let request = &self.request;
        let mut out = reqwest::Request::new(request.method.clone(), self.url.clone());
        *out.headers_mut() = request.headers.clone();
        if request.method == http::Method::POST {
            *out.body_mut() = Some(request.body.clone().into());
        }
        *out.timeout_mut() = Some(self.timeout);
        out
    }

    fn no_answer(&self, error: reqwest::Error, reply: Option<Reply>) -> Error {
        Error::no_answer(error, self.url.authority(), self.timeout, reply)
    }
}

/// How a body ended.
enum End {
    Complete,
    TooLarge,
    Failed(reqwest::Error),
}

/// The most that is taken for a body before it comes.
const ROOM: usize = 64 * 1024;

/// Reads the body piece by piece, so that no more than `limit` bytes of it are ever held.
async fn read(response: &mut reqwest::Response, limit: usize) -> (Vec<u8>, End) {
    let mut body = Vec::new();
    let length = response.content_length().map(usize::try_from);
    if let Some(Ok(length)) = length {
        if length > limit {
            return (body, End::TooLarge);
        }
        // What was announced need not come: no more than what most answers have is taken for it.
        body.reserve_exact(length.min(ROOM));
    }
    loop {
        match response.chunk().await {
            Ok(None) => return (body, End::Complete),
            Ok(Some(chunk)) if chunk.len() > limit - body.len() => return (body, End::TooLarge),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Err(error) => return (body, End::Failed(error)),
        }
    }
}
