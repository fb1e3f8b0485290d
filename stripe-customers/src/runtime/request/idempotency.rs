//! The key by which Stripe knows that two requests are one.

use http::HeaderValue;

use crate::Error;

/// How long a key may be, in characters.
const LONGEST: usize = 255;

/// A fresh UUID of version 4, from the randomness of the operating system.
pub(super) fn fresh_key() -> Result<HeaderValue, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(Error::no_randomness)?;
    HeaderValue::try_from(uuid(u128::from_be_bytes(bytes)))
        .map_err(|_| Error::setup("the idempotency key can't be sent in a header"))
}

/// A key of the caller's own. The error says what is wrong with it.
pub(super) fn checked(key: &str) -> Result<HeaderValue, String> {
    let expected = format!("expected 1 to {LONGEST} visible ASCII characters");
    if key.is_empty() {
        return Err(format!("the idempotency key is empty: {expected}"));
    }
    if let Some(strange) = key.chars().find(|c| !c.is_ascii_graphic()) {
        return Err(format!(
            "the idempotency key has {strange:?} in it: {expected}"
        ));
    }
    if key.len() > LONGEST {
        let length = key.len();
        return Err(format!(
            "the idempotency key has {length} characters: {expected}"
        ));
    }
    HeaderValue::try_from(key).map_err(|_| format!("the idempotency key can't be sent: {expected}"))
}

/// `random` as a UUID of version 4: 122 of its bits, and the six that say what it is.
fn uuid(random: u128) -> String {
    let version = (random & !(0xf << 76)) | (0x4 << 76);
    let bits = (version & !(0b11 << 62)) | (0b10 << 62);
    let mut text = String::with_capacity(36);
    // Digit by digit: the machinery of formatting would take longer than all else that a key needs.
    for digit in (0..32).rev() {
        if matches!(digit, 23 | 19 | 15 | 11) {
            text.push('-');
        }
        let value = u32::try_from((bits >> (4 * digit)) & 0xf).unwrap_or_default();
        text.extend(char::from_digit(value, 16));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{checked, fresh_key, uuid};

    #[test]
    fn a_key_has_the_form_of_a_uuid_of_version_4() {
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
            "01234567-89ab-4def-8123-456789abcdef"
        );
    }

    #[test]
    fn no_two_keys_are_the_same() {
        assert_ne!(fresh_key().unwrap(), fresh_key().unwrap());
    }

    #[test]
    fn a_key_of_the_callers_own_is_visible_ascii() {
        for key in [
            "1",
            "order 6735".replace(' ', "-").as_str(),
            &"~".repeat(255),
        ] {
            assert_eq!(checked(key).unwrap(), key);
        }
        let expected = "expected 1 to 255 visible ASCII characters";
        for (key, problem) in [
            ("", "is empty"),
            ("a b", "has ' ' in it"),
            ("a\r\nb", "has '\\r' in it"),
            ("\u{e9}", "has 'é' in it"),
            (&"x".repeat(256), "has 256 characters"),
        ] {
            assert_eq!(
                checked(key).unwrap_err(),
                format!("the idempotency key {problem}: {expected}")
            );
        }
    }
}
