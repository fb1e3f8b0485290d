//! Errors of webhooks. None of them contains a secret, a signature or a part of a body.

use std::fmt;

use crate::runtime::json::DecodeError;

/// A request to a webhook endpoint that is refused.
///
/// The message is a single line, and contains neither a secret nor a part of the request. The endpoint should respond with status
/// 400.
#[derive(Clone, Debug)]
pub struct WebhookError {
    kind: WebhookErrorKind,
    message: String,
}

/// The category of a [`WebhookError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WebhookErrorKind {
    /// The [`Webhook`](super::Webhook) has only blank secrets.
    NoSecret,
    /// The header `Stripe-Signature` is missing or empty.
    NoHeader,
    /// The header is not a list of `name=value` with a time `t`.
    MalformedHeader,
    /// The header has no signature of scheme `v1`.
    NoSignature,
    /// The body is larger than [`max_body_bytes`](super::Webhook::max_body_bytes).
    TooLarge,
    /// No signature matches: the body is not the one that was signed, or the secret belongs to another endpoint.
    NoMatch,
    /// A signature matches, but is older than [`tolerance`](super::Webhook::tolerance): the request is a repetition, or the clock of
    /// this machine is wrong.
    TooOld,
    /// The body is verified, but is not UTF-8.
    NotUtf8,
    /// The body is verified, but is not JSON.
    NotJson,
    /// The body is verified JSON, but not an event of API v1. Thin events of API v2 (`v2.core.event`) are not events of API v1.
    NotEvent,
}

impl WebhookError {
    /// Returns the category of the error.
    #[must_use]
    pub fn kind(&self) -> WebhookErrorKind {
        self.kind
    }

    /// Returns whether the request is from Stripe and recent, but the body is not an event.
    ///
    /// Every other error may be due to a request that is not from Stripe.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        use WebhookErrorKind::{NotEvent, NotJson, NotUtf8};
        matches!(self.kind(), NotUtf8 | NotJson | NotEvent)
    }

    pub(super) fn new(kind: WebhookErrorKind, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { kind, message }
    }

    /// A verified body that is not JSON, or JSON that does not match the type.
    pub(super) fn not_an_event(error: &DecodeError) -> Self {
        let (kind, name) = match error.is_syntax() {
            true => (WebhookErrorKind::NotJson, "JSON"),
            false => (WebhookErrorKind::NotEvent, "an event"),
        };
        let problem = error.without_content();
        Self::new(
            kind,
            format!("the body is verified, but is not {name}: {problem}"),
        )
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for WebhookError {}
