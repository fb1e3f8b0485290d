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

use http::HeaderMap;

use crate::Error;
use crate::runtime::wire::{Encoded, ParameterError};

pub(crate) use customized::Custom;

/// The address of Stripe's API.
pub(crate) const STRIPE: &str = "https://api.stripe.com";

/// A request without the address of the server.
pub(crate) struct Prepared {
    pub(crate) encoded: Encoded,
    /// The headers that not all requests of a client have.
    own_headers: Headers,
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
) -> Result<Prepared, Error> {
    let encoded = encoded.map_err(Error::unsendable)?;
    let own_headers = headers::of_request(&encoded, custom)?;
    Ok(Prepared {
        encoded,
        own_headers,
    })
}

/// Returns the request as an [`http::Request`] that authenticates with `key`.
pub(crate) fn plain(
    encoded: Result<Encoded, ParameterError>,
    custom: &Custom,
    key: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    let mut headers = headers::of_client(key, None, &Options::default())?;
    let prepared = prepare(encoded, custom)?;
    prepared.add_headers(&mut headers);
    let encoded = prepared.encoded;
    let server = encoded.server.unwrap_or(STRIPE);
    let uri = http::Uri::try_from(format!("{server}{}", encoded.target))
        .map_err(|error| Error::parameter(format!("the URL of the request is invalid: {error}")))?;
    let mut request = http::Request::new(encoded.body.unwrap_or_default().1);
    *request.method_mut() = encoded.method.into();
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}
