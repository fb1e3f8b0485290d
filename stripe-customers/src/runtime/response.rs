//! Responses.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use http::header::{AsHeaderName, HeaderName};
use http::{HeaderMap, HeaderValue};
use serde_core::de::DeserializeOwned;

use crate::runtime::json::DecodeError;
use crate::{Error, Json};

/// Decodes the body of a response, which is given as text and as bytes.
pub(crate) type Reader<T> = fn(&Arc<str>, &[u8]) -> Result<T, DecodeError>;

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const STRIPE_NOTICE: HeaderName = HeaderName::from_static("stripe-notice");

/// A response that is not decoded.
#[derive(Clone)]
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: BodyText,
    pub(crate) sent: Sent,
}

/// How a request was sent.
#[derive(Clone)]
pub(crate) struct Sent {
    /// The number of attempts.
    pub(crate) attempts: u32,
    /// The idempotency key, if there is one and this crate sent the request.
    pub(crate) key: Option<HeaderValue>,
    /// Whether an attempt before the last one was carried out.
    pub(crate) earlier: Option<bool>,
}

impl Sent {
    pub(crate) const fn new(attempts: u32) -> Self {
        Self {
            attempts,
            key: None,
            earlier: Some(false),
        }
    }
}

impl RawResponse {
    /// Returns the header `name` if it is ASCII text.
    pub(crate) fn header(&self, name: impl AsHeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.header(REQUEST_ID).filter(|id| !id.is_empty())
    }

    pub(crate) fn notice(&self) -> Option<&str> {
        self.header(STRIPE_NOTICE)
            .filter(|notice| !notice.is_empty())
    }

    /// Returns the value of `Retry-After` if it is a number of seconds. A date is ignored.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let seconds = self.header("retry-after")?.parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    /// Creates a response from one that another HTTP client received.
    fn from_http(response: http::Response<Vec<u8>>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            status: head.status.as_u16(),
            headers: head.headers,
            body: BodyText::new(Cow::Owned(body)),
            sent: Sent::new(1),
        }
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The body of a response, as text and as bytes.
#[derive(Clone, Default)]
pub(crate) struct BodyText {
    /// Shared with the values that are kept as text.
    text: Arc<str>,
    /// The bytes, if they differ from the text. Only until the body is decoded.
    bytes: Option<Vec<u8>>,
    /// The number of bytes.
    length: usize,
}

/// The maximum number of U+FFFD in a text. More of them could triple the size of a body that is limited.
const MAX_REPLACED: usize = 2048;

impl BodyText {
    /// Replaces bytes that are not UTF-8 with U+FFFD in the text, and with `?` if there are many.
    pub(crate) fn new(body: Cow<'_, [u8]>) -> Self {
        let length = body.len();
        let (text, bytes) = match std::str::from_utf8(&body) {
            Ok(text) => (text.into(), None),
            Err(_) => (replaced(&body).into(), Some(body.into_owned())),
        };
        Self {
            text,
            bytes,
            length,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the number of bytes of the body.
    pub(crate) const fn length(&self) -> usize {
        self.length
    }

    /// Keeps the text only.
    pub(crate) fn drop_bytes(&mut self) {
        self.bytes = None;
    }

    fn shared(&self) -> &Arc<str> {
        &self.text
    }

    fn as_bytes(&self) -> &[u8] {
        self.bytes.as_deref().unwrap_or(self.text.as_bytes())
    }
}

fn replaced(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 2 * MAX_REPLACED);
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            replaced += 1;
            text.push(match replaced <= MAX_REPLACED {
                true => char::REPLACEMENT_CHARACTER,
                false => '?',
            });
        }
    }
    text
}

/// A successful response: the value, and the HTTP status, headers and body.
///
/// It dereferences to the value. [`into_inner`](Self::into_inner) returns the value itself.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::CreateCustomer;
///
/// let created = CreateCustomer::new().description("Jenny Rosen").send(&client).await?;
/// println!("{} was created by request {:?}", created.id, created.request_id());
/// let customer = created.into_inner();
/// # }}
/// ```
#[derive(Clone)]
pub struct Response<T> {
    value: T,
    raw: RawResponse,
}

impl<T> Response<T> {
    /// Consumes the response and returns the value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Returns the HTTP status, which is 200 for Stripe's successful responses.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.raw.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.raw.headers
    }

    /// Returns Stripe's id of the request (`req_…`).
    ///
    /// It identifies the request in the dashboard and for Stripe's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.raw.request_id()
    }

    /// Returns the notice of Stripe about the request, for example that a parameter is deprecated: the header `Stripe-Notice`.
    ///
    /// The feature `tracing` also emits it as a warning.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.raw.notice()
    }

    /// Returns whether the response repeats that of an earlier request with the same idempotency key.
    #[must_use]
    pub fn idempotent_replayed(&self) -> bool {
        self.raw.header("idempotent-replayed") == Some("true")
    }

    /// Returns the body: JSON, including fields that this version of the crate does not know.
    #[must_use]
    pub fn body(&self) -> &str {
        self.raw.body.as_str()
    }

    /// Returns the body as a JSON value, to read fields that this version of the crate does not know.
    ///
    /// ```
    /// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
    /// # example! { fn main(client) {
    /// use stripe_customers::CreateCustomer;
    ///
    /// let created = CreateCustomer::new().name("Jenny Rosen").send(&client).await?;
    /// assert_eq!(created.json().pointer("/name").unwrap(), "Jenny Rosen");
    /// assert!(created.json().pointer("/new_field/0").is_none());
    /// # }}
    /// ```
    ///
    /// The value shares the text of the response.
    #[must_use]
    pub fn json(&self) -> Json
    where
        T: DeserializeOwned,
    {
        Json::of_text(self.raw.body.shared(), || "response")
    }

    /// Returns the number of attempts to send the request. 1 if there was no retry, or if another HTTP client received the
    /// response.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.raw.sent.attempts
    }
}

#[cfg(feature = "client")]
impl<T> Response<T> {
    pub(crate) fn raw(&self) -> &RawResponse {
        &self.raw
    }

    pub(crate) fn into_raw(self) -> RawResponse {
        self.raw
    }
}

impl<T> Response<T> {
    /// Creates a response from one that another HTTP client received.
    pub(crate) fn from_http(
        response: http::Response<impl Into<Vec<u8>>>,
        read: Reader<T>,
    ) -> Result<Self, Error> {
        let raw = RawResponse::from_http(response.map(Into::into));
        match raw.is_success() {
            true => Self::read(raw, read),
            false => Err(Error::refused(raw).after(Sent::new(1))),
        }
    }

    pub(crate) fn read(mut raw: RawResponse, read: Reader<T>) -> Result<Self, Error> {
        let result = read(raw.body.shared(), raw.body.as_bytes());
        raw.body.drop_bytes();
        match result {
            Ok(value) => Ok(Self { value, raw }),
            Err(error) => Err(Error::undecodable(error, raw)),
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
