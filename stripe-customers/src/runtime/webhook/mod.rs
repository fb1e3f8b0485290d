//! The signature of webhooks: whether a request is from Stripe, and recent.

mod error;
mod header;

use std::fmt;
use std::time::Duration;

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::runtime::model::{Decode, from_text};
use crate::runtime::types::Timestamp;

use header::Signatures;

pub use error::{WebhookError, WebhookErrorKind};

/// The maximum age of a signature, as in Stripe's libraries.
const TOLERANCE: Duration = Duration::from_secs(300);

/// The maximum length of a body.
const MAX_BODY_BYTES: usize = 1 << 20;

/// The secrets of a webhook endpoint, which verify that a request is from Stripe.
///
/// `Debug` does not show the secrets. A clone is independent. Sharing one value between threads needs no lock.
///
/// See <https://docs.stripe.com/webhooks#verify-events>.
#[derive(Clone)]
pub struct Webhook {
    /// Secrets that are not blank.
    secrets: Vec<String>,
    /// The maximum age of a signature; `None` for any age.
    tolerance: Option<Duration>,
    max_body_bytes: usize,
}

impl Webhook {
    /// Creates a value with the signing secret of the endpoint, which starts with `whsec_`.
    ///
    /// It is in the dashboard, in the response that created the endpoint, and in the output of `stripe listen`. Every endpoint
    /// has its own. The whole text is the key, including the prefix.
    ///
    /// A blank secret, such as that of an unset variable, would let anybody sign. It is ignored, and without another secret every
    /// request is refused with [`NoSecret`](WebhookErrorKind::NoSecret).
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        let webhook = Self {
            secrets: Vec::new(),
            tolerance: Some(TOLERANCE),
            max_body_bytes: MAX_BODY_BYTES,
        };
        webhook.add_secret(secret)
    }

    /// Adds another secret. A signature by any of the secrets is accepted.
    ///
    /// While a secret is being rotated, Stripe signs with the old one and the new one for up to 24 hours.
    #[must_use]
    pub fn add_secret(mut self, secret: impl Into<String>) -> Self {
        let secret = secret.into();
        if !secret.trim().is_empty() {
            self.secrets.push(secret);
        }
        self
    }

    /// Sets the maximum age of a signature, in whole seconds. The default is 300 seconds, as in Stripe's libraries.
    ///
    /// Stripe signs every attempt to deliver an event at the time of the attempt. The limit therefore stops the repetition of a
    /// recorded request, and not late deliveries. A signature that is newer than the clock of this machine is accepted. Zero
    /// does not turn the check off, unlike in Stripe's libraries: [`any_age`](Self::any_age) does.
    #[must_use]
    pub const fn tolerance(mut self, tolerance: Duration) -> Self {
        self.tolerance = Some(tolerance);
        self
    }

    /// Accepts signatures of any age, for example to verify stored requests.
    ///
    /// Anyone who has recorded a request can then repeat it at any time.
    #[must_use]
    pub const fn any_age(mut self) -> Self {
        self.tolerance = None;
        self
    }

    /// Sets the maximum length of a body, in bytes. The default is 1 MiB. Stripe's events are far smaller.
    ///
    /// The limit of the web server, which has the body in memory already, should be as low.
    #[must_use]
    pub const fn max_body_bytes(mut self, bytes: usize) -> Self {
        self.max_body_bytes = bytes;
        self
    }

    /// Verifies the signature of a request at the present time, without decoding the body.
    ///
    /// `body` is the body of the request, byte for byte as received. `signature` is the header `Stripe-Signature`, or empty for
    /// a request without it. [`from_json`](crate::from_json) decodes the body afterwards.
    ///
    /// This function does not exist on `wasm32-unknown-unknown`, which has no clock: use [`verify_at`](Self::verify_at).
    ///
    /// # Errors
    ///
    /// If the header is missing or malformed, no signature matches, the signature is too old, or the body is too large.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    pub fn verify(
        &self,
        body: impl AsRef<[u8]>,
        signature: impl AsRef<[u8]>,
    ) -> Result<(), WebhookError> {
        self.verify_at(body, signature, std::time::SystemTime::now())
    }

    /// Verifies the signature of a request like [`verify`](Self::verify), at the time `now`.
    ///
    /// # Errors
    ///
    /// If the header is missing or malformed, no signature matches, the signature is too old, or the body is too large.
    pub fn verify_at(
        &self,
        body: impl AsRef<[u8]>,
        signature: impl AsRef<[u8]>,
        now: impl Into<Timestamp>,
    ) -> Result<(), WebhookError> {
        self.check(body.as_ref(), signature.as_ref(), now.into())
    }

    /// Verifies a request like [`verify_at`](Self::verify_at), and decodes its body as a `T`: an event, or [`Json`](crate::Json).
    ///
    /// # Errors
    ///
    /// If the request does not verify, or if its body does not match `T`.
    pub fn decode_at<T: Decode>(
        &self,
        body: impl AsRef<[u8]>,
        signature: impl AsRef<[u8]>,
        now: impl Into<Timestamp>,
    ) -> Result<T, WebhookError> {
        let body = body.as_ref();
        self.verify_at(body, signature, now)?;
        let text = std::str::from_utf8(body).map_err(|_| {
            let message = "the body is verified, but is not UTF-8";
            WebhookError::new(WebhookErrorKind::NotUtf8, message)
        })?;
        from_text(text).map_err(|error| WebhookError::not_an_event(&error))
    }

    fn check(&self, body: &[u8], header: &[u8], now: Timestamp) -> Result<(), WebhookError> {
        let refuse = |kind, message: String| Err(WebhookError::new(kind, message));
        if self.secrets.is_empty() {
            let message = "the webhook secret is blank";
            return refuse(WebhookErrorKind::NoSecret, message.to_owned());
        }
        let signatures = Signatures::parse(header)?;
        if body.len() > self.max_body_bytes {
            let (length, limit) = (body.len(), self.max_body_bytes);
            let message = format!("the body is larger than {limit} bytes: {length} bytes");
            return refuse(WebhookErrorKind::TooLarge, message);
        }
        let time = signatures.time();
        let is_match = |secret| {
            let expected = digest(secret, time, body);
            // `CtOutput` compares in constant time.
            signatures
                .iter()
                .flatten()
                .any(|it| expected.as_ref() == Some(&CtOutput::new(it.into())))
        };
        if !self.secrets.iter().any(|secret| is_match(secret)) {
            let message = "no signature matches: expected the bytes of the body as they were received, and the secret of this endpoint";
            return refuse(WebhookErrorKind::NoMatch, message.to_owned());
        }
        let age = Duration::from_secs(now.as_unix().saturating_sub(time).try_into().unwrap_or(0));
        match self.tolerance {
            Some(tolerance) if age > tolerance => {
                let message =
                    format!("the signature is {age:?} old, and the limit is {tolerance:?}");
                refuse(WebhookErrorKind::TooOld, message)
            }
            _ => Ok(()),
        }
    }

    /// Signs a body as Stripe does at `time`, with every secret. Returns the header `Stripe-Signature`, for tests.
    ///
    /// ```
    /// use stripe_customers::webhook::Webhook;
    ///
    /// let webhook = Webhook::new("whsec_test");
    /// let signature = webhook.sign("{}", 1_764_000_000);
    /// assert!(signature.starts_with("t=1764000000,v1="));
    /// assert!(webhook.verify_at("{}", &signature, 1_764_000_000).is_ok());
    /// assert!(webhook.verify_at("{ }", &signature, 1_764_000_000).is_err());
    /// ```
    #[must_use]
    pub fn sign(&self, body: impl AsRef<[u8]>, time: impl Into<Timestamp>) -> String {
        let (body, time) = (body.as_ref(), time.into().as_unix());
        let mut header = format!("t={time}");
        for digest in self.secrets.iter().filter_map(|it| digest(it, time, body)) {
            header.push_str(",v1=");
            header.extend(digest.into_bytes().iter().map(|byte| format!("{byte:02x}")));
        }
        header
    }
}

/// The code of the time, a full stop and the body. It is never `None`: a key may have any length.
fn digest(secret: &str, time: i64, body: &[u8]) -> Option<CtOutput<Hmac<Sha256>>> {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    let mac = mac.chain_update(format!("{time}.")).chain_update(body);
    Some(mac.finalize())
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("secrets", &self.secrets.len())
            .field("tolerance", &self.tolerance)
            .field("max_body_bytes", &self.max_body_bytes)
            .finish()
    }
}
