//! Options that both a client and a request have: headers.

use http::header::{self, HeaderName, HeaderValue};

use super::headers::Headers;

const STRIPE_ACCOUNT: HeaderName = HeaderName::from_static("stripe-account");
const STRIPE_CONTEXT: HeaderName = HeaderName::from_static("stripe-context");
pub(super) const STRIPE_VERSION: HeaderName = HeaderName::from_static("stripe-version");
pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
pub(super) const CLIENT_USER_AGENT: HeaderName =
    HeaderName::from_static("x-stripe-client-user-agent");

/// Headers to set. They are validated by [`headers`](Self::headers).
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(crate) account: Option<String>,
    pub(crate) context: Option<String>,
    pub(crate) api_version: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Options {
    /// Returns the headers. The error is the message.
    pub(super) fn headers(&self) -> Result<Headers, String> {
        let mut headers = Headers::new();
        for (what, name, text) in [
            ("`Stripe-Account`", STRIPE_ACCOUNT, &self.account),
            ("`Stripe-Context`", STRIPE_CONTEXT, &self.context),
            ("the API version", STRIPE_VERSION, &self.api_version),
        ] {
            if let Some(text) = text {
                headers.push((name, value(what, text)?));
            }
        }
        for (name, text) in &self.headers {
            headers.push(extra(name, text)?);
        }
        Ok(headers)
    }
}

/// Validates a custom header. Its value may be confidential, so it is marked as sensitive.
fn extra(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let Ok(header) = HeaderName::try_from(name) else {
        return Err(format!(
            "`{}` is not a valid header name",
            name.escape_debug()
        ));
    };
    if let Some(instead) = instead_of(&header) {
        return Err(format!(
            "header `{header}` is reserved and cannot be set: {instead}"
        ));
    }
    let mut value = value(&format!("header `{header}`"), text)?;
    value.set_sensitive(true);
    Ok((header, value))
}

/// Validates the value of a header: one line of ASCII. The error does not quote the value.
pub(super) fn value(what: &str, text: &str) -> Result<HeaderValue, String> {
    if text.is_empty() || text.bytes().any(|c| !c.is_ascii_graphic() && c != b' ') {
        let problem = "is empty, or contains a line break or a character that is not ASCII";
        return Err(format!("{what} {problem}"));
    }
    HeaderValue::try_from(text).map_err(|_| format!("{what} cannot be sent in a header"))
}

/// The alternative to setting a reserved header, or `None` for other headers.
fn instead_of(header: &HeaderName) -> Option<&'static str> {
    Some(match *header {
        header::AUTHORIZATION => "it contains the secret key",
        header::USER_AGENT => "use `app_info`",
        header::ACCEPT | header::CONTENT_TYPE => "it depends on the request",
        header::ACCEPT_ENCODING => "responses are not decompressed",
        header::HOST => "use `base_url`",
        header::CONTENT_LENGTH | header::TRANSFER_ENCODING | header::CONNECTION => {
            "the HTTP client sets it"
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
        let options = Options {
            headers: headers
                .iter()
                .map(|&(name, text)| (name.to_owned(), text.to_owned()))
                .collect(),
            ..Options::default()
        };
        options.headers().map(HeaderMap::from_iter)
    }

    #[test]
    fn a_custom_header_is_set_and_not_printed() {
        let headers = applied(&[("X-Trace", "hidden 1")]).unwrap();
        assert_eq!(headers["x-trace"], "hidden 1");
        assert!(!format!("{headers:?}").contains("hidden"));
    }

    #[test]
    fn reserved_headers_cannot_be_set() {
        for (name, problem) in [
            (
                "Authorization",
                "header `authorization` is reserved and cannot be set: it contains the secret key",
            ),
            (
                "stripe-ACCOUNT",
                "header `stripe-account` is reserved and cannot be set: use `stripe_account`",
            ),
            (
                "Idempotency-Key",
                "header `idempotency-key` is reserved and cannot be set: use `idempotency_key` of the request",
            ),
            (
                "Host",
                "header `host` is reserved and cannot be set: use `base_url`",
            ),
            (
                "User-Agent",
                "header `user-agent` is reserved and cannot be set: use `app_info`",
            ),
            (
                "Accept",
                "header `accept` is reserved and cannot be set: it depends on the request",
            ),
            (
                "Accept-Encoding",
                "header `accept-encoding` is reserved and cannot be set: responses are not decompressed",
            ),
            (
                "Content-Length",
                "header `content-length` is reserved and cannot be set: the HTTP client sets it",
            ),
            ("", "`` is not a valid header name"),
            ("a b\n", "`a b\\n` is not a valid header name"),
        ] {
            assert_eq!(applied(&[(name, "text")]).unwrap_err(), problem);
        }
    }

    #[test]
    fn a_value_is_one_line_and_never_quoted() {
        for text in ["", "hidden\r\nX-Other: 1", "hidd\u{e9}n"] {
            assert_eq!(
                applied(&[("x-a", text)]).unwrap_err(),
                "header `x-a` is empty, or contains a line break or a character that is not ASCII"
            );
        }
    }
}
