//! The headers that both a client and a request can set.

use http::HeaderMap;
use http::header::{self, HeaderName, HeaderValue};

use super::headers::value;

const STRIPE_ACCOUNT: HeaderName = HeaderName::from_static("stripe-account");
const STRIPE_CONTEXT: HeaderName = HeaderName::from_static("stripe-context");
pub(super) const STRIPE_VERSION: HeaderName = HeaderName::from_static("stripe-version");
pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
pub(super) const CLIENT_USER_AGENT: HeaderName =
    HeaderName::from_static("x-stripe-client-user-agent");

/// What is set, as it was given: it is checked when it is used.
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(crate) account: Option<String>,
    pub(crate) context: Option<String>,
    pub(crate) api_version: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Options {
    /// Puts what is set into `headers`, in place of what was there. The error says what is wrong.
    pub(super) fn apply(&self, headers: &mut HeaderMap) -> Result<(), String> {
        for (what, name, text) in [
            ("`Stripe-Account`", STRIPE_ACCOUNT, &self.account),
            ("`Stripe-Context`", STRIPE_CONTEXT, &self.context),
            ("the API version", STRIPE_VERSION, &self.api_version),
        ] {
            if let Some(text) = text {
                headers.insert(name, value(what, text)?);
            }
        }
        for (name, text) in &self.headers {
            let (name, value) = extra(name, text)?;
            headers.insert(name, value);
        }
        Ok(())
    }
}

/// A header of the caller's own. Nobody knows what is in it, so it is not printed.
fn extra(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let Ok(header) = HeaderName::try_from(name) else {
        return Err(format!(
            "`{}` is not the name of a header",
            name.escape_debug()
        ));
    };
    if let Some(instead) = instead_of(&header) {
        return Err(format!(
            "the header `{header}` is not one to be set: {instead}"
        ));
    }
    let mut value = value(&format!("the header `{header}`"), text)?;
    value.set_sensitive(true);
    Ok((header, value))
}

/// What there is for a header that is made here.
fn instead_of(header: &HeaderName) -> Option<&'static str> {
    Some(match *header {
        header::AUTHORIZATION => "the secret key is in it",
        header::USER_AGENT => "use `app_info`",
        header::ACCEPT | header::CONTENT_TYPE => "it says what this crate reads and writes",
        header::HOST => "use `base_url`",
        header::CONTENT_LENGTH | header::TRANSFER_ENCODING | header::CONNECTION => {
            "it is a matter of the connection"
        }
        ref name if *name == STRIPE_ACCOUNT => "use `stripe_account`",
        ref name if *name == STRIPE_CONTEXT => "use `stripe_context`",
        ref name if *name == STRIPE_VERSION => "use `api_version`",
        ref name if *name == IDEMPOTENCY_KEY => "use `idempotency_key` of the request",
        ref name if *name == CLIENT_USER_AGENT => "use `app_info`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::Options;

    fn applied(headers: &[(&str, &str)]) -> Result<HeaderMap, String> {
        let mut map = HeaderMap::new();
        let options = Options {
            headers: headers
                .iter()
                .map(|&(name, text)| (name.to_owned(), text.to_owned()))
                .collect(),
            ..Options::default()
        };
        options.apply(&mut map).map(|()| map)
    }

    #[test]
    fn a_header_of_the_callers_own_is_set_and_not_printed() {
        let headers = applied(&[("X-Trace", "hidden 1")]).unwrap();
        assert_eq!(headers["x-trace"], "hidden 1");
        assert!(!format!("{headers:?}").contains("hidden"));
    }

    #[test]
    fn the_headers_that_are_made_here_are_not_to_be_set() {
        for (name, problem) in [
            (
                "Authorization",
                "the header `authorization` is not one to be set: the secret key is in it",
            ),
            (
                "stripe-ACCOUNT",
                "the header `stripe-account` is not one to be set: use `stripe_account`",
            ),
            (
                "Idempotency-Key",
                "the header `idempotency-key` is not one to be set: use `idempotency_key` of the request",
            ),
            (
                "Host",
                "the header `host` is not one to be set: use `base_url`",
            ),
            (
                "User-Agent",
                "the header `user-agent` is not one to be set: use `app_info`",
            ),
            (
                "Accept",
                "the header `accept` is not one to be set: it says what this crate reads and writes",
            ),
            (
                "Content-Length",
                "the header `content-length` is not one to be set: it is a matter of the connection",
            ),
            ("", "`` is not the name of a header"),
            ("a b\n", "`a b\\n` is not the name of a header"),
        ] {
            assert_eq!(applied(&[(name, "text")]).unwrap_err(), problem);
        }
    }

    #[test]
    fn a_value_is_one_line_and_never_quoted() {
        for text in ["", "hidden\r\nX-Other: 1", "hidd\u{e9}n"] {
            assert_eq!(
                applied(&[("x-a", text)]).unwrap_err(),
                "the header `x-a` is empty, or has a line break or a character in it that is not ASCII"
            );
        }
    }
}
