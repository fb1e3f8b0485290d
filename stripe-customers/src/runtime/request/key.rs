//! The secret key.

use http::HeaderValue;

use crate::Error;

/// Validates the key and returns the header that authenticates with it. The header is marked as sensitive.
pub(super) fn authorization(key: &str) -> Result<HeaderValue, Error> {
    if let Some(problem) = problem(key) {
        return Err(Error::setup(format!("the secret key {problem}")));
    }
    let mut value = HeaderValue::try_from(format!("Bearer {key}"))
        .map_err(|_| Error::setup("the secret key cannot be sent in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Describes why a key is invalid, without quoting it.
fn problem(key: &str) -> Option<&'static str> {
    if key.is_empty() {
        return Some("is empty");
    }
    let strange = key.chars().find(|c| !c.is_ascii_graphic())?;
    Some(match strange {
        '\n' | '\r' => "contains a line break",
        c if c.is_whitespace() => "contains white space",
        c if c.is_control() => "contains a control character",
        _ => "contains a character that is not ASCII",
    })
}

#[cfg(test)]
mod tests {
    use super::authorization;

    #[test]
    fn a_key_is_visible_ascii_without_spaces() {
        for (key, message) in [
            ("", "the secret key is empty"),
            ("sk_test_hidden\n", "the secret key contains a line break"),
            ("sk_test hidden", "the secret key contains white space"),
            (
                "sk_test_\0hidden",
                "the secret key contains a control character",
            ),
            (
                "sk_test_hiddén",
                "the secret key contains a character that is not ASCII",
            ),
        ] {
            let error = authorization(key).unwrap_err();
            assert_eq!(error.to_string(), message);
            assert!(error.is_setup());
            assert!(!format!("{error:?}").contains("hid"), "{error:?}");
        }
    }

    #[test]
    fn the_header_is_not_printed() {
        let header = authorization("sk_test_hidden").unwrap();
        assert_eq!(header.to_str().unwrap(), "Bearer sk_test_hidden");
        assert!(!format!("{header:?}").contains("hidden"));
    }
}
