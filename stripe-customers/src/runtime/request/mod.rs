//! Requests with their headers, independent of the HTTP client.
//!
//! [`Client`](crate::Client) sends them. `http_request` returns them as an [`http::Request`] for other HTTP clients.

mod app_info;
mod customized;
mod headers;
mod idempotency;
mod key;
mod options;
mod own;

pub use app_info::AppInfo;
pub use customized::Customized;
pub use own::Request;

use headers::Headers;
#[cfg(feature = "client")]
pub(crate) use headers::of_client;
pub(crate) use options::Options;

#[cfg(feature = "tracing")]
use std::borrow::Cow;

use http::HeaderMap;

use crate::Error;
use crate::runtime::wire::{self, Encoded, Operation, Output, ParameterError};

pub(crate) use customized::Custom;

/// The address of Stripe's API.
pub(crate) const STRIPE: &str = "https://api.stripe.com";

/// A request without the address of the server.
pub(crate) struct Prepared {
    pub(crate) method: http::Method,
    /// The path and, after `?`, the query.
    pub(crate) target: String,
    /// The path with the names of parameters in braces.
    #[cfg(feature = "tracing")]
    pub(crate) template: Cow<'static, str>,
    /// The headers that not all requests of a client have.
    own_headers: Headers,
    pub(crate) body: Vec<u8>,
    /// The server of the operation, if it differs from that of most operations.
    pub(crate) server: Option<&'static str>,
}

impl Prepared {
    /// Adds the headers of the request to those of all requests of a client.
    pub(crate) fn add_headers(&self, headers: &mut HeaderMap) {
        for (name, value) in &self.own_headers {
            headers.insert(name.clone(), value.clone());
        }
    }

    #[cfg(feature = "client")]
    pub(crate) fn idempotency_key(&self) -> Option<http::HeaderValue> {
        let mut headers = self.own_headers.iter();
        let (_, key) = headers.find(|(name, _)| *name == options::IDEMPOTENCY_KEY)?;
        Some(key.clone())
    }
}

/// Adds headers to a request.
pub(crate) fn prepare(
    encoded: Result<Encoded, ParameterError>,
    custom: &Custom,
    accept: &'static str,
) -> Result<Prepared, Error> {
    let encoded = encoded.map_err(Error::unsendable)?;
    let (media_type, body) = encoded.body.unzip();
    Ok(Prepared {
        own_headers: headers::of_request(accept, media_type, custom)?,
        method: match encoded.method {
            wire::Method::Get => http::Method::GET,
            wire::Method::Post => http::Method::POST,
            wire::Method::Put => http::Method::PUT,
            wire::Method::Patch => http::Method::PATCH,
            wire::Method::Delete => http::Method::DELETE,
        },
        target: encoded.target,
        #[cfg(feature = "tracing")]
        template: encoded.template,
        body: body.unwrap_or_default(),
        server: encoded.server,
    })
}

/// Returns the request as an [`http::Request`] that authenticates with `key`.
pub(crate) fn plain<T: Operation>(
    operation: &T,
    custom: &Custom,
    key: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    plain_encoded(
        wire::encode(operation, &custom.params),
        T::Output::ACCEPT,
        custom,
        key,
    )
}

fn plain_encoded(
    encoded: Result<Encoded, ParameterError>,
    accept: &'static str,
    custom: &Custom,
    key: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    let mut headers = headers::of_client(key, None, &Options::default())?;
    let prepared = prepare(encoded, custom, accept)?;
    let server = prepared.server.unwrap_or(STRIPE);
    let uri = http::Uri::try_from(format!("{server}{}", prepared.target))
        .map_err(|error| Error::parameter(format!("the URL of the request is invalid: {error}")))?;
    prepared.add_headers(&mut headers);
    let mut request = http::Request::new(prepared.body);
    *request.method_mut() = prepared.method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}
