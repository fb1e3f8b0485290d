//! The address of the API.

use std::net::IpAddr;

use reqwest::Url;

use crate::Error;
use crate::runtime::request::STRIPE;

/// The maximum length of a URL, in bytes: that of [`http::Uri`].
const MAX_URL: usize = 65_534;

/// The base URL, which precedes the path of an operation.
#[derive(Clone, Debug)]
pub(super) struct BaseUrl {
    url: Url,
    loopback: bool,
    /// Whether it is the URL of Stripe's API. Only then are operations sent to other servers of Stripe.
    stripe: bool,
}

impl BaseUrl {
    /// Validates a URL. Plain HTTP exposes the key to the network, so it is an error except for this machine, unless
    /// `insecure` is set.
    pub(super) fn parse(text: &str, insecure: bool) -> Result<Self, Error> {
        // The message does not quote the URL, which may contain a password.
        let refuse = |problem: &str| Err(Error::setup(format!("the base URL {problem}")));
        let url = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => {
                return refuse(&format!(
                    "is not a URL ({error}): expected a URL such as `{STRIPE}`"
                ));
            }
        };
        let loopback = is_loopback(&url);
        match url.scheme() {
            "https" => {}
            "http" if loopback || insecure => {}
            "http" => {
                return refuse(
                    "is plain http to another machine, which exposes the key to the network: \
                     use https, or allow it with `allow_insecure_http(true)`",
                );
            }
            other => return refuse(&format!("starts with `{other}:`, expected https or http")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("contains a user name or password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("contains `?` or `#`, expected at most a path");
        }
        Ok(Self {
            loopback,
            stripe: url.as_str().trim_end_matches('/') == STRIPE,
            url,
        })
    }

    /// Returns whether the server is on this machine.
    pub(super) fn is_loopback(&self) -> bool {
        self.loopback
    }

    /// Returns the URL without a trailing slash.
    pub(super) fn as_str(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Returns the URL of `target`, a path with an optional query. `server` is the server of the operation, if it differs
    /// from that of most operations.
    pub(super) fn join(&self, server: Option<&str>, target: &str) -> Result<Url, Error> {
        let mut url = match server.filter(|_| self.stripe) {
            Some(server) => Url::parse(server).map_err(|error| {
                Error::setup(format!("the URL of the request is invalid: {error}"))
            })?,
            None => self.url.clone(),
        };
        check_length(url.as_str().trim_end_matches('/').len() + target.len())?;
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        // Parsing the scheme and the host again would take most of the time.
        match url.path().trim_end_matches('/') {
            "" => url.set_path(path),
            base => url.set_path(&format!("{base}{path}")),
        }
        url.set_query(query);
        // Characters that are not allowed in a URL are encoded now.
        check_length(url.as_str().len())?;
        Ok(url)
    }
}

fn check_length(length: usize) -> Result<(), Error> {
    match length {
        ..=MAX_URL => Ok(()),
        _ => Err(Error::parameter(format!(
            "the URL of the request has {length} bytes: expected at most {MAX_URL}"
        ))),
    }
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    // An IPv6 address is in brackets.
    let address = host.trim_start_matches('[').trim_end_matches(']');
    match address.parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host == "localhost",
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, Url};

    fn joined(base: &str) -> Result<String, String> {
        BaseUrl::parse(base, false)
            .and_then(|base| base.join(None, "/v1/customers/a%2Fb?expand[0]=c"))
            .map(String::from)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn paths_follow_the_base_url() {
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
    fn the_limit_is_that_of_the_encoded_url() {
        let base = BaseUrl::parse("https://api.stripe.com", false).unwrap();
        for target in [
            format!("/{}", "a".repeat(66_000)),
            format!("/{}", "é".repeat(20_000)),
        ] {
            let error = base.join(None, &target).unwrap_err();
            assert!(
                error.to_string().contains("expected at most 65534"),
                "{error}"
            );
        }
    }

    #[test]
    fn a_joined_url_is_the_same_as_one_that_is_parsed() {
        let targets = [
            "/v1/customers",
            "/v1/customers/a%2Fb%3Fc%23d",
            "/v1/customers?",
            "/v1/customers?limit=3&query=a%27+%2B?b[0]=%C3%A9&c='",
            r"/v1/./é b/..\c?é=ü",
            "?a=b",
            "",
        ];
        for base in [
            "https://api.stripe.com",
            "https://proxy.example:444/a/b%20c",
            "http://[::1]:8420",
        ] {
            for target in targets {
                let joined = BaseUrl::parse(base, false).unwrap().join(None, target);
                let parsed = Url::parse(&format!("{base}{target}")).unwrap();
                assert_eq!(joined.unwrap(), parsed);
            }
        }
    }

    #[test]
    fn other_servers_of_stripe_are_used_only_with_the_api_of_stripe() {
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
    fn an_invalid_base_url_is_an_error() {
        const NO_URL: &str = "the base URL is not a URL (relative URL without a base): expected a URL such as `https://api.stripe.com`";
        for (base, expected) in [
            ("", NO_URL),
            ("api.stripe.com", NO_URL),
            (
                "ftp://api.stripe.com",
                "the base URL starts with `ftp:`, expected https or http",
            ),
            (
                "https://me:hidden@api.stripe.com",
                "the base URL contains a user name or password",
            ),
            (
                "https://api.stripe.com?a=b",
                "the base URL contains `?` or `#`, expected at most a path",
            ),
            (
                "https://api.stripe.com/#a",
                "the base URL contains `?` or `#`, expected at most a path",
            ),
        ] {
            assert_eq!(joined(base), Err(expected.to_owned()), "{base}");
        }
    }

    #[test]
    fn plain_http_to_another_machine_is_an_error_unless_allowed() {
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
