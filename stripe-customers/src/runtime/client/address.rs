//! Where requests go.

use std::net::IpAddr;

use reqwest::Url;

use crate::Error;
use crate::runtime::request::STRIPE;

/// The address that the path of an operation is put after.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl {
    /// Without a slash at the end.
    text: String,
    loopback: bool,
    /// Whether it is Stripe's own: only then are other servers of Stripe where they say.
    stripe: bool,
}

impl BaseUrl {
    /// Checks `text`. A key over plain HTTP can be read on the way: so that is for this machine alone, or
    /// where `insecure` says that the caller knows.
    pub(super) fn parse(text: &str, insecure: bool) -> Result<Self, Error> {
        // The address itself is not quoted: it may hold a password.
        let refuse = |problem: &str| Err(Error::setup(format!("the base URL {problem}")));
        let url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => return refuse(&format!("is not a URL: {error}")),
        };
        let loopback = is_loopback(&url);
        match url.scheme() {
            "https" => {}
            "http" if loopback || insecure => {}
            "http" => {
                return refuse(
                    "is plain http to another machine, where the key can be read on the way: \
                     use https, or allow it with `allow_insecure_http(true)`",
                );
            }
            other => return refuse(&format!("starts with `{other}:`, expected https or http")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("has a user name or password in it");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("has a `?` or `#` in it, expected at most a path");
        }
        Ok(Self {
            text: url.as_str().trim_end_matches('/').to_owned(),
            loopback,
            stripe: url.as_str().trim_end_matches('/') == STRIPE,
        })
    }

    /// Whether it is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.loopback
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The address of `target`, a path and perhaps a query, of the operation that is at `server`, if not where the
    /// others are.
    pub(super) fn join(&self, server: Option<&str>, target: &str) -> Result<Url, Error> {
        let base = server.filter(|_| self.stripe).unwrap_or(&self.text);
        Url::parse(&format!("{base}{target}"))
            .map_err(|error| Error::setup(format!("the path of the request is not one: {error}")))
    }
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    // An IPv6 address stands in brackets.
    let address = host.trim_start_matches('[').trim_end_matches(']');
    match address.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    fn joined(base: &str) -> Result<String, String> {
        BaseUrl::parse(base, false)
            .and_then(|base| base.join(None, "/v1/customers/a%2Fb?expand[0]=c"))
            .map(String::from)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn paths_are_put_after_it() {
        for (base, expected) in [
            ("https://api.stripe.com", "https://api.stripe.com"),
            ("https://api.stripe.com/", "https://api.stripe.com"),
            (
                "https://proxy.example/stripe",
                "https://proxy.example/stripe",
            ),
            (
                "https://proxy.example/stripe//",
                "https://proxy.example/stripe",
            ),
            ("http://127.0.0.1:8420", "http://127.0.0.1:8420"),
            ("http://localhost:8420/", "http://localhost:8420"),
            ("http://[::1]:8420", "http://[::1]:8420"),
        ] {
            let expected = format!("{expected}/v1/customers/a%2Fb?expand[0]=c");
            assert_eq!(joined(base), Ok(expected), "{base}");
        }
    }

    #[test]
    fn other_servers_of_stripe_are_used_with_stripe_alone() {
        for (base, expected) in [
            (
                "https://api.stripe.com/",
                "https://files.stripe.com/v1/files",
            ),
            ("http://127.0.0.1:8420", "http://127.0.0.1:8420/v1/files"),
        ] {
            let base = BaseUrl::parse(base, false).unwrap();
            let url = base.join(Some("https://files.stripe.com"), "/v1/files");
            assert_eq!(url.unwrap().as_str(), expected);
        }
    }

    #[test]
    fn what_is_not_an_address_for_a_key_is_refused() {
        for (base, expected) in [
            ("", "the base URL is not a URL: relative URL without a base"),
            (
                "api.stripe.com",
                "the base URL is not a URL: relative URL without a base",
            ),
            (
                "ftp://api.stripe.com",
                "the base URL starts with `ftp:`, expected https or http",
            ),
            (
                "https://me:hidden@api.stripe.com",
                "the base URL has a user name or password in it",
            ),
            (
                "https://api.stripe.com?a=b",
                "the base URL has a `?` or `#` in it, expected at most a path",
            ),
            (
                "https://api.stripe.com/#a",
                "the base URL has a `?` or `#` in it, expected at most a path",
            ),
        ] {
            assert_eq!(joined(base), Err(expected.to_owned()), "{base}");
        }
    }

    #[test]
    fn plain_http_is_for_this_machine_alone() {
        for base in [
            "http://api.stripe.com",
            "http://10.0.0.1",
            "http://localhost.example",
            "http://127.0.0.1.example",
        ] {
            let message = joined(base).unwrap_err();
            assert!(message.contains("allow_insecure_http"), "{message}");
            assert!(BaseUrl::parse(base, true).is_ok(), "{base}");
        }
    }
}
