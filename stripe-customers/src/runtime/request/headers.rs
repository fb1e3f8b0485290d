//! The headers of a request.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};

use crate::runtime::json::{ObjectWriter, write_string};
use crate::runtime::wire::{Encoded, JSON};
use crate::{API_VERSION, Error};

use super::AppInfo;
use super::customized::Custom;
use super::idempotency::{checked, fresh_key};
use super::key::authorization;
use super::options::{CLIENT_USER_AGENT, IDEMPOTENCY_KEY, Options, STRIPE_VERSION, value};

/// The value of `User-Agent`, before the application.
const AGENT: &str = concat!("Stripe/v1 RustBindings/", env!("CARGO_PKG_VERSION"));

/// The value of `X-Stripe-Client-User-Agent`, before the application: JSON in the format of Stripe's official SDKs. It does not
/// identify the machine.
///
/// `lang_version` is the minimum version: the actual version of the compiler is not available without a build script.
const CLIENT_AGENT: &str = concat!(
    r#"{"bindings_version":""#,
    env!("CARGO_PKG_VERSION"),
    r#"","lang":"rust","lang_version":""#,
    env!("CARGO_PKG_RUST_VERSION"),
    r#"","publisher":""#,
    env!("CARGO_PKG_NAME"),
    r#"""#,
);

/// Headers to add to others. Each replaces those with its name.
pub(super) type Headers = Vec<(HeaderName, HeaderValue)>;

/// The headers of all requests of a client.
pub(crate) fn of_client(
    key: &str,
    app: Option<&AppInfo>,
    options: &Options,
) -> Result<HeaderMap, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, authorization(key)?);
    headers.insert(STRIPE_VERSION, HeaderValue::from_static(API_VERSION));
    let name = "the name, version or URL of the application";
    for (header, text) in [
        (USER_AGENT, user_agent(app)),
        (CLIENT_USER_AGENT, client_user_agent(app)),
    ] {
        headers.insert(header, value(name, &text).map_err(Error::setup)?);
    }
    for (name, value) in options.headers().map_err(Error::setup)? {
        headers.insert(name, value);
    }
    headers.insert(ACCEPT, HeaderValue::from_static(JSON));
    Ok(headers)
}

/// The headers of one request, which are added to those of the client. A request with a body has an idempotency key.
pub(super) fn of_request(encoded: &Encoded, custom: &Custom) -> Result<Headers, Error> {
    let mut headers = custom.options.headers().map_err(Error::parameter)?;
    if encoded.accept != JSON {
        headers.push((ACCEPT, HeaderValue::from_static(encoded.accept)));
    }
    let own_key = custom.idempotency_key.as_deref().map(checked);
    let own_key = own_key.transpose().map_err(Error::parameter)?;
    if let Some((media_type, _)) = &encoded.body {
        if !media_type.is_empty() {
            let media_type = match media_type {
                Cow::Borrowed(text) => HeaderValue::from_static(text),
                Cow::Owned(text) => value("the media type", text).map_err(Error::parameter)?,
            };
            headers.push((CONTENT_TYPE, media_type));
        }
        let key = match own_key {
            Some(key) => key,
            None => fresh_key()?,
        };
        headers.push((IDEMPOTENCY_KEY, key));
    }
    Ok(headers)
}

/// `Stripe/v1 RustBindings/0.1.0 MyApp/1.2 (https://example.com)`
fn user_agent(app: Option<&AppInfo>) -> String {
    let mut text = AGENT.to_owned();
    if let Some(app) = app {
        text.push_str(&format!(" {}", app.name));
        if let Some(version) = &app.version {
            text.push_str(&format!("/{version}"));
        }
        if let Some(url) = &app.url {
            text.push_str(&format!(" ({url})"));
        }
    }
    text
}

/// The same as JSON.
fn client_user_agent(app: Option<&AppInfo>) -> String {
    let mut json = CLIENT_AGENT.to_owned();
    if let Some(app) = app {
        json.push_str(",\"application\":");
        let mut members = ObjectWriter::new(&mut json);
        write_string(&app.name, members.key("name"));
        for (key, value) in [("version", &app.version), ("url", &app.url)] {
            if let Some(value) = value {
                write_string(value, members.key(key));
            }
        }
        members.end();
    }
    json.push('}');
    json
}

#[cfg(test)]
mod tests {
    use super::{AppInfo, Options, client_user_agent, of_client, user_agent};

    #[test]
    fn the_user_agent_contains_the_application() {
        let version = env!("CARGO_PKG_VERSION");
        let bare = format!("Stripe/v1 RustBindings/{version}");
        assert_eq!(user_agent(None), bare);
        let app = AppInfo::new("MyApp");
        assert_eq!(user_agent(Some(&app)), format!("{bare} MyApp"));
        let app = app.version("1.2").url("https://example.com");
        assert_eq!(
            user_agent(Some(&app)),
            format!("{bare} MyApp/1.2 (https://example.com)")
        );
    }

    #[test]
    fn the_client_describes_itself_as_json() {
        let json = |app: Option<&AppInfo>| -> serde_json::Value {
            serde_json::from_str(&client_user_agent(app)).unwrap()
        };
        let bare = json(None);
        assert_eq!(bare["lang"], "rust");
        assert_eq!(bare["publisher"], "stripe-customers");
        assert_eq!(bare["bindings_version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(bare.get("application"), None);
        let app = AppInfo::new("My \"App\"").url("https://example.com");
        assert_eq!(
            json(Some(&app))["application"],
            serde_json::json!({"name": "My \"App\"", "url": "https://example.com"})
        );
    }

    #[test]
    fn a_line_break_in_a_header_is_an_error() {
        let app = AppInfo::new("MyApp\r\nAuthorization: Bearer sk_test_other");
        let error = of_client("sk_test_1", Some(&app), &Options::default()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the name, version or URL of the application is empty, or contains a line break or a character that \
             is not ASCII"
        );
    }
}
