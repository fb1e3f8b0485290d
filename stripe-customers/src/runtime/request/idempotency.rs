//! Idempotency keys.

use http::HeaderValue;

use crate::Error;

/// The maximum length of a key, in characters.
const MAX_LENGTH: usize = 255;

/// Creates a random UUID (version 4).
pub(super) fn fresh_key() -> Result<HeaderValue, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(Error::no_randomness)?;
    HeaderValue::try_from(uuid(u128::from_be_bytes(bytes)))
        .map_err(|_| Error::setup("the idempotency key cannot be sent in a header"))
}

/// Validates a key of the caller.
pub(super) fn checked(key: &str) -> Result<HeaderValue, String> {
    let expected = format!("expected 1 to {MAX_LENGTH} visible ASCII characters");
    if key.is_empty() {
        return Err(format!("the idempotency key is empty: {expected}"));
    }
    if let Some(strange) = key.chars().find(|c| !c.is_ascii_graphic()) {
        return Err(format!(
            "the idempotency key contains {strange:?}: {expected}"
        ));
    }
    if key.len() > MAX_LENGTH {
        let length = key.len();
        return Err(format!(
            "the idempotency key has {length} characters: {expected}"
        ));
    }
    HeaderValue::try_from(key)
        .map_err(|_| format!("the idempotency key cannot be sent: {expected}"))
}

/// Formats `random` as a UUID of version 4, which has 122 random bits.
fn uuid(random: u128) -> String {
    let version = (random & !(0xf << 76)) | (0x4 << 76);
    let bits = (version & !(0b11 << 62)) | (0b10 << 62);
    let mut text = String::with_capacity(36);
    // Digit by digit, because `format!` takes longer than everything else that a key needs.
    for (index, byte) in bits.to_be_bytes().into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 0xf] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or_default());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{checked, fresh_key, uuid};

    #[test]
    fn a_key_is_a_uuid_of_version_4() {
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
            "01234567-89ab-4def-8123-456789abcdef"
        );
    }

    #[test]
    fn keys_are_unique() {
        assert_ne!(fresh_key().unwrap(), fresh_key().unwrap());
    }

    #[test]
    fn a_key_of_the_caller_is_visible_ascii() {
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
            ("a b", "contains ' '"),
            ("a\r\nb", "contains '\\r'"),
            ("\u{e9}", "contains 'é'"),
            (&"x".repeat(256), "has 256 characters"),
        ] {
            assert_eq!(
                checked(key).unwrap_err(),
                format!("the idempotency key {problem}: {expected}")
            );
        }
    }
}
