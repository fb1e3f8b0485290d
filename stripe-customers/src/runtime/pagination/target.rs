//! Paths and queries as text.

use reqwest::Url;

use crate::runtime::wire::append_form;

/// Returns `target`, a path and a query, with the parameter `name` set to `value`. The other parameters stay as they are.
pub(super) fn with(target: &str, name: &str, value: &str) -> String {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut out = format!("{path}?");
    for pair in query.split('&') {
        if !pair.is_empty() && pair.split('=').next() != Some(name) {
            out.push_str(pair);
            out.push('&');
        }
    }
    out.push_str(name);
    out.push('=');
    append_form(value, &mut out);
    out
}

/// Returns the value of the parameter `name` in the query of `target`.
pub(super) fn parameter(target: &str, name: &str) -> Option<String> {
    let url = url(target)?;
    let mut pairs = url.query_pairs();
    let (_, value) = pairs.find(|(key, _)| key == name)?;
    Some(value.into_owned())
}

/// Returns the path and the query of a URL or of a path, or `None` if it has no path. The host is ignored.
pub(super) fn of_url(text: &str) -> Option<String> {
    let url = url(text).filter(|url| url.path() != "/")?;
    let query = url.query().map(|query| format!("?{query}"));
    Some(format!("{}{}", url.path(), query.unwrap_or_default()))
}

/// Parses a URL, or a path of a host that is not used.
fn url(text: &str) -> Option<Url> {
    let url = Url::parse("https://host.invalid").ok()?.join(text).ok()?;
    matches!(url.scheme(), "https" | "http").then_some(url)
}

#[cfg(test)]
mod tests {
    use super::{of_url, parameter, with};

    #[test]
    fn a_parameter_is_replaced_or_added() {
        for (target, expected) in [
            ("/v1/a", "/v1/a?page=x%26y"),
            ("/v1/a?", "/v1/a?page=x%26y"),
            ("/v1/a?page=b&limit=3", "/v1/a?limit=3&page=x%26y"),
            (
                "/v1/a?pages=b&expand[0]=page",
                "/v1/a?pages=b&expand[0]=page&page=x%26y",
            ),
        ] {
            assert_eq!(with(target, "page", "x&y"), expected);
        }
        assert_eq!(parameter("/v1/a?b=1&page=x%26+y", "page").unwrap(), "x& y");
        assert_eq!(parameter("/v1/a?b=1", "page"), None);
    }

    #[test]
    fn the_host_of_a_url_is_ignored() {
        for (url, expected) in [
            ("/v1/a", Some("/v1/a")),
            ("/v1/a?customer=b#c", Some("/v1/a?customer=b")),
            ("https://elsewhere.example/v1/a?b=c", Some("/v1/a?b=c")),
            ("//elsewhere.example/v1/a", Some("/v1/a")),
            ("\\\\elsewhere.example\\v1\\a", Some("/v1/a")),
            ("http://me:hidden@elsewhere.example:1/v1/a", Some("/v1/a")),
            ("/v1/../v1/a b", Some("/v1/a%20b")),
            ("", None),
            ("/", None),
            ("https://elsewhere.example", None),
            ("data:text/html,a", None),
            ("https://", None),
        ] {
            assert_eq!(of_url(url).as_deref(), expected, "{url}");
        }
    }
}
