//! The headers of a request.

use reqwest::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::Error;
use crate::json::write_string;

use super::AppInfo;
use super::key::authorization;

const CRATE_VERSION: &str = env!("CARGO_PKG_VERSION");
const STRIPE_VERSION: HeaderName = HeaderName::from_static("stripe-version");
const CLIENT_USER_AGENT: HeaderName = HeaderName::from_static("x-stripe-client-user-agent");

/// The headers that all requests of a client have.
pub(super) fn of_client(
    key: &str,
    api_version: &str,
    app: Option<&AppInfo>,
) -> Result<HeaderMap, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, authorization(key)?);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(STRIPE_VERSION, value("the API version", api_version)?);
    let name = "the name, version or URL of the application";
    headers.insert(USER_AGENT, value(name, &user_agent(app))?);
    headers.insert(CLIENT_USER_AGENT, value(name, &client_user_agent(app))?);
    Ok(headers)
}

/// `Stripe/v1 RustBindings/0.1.0 MyApp/1.2 (https://example.com)`
fn user_agent(app: Option<&AppInfo>) -> String {
    let mut text = format!("Stripe/v1 RustBindings/{CRATE_VERSION}");
    if let Some(app) = app {
        text.push(' ');
        text.push_str(&app.name);
        if let Some(version) = &app.version {
            text.push('/');
            text.push_str(version);
        }
        if let Some(url) = &app.url {
            text.push_str(" (");
            text.push_str(url);
            text.push(')');
        }
    }
    text
}

/// The same as JSON, as the other libraries say it. Nothing in it tells one machine from another.
fn client_user_agent(app: Option<&AppInfo>) -> String {
    let mut json = String::from("{");
    member(&mut json, "bindings_version", CRATE_VERSION);
    member(&mut json, "lang", "rust");
    // The compiler's own version is not to be had without a build script: the oldest one that will do.
    member(&mut json, "lang_version", env!("CARGO_PKG_RUST_VERSION"));
    member(&mut json, "publisher", env!("CARGO_PKG_NAME"));
    if let Some(app) = app {
        json.push_str(",\"application\":{");
        member(&mut json, "name", &app.name);
        for (key, value) in [("version", &app.version), ("url", &app.url)] {
            if let Some(value) = value {
                member(&mut json, key, value);
            }
        }
        json.push('}');
    }
    json.push('}');
    json
}

fn member(json: &mut String, key: &str, value: &str) {
    if !json.ends_with('{') {
        json.push(',');
    }
    write_string(key, json);
    json.push(':');
    write_string(value, json);
}

/// `text` as the value of a header: one line of ASCII.
fn value(what: &str, text: &str) -> Result<HeaderValue, Error> {
    if text.is_empty() || text.contains(|c: char| !c.is_ascii_graphic() && c != ' ') {
        let problem = "is empty, or has a line break or a character in it that is not ASCII";
        return Err(Error::setup(format!("{what} {problem}")));
    }
    HeaderValue::try_from(text)
        .map_err(|_| Error::setup(format!("{what} can't be sent in a header")))
}

#[cfg(test)]
mod tests {
    use super::{AppInfo, client_user_agent, of_client, user_agent};

    #[test]
    fn the_application_is_named_if_it_has_a_name() {
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
    fn a_line_break_never_gets_into_a_header() {
        let app = AppInfo::new("MyApp\r\nAuthorization: Bearer sk_test_other");
        let error = of_client("sk_test_1", "2026-01-28.clover", Some(&app)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the name, version or URL of the application is empty, or has a line break or a character in it \
             that is not ASCII"
        );
        assert!(of_client("sk_test_1", "", None).is_err());
    }
}
