//! The header `Stripe-Signature`: `t=<seconds>,v1=<hexadecimal>[,v1=…][,v0=…]`.

use super::{WebhookError, WebhookErrorKind};

/// The length of a signature: HMAC-SHA256.
const LENGTH: usize = 32;

/// The time and the signatures of a header.
///
/// What is accepted follows Stripe's library for Python: items of other schemes are ignored, the first `t` counts, an item ends
/// at a second `=`, and white space is part of the text around it.
pub(super) struct Signatures<'h> {
    header: &'h [u8],
    time: i64,
}

impl<'h> Signatures<'h> {
    pub(super) fn parse(header: &'h [u8]) -> Result<Self, WebhookError> {
        let refuse = |kind, problem| {
            let message = format!("the header `Stripe-Signature` {problem}");
            Err(WebhookError::new(kind, message))
        };
        if header.is_empty() {
            return refuse(WebhookErrorKind::NoHeader, "is missing");
        }
        let is_incomplete = |item: Item<'_>| matches!(item, (b"t" | b"v1", None));
        let time = values(header, b"t").next().and_then(seconds);
        let Some(time) = time.filter(|_| !items(header).any(is_incomplete)) else {
            let problem = "is malformed: expected `t=<seconds>,v1=<signature>`";
            return refuse(WebhookErrorKind::MalformedHeader, problem);
        };
        if values(header, b"v1").next().is_none() {
            let problem = "has no signature of scheme `v1`";
            return refuse(WebhookErrorKind::NoSignature, problem);
        }
        Ok(Self { header, time })
    }

    /// The seconds since the Unix epoch, which are part of the signed text.
    pub(super) const fn time(&self) -> i64 {
        self.time
    }

    /// The signatures of scheme `v1`. A signature is `None` if it is not 64 lowercase hexadecimal digits.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<[u8; LENGTH]>> {
        values(self.header, b"v1").map(bytes)
    }
}

/// An item: what is before `=`, and what is after it, if there is a `=`.
type Item<'h> = (&'h [u8], Option<&'h [u8]>);

fn items(header: &[u8]) -> impl Iterator<Item = Item<'_>> {
    header.split(|&byte| byte == b',').map(|item| {
        let mut parts = item.split(|&byte| byte == b'=');
        (parts.next().unwrap_or_default(), parts.next())
    })
}

/// The values of the items with this name.
fn values<'h>(header: &'h [u8], name: &[u8]) -> impl Iterator<Item = &'h [u8]> {
    items(header)
        .filter(move |item| item.0 == name)
        .filter_map(|item| item.1)
}

fn seconds(digits: &[u8]) -> Option<i64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

fn bytes(digits: &[u8]) -> Option<[u8; LENGTH]> {
    let (pairs, rest) = digits.as_chunks::<2>();
    let mut bytes = [0; LENGTH];
    if pairs.len() != LENGTH || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

const fn digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
