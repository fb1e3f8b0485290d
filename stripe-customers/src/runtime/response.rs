//! Answers.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::Error;
use crate::runtime::wire::Output;

/// An answer as it came.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Text,
    /// How often the request was sent for it.
    pub(crate) attempts: u32,
}

impl Reply {
    /// The header `name`, if it is there and is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.header("request-id").filter(|id| !id.is_empty())
    }

    /// How long Stripe asks to wait: whole seconds, anything else is ignored.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let seconds = self.header("retry-after")?.parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    /// An answer from elsewhere.
    fn of_http(response: http::Response<Vec<u8>>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            status: head.status.as_u16(),
            headers: head.headers,
            body: Text::new(body),
            attempts: 1,
        }
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The body of an answer: as it came, and as text.
#[derive(Clone, Default)]
pub(crate) struct Text {
    /// Shared with the values that stay text.
    text: Arc<str>,
    /// If it is not the same as the text.
    bytes: Option<Vec<u8>>,
}

impl Text {
    /// A broken character is no reason to lose the text around it.
    pub(crate) fn new(body: Vec<u8>) -> Self {
        match String::from_utf8(body) {
            Ok(text) => Self {
                text: text.into(),
                bytes: None,
            },
            Err(error) => Self {
                text: String::from_utf8_lossy(error.as_bytes()).into(),
                bytes: Some(error.into_bytes()),
            },
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    fn shared(&self) -> &Arc<str> {
        &self.text
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or(self.text.as_bytes())
    }
}

/// A value that Stripe answered with, and the facts of the answer.
///
/// Derefs to the value, so most of the time it is used like one; [`into_inner`](Self::into_inner) takes it out.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # fn main() {
/// # stripe::run(async |client| {
/// use stripe_customers::CreateCustomer;
///
/// let created = CreateCustomer::new().description("Jenny Rosen").send(&client).await?;
/// println!("{} was created by {:?}", created.id, created.request_id());
/// let customer = created.into_inner();
/// # Ok(())
/// # });
/// # }
/// ```
#[derive(Clone)]
pub struct Response<T> {
    value: T,
    reply: Reply,
}

impl<T> Response<T> {
    /// The value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The HTTP status: 200 from Stripe.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.reply.status
    }

    /// The headers, as they came.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.reply.headers
    }

    /// The id by which Stripe knows the request (`req_…`).
    ///
    /// It finds the request in the dashboard, and is what to tell Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.reply.request_id()
    }

    /// Whether the answer is one that Stripe had kept, because it has had a request with this idempotency
    /// key before.
    #[must_use]
    pub fn idempotent_replayed(&self) -> bool {
        self.reply.header("idempotent-replayed") == Some("true")
    }

    /// The body as it came: JSON, with what this version of the crate does not know too.
    #[must_use]
    pub fn body(&self) -> &str {
        self.reply.body.as_str()
    }

    /// How often the request was sent: 1 if the first attempt was answered, or if the answer came by other
    /// means.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.reply.attempts
    }
}

impl<T: Output> Response<T> {
    pub(crate) fn of_http(response: http::Response<impl Into<Vec<u8>>>) -> Result<Self, Error> {
        let reply = Reply::of_http(response.map(Into::into));
        match reply.is_success() {
            true => Self::decode(reply),
            false => Err(Error::refused(reply).after(1)),
        }
    }

    pub(crate) fn decode(reply: Reply) -> Result<Self, Error> {
        match T::read(reply.body.shared(), reply.body.as_bytes()) {
            Ok(value) => Ok(Self { value, reply }),
            Err(error) => Err(Error::undecodable(error, reply)),
        }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> AsRef<T> for Response<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("attempts", &self.attempts())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
