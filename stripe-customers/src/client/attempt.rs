//! One time of sending a request.

use reqwest::Url;
use reqwest::header::HeaderMap;

use crate::Error;
use crate::response::Reply;

use super::Client;

/// A request, ready to be sent any number of times.
pub(super) struct Prepared {
    pub(super) method: reqwest::Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<String>,
}

impl Client {
    /// Sends the request once. An answer that is not a success is an error.
    pub(super) async fn attempt(&self, request: &Prepared) -> Result<Reply, Error> {
        let sent = self.http.execute(self.to_reqwest(request)).await;
        let mut response = sent.map_err(|error| self.no_answer(error, request, None))?;
        let mut reply = Reply {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: String::new(),
            attempts: 0,
        };
        // Our own HTTP client does not follow redirects; one that was passed in may.
        if response.url() != &request.url {
            let message = "the HTTP client followed a redirect, which it must not";
            return Err(Error::unusable(reply, message));
        }
        let (body, end) = read(&mut response, self.config.max_response_bytes).await;
        reply.body = into_text(body);
        match end {
            End::Complete if response.status().is_success() => Ok(reply),
            End::Complete => Err(Error::refused(reply)),
            End::Failed(error) => Err(self.no_answer(error, request, Some(reply))),
            End::TooLarge => {
                let limit = self.config.max_response_bytes;
                let message = format!("the answer is larger than the limit of {limit} bytes");
                Err(Error::unusable(reply, message))
            }
        }
    }

    fn to_reqwest(&self, request: &Prepared) -> reqwest::Request {
        let mut out = reqwest::Request::new(request.method.clone(), request.url.clone());
        *out.headers_mut() = request.headers.clone();
        *out.body_mut() = request.body.clone().map(reqwest::Body::from);
        *out.timeout_mut() = Some(self.config.timeout);
        out
    }

    fn no_answer(&self, error: reqwest::Error, request: &Prepared, reply: Option<Reply>) -> Error {
        Error::no_answer(error, request.url.authority(), self.config.timeout, reply)
    }
}

/// How a body ended.
enum End {
    Complete,
    TooLarge,
    Failed(reqwest::Error),
}

/// Reads the body piece by piece, so that no more than `limit` bytes of it are ever held.
async fn read(response: &mut reqwest::Response, limit: usize) -> (Vec<u8>, End) {
    let mut body = Vec::new();
    if response
        .content_length()
        .is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > limit))
    {
        return (body, End::TooLarge);
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

/// A broken character is no reason to lose the text around it.
fn into_text(body: Vec<u8>) -> String {
    String::from_utf8(body)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
