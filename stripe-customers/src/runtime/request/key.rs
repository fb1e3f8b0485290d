//! The secret key.

use http::HeaderValue;

use crate::Error;

/// The header that shows the key to Stripe, checked, and marked so that it is not printed.
pub(super) fn authorization(key: &str) -> Result<HeaderValue, Error> {
    if let Some(problem) = problem(key) {
        return Err(Error::setup(format!("the secret key {problem}")));
    }
    let mut value = HeaderValue::try_from(format!("Bearer {key}"))
        .map_err(|_| Error::setup("the secret key can't be sent in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// What is wrong with the key. Never quotes it.
fn problem(key: &str) -> Option<&'static str> {
    if key.is_empty() {
        return Some("is empty");
    }
    let strange = key.chars().find(|c| !c.is_ascii_graphic())?;
    Some(match strange {
        '\n' | '\r' => "has a line break in it",
        c if c.is_whitespace() => "has white space in it",
        c if c.is_control() => "has a control character in it",
        _ => "has a character in it that is not ASCII",
    })
}

#[cfg(test)]
mod tests {
    use super::authorization;

    #[test]
    fn a_key_is_one_word_of_visible_ascii() {
        for (key, message) in [
            ("", "the secret key is empty"),
            ("sk_test_hidden\n", "the secret key has a line break in it"),
            ("sk_test hidden", "the secret key has white space in it"),
            (
                "sk_test_\0hidden",
                "the secret key has a control character in it",
            ),
            (
                "sk_test_hiddén",
                "the secret key has a character in it that is not ASCII",
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
