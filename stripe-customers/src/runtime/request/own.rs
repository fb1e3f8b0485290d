//! Requests whose path and parameters the caller writes.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde_core::de::DeserializeOwned;

use crate::runtime::json::DecodeError;
use crate::runtime::model;
use crate::runtime::wire::{Encoded, Method, OwnPath, ParameterError, Params};
use crate::{Customized, Error, Json, Response};

use super::customized::Custom;

/// A request of your own, for operations that this crate does not have.
///
/// Created by [`Client::request`](crate::Client::request), or without a client by [`Request::new`]. `T` is the type of the response:
/// a type of this crate, your own type that implements `serde::Deserialize`, or [`Json`].
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::{CreateCustomer, Json, Method};
///
/// # let id = CreateCustomer::new().name("Jenny Rosen").send(&client).await?.id.clone();
/// let customer = client
///     .request::<Json>(Method::Get, "/v1/customers/{customer}")
///     .path("customer", &id)
///     .param("expand", ["default_source"])
///     .send()
///     .await?;
/// assert_eq!(customer.get("name").unwrap(), "Jenny Rosen");
/// # }}
/// ```
///
/// The path and the parameters are checked before the request is sent. An error is one for which
/// [`is_parameter`](Error::is_parameter) returns `true`. `Debug` does not show values.
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T, C = ()> {
    method: Method,
    path: OwnPath,
    params: Params,
    client: C,
    of: PhantomData<fn() -> T>,
}

impl<T> Request<T> {
    /// Creates a request for another HTTP client: see [`http_request`](Self::http_request).
    ///
    /// See [`Client::request`](crate::Client::request) for the arguments.
    pub fn new(method: Method, path: impl Into<Cow<'static, str>>) -> Self {
        Self::with_client(method, path.into(), ())
    }
}

impl<T, C> Request<T, C> {
    pub(crate) fn with_client(method: Method, path: Cow<'static, str>, client: C) -> Self {
        Self {
            method,
            path: OwnPath::new(path),
            params: Params::default(),
            client,
            of: PhantomData,
        }
    }

    /// Sets the value of a parameter in the path, usually an id. It is encoded as one segment.
    ///
    /// An empty value, `.` and `..` are errors, and so is a name that the path does not have, because the request would be another
    /// one.
    pub fn path(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.path.set(name.into(), value.to_string());
        self
    }

    /// Adds a parameter, which is sent in the query of a `GET` or `DELETE`, and in the body of any other request: as a form, or as
    /// JSON if the path starts with `/v2/`.
    ///
    /// See [`Customized::param`] for names and values.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.params.push(name.into(), value.into());
        self
    }

    /// Adds options to the request, such as an idempotency key, a connected account or a timeout.
    pub fn customize(self) -> Customized<Self> {
        Customized::new(self)
    }

    /// Returns the request as an [`http::Request`], to send it with another HTTP client, or to sign, record or test it.
    /// [`decode_response`](Self::decode_response) decodes the response.
    ///
    /// ```
    /// use stripe_customers::{Json, Method, Request};
    ///
    /// let request = Request::<Json>::new(Method::Post, "/v1/customers/{customer}/balance_transactions")
    ///     .path("customer", "cus_NffrFeUfNV2Hib")
    ///     .param("amount", -500)
    ///     .param("currency", "usd");
    /// let http = request.http_request("sk_test_123")?;
    /// assert_eq!(http.uri().path(), "/v1/customers/cus_NffrFeUfNV2Hib/balance_transactions");
    /// assert_eq!(http.body(), b"amount=-500&currency=usd");
    /// # Ok::<(), stripe_customers::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the path, a parameter or `secret_key` is invalid.
    pub fn http_request(&self, secret_key: &str) -> Result<http::Request<Vec<u8>>, Error> {
        let custom = Custom::default();
        super::plain(self.encode(&custom), &custom, secret_key)
    }

    fn encode(&self, custom: &Custom) -> Result<Encoded, ParameterError> {
        self.encode_with(&custom.params)
    }

    /// Encodes the request with more parameters.
    pub(crate) fn encode_with(&self, more: &Params) -> Result<Encoded, ParameterError> {
        let mut params = self.params.clone();
        params.append(more);
        self.path.encode(self.method, &params)
    }
}

impl<T: DeserializeOwned, C> Request<T, C> {
    /// Decodes a response that another HTTP client received.
    ///
    /// # Errors
    ///
    /// If the response is not a success or does not match the type.
    pub fn decode_response(
        response: http::Response<impl Into<Vec<u8>>>,
    ) -> Result<Response<T>, Error> {
        Response::from_http(response, read)
    }
}

#[cfg(feature = "client")]
impl<T: DeserializeOwned> Request<T, crate::Client> {
    /// Sends the request and waits for the response.
    ///
    /// Retries, idempotency keys and errors are the same as those of any other request.
    ///
    /// # Errors
    ///
    /// If the path or a parameter is invalid (nothing is sent in this case), if there is no response, or if the response is not a
    /// success or does not match the type.
    pub fn send(&self) -> crate::Call<T> {
        self.send_custom(&Custom::default())
    }

    /// Sends the request and blocks the thread until the response arrives.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send), and an error inside an async task, which must not block.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(&self) -> Result<Response<T>, Error> {
        self.send_custom_blocking(&Custom::default())
    }

    fn send_custom(&self, custom: &Custom) -> crate::Call<T> {
        self.client.send_encoded(self.encode(custom), custom, read)
    }

    #[cfg(feature = "blocking")]
    fn send_custom_blocking(&self, custom: &Custom) -> Result<Response<T>, Error> {
        let encoded = self.encode(custom);
        self.client.send_encoded_blocking(encoded, custom, read)
    }
}

impl<T, C> Customized<Request<T, C>> {
    /// Returns the request as an [`http::Request`], to send it with another HTTP client, or to sign, record or test it.
    ///
    /// The timeout and the number of retries are not part of it.
    ///
    /// # Errors
    ///
    /// If an option, the path, a parameter or `secret_key` is invalid.
    pub fn http_request(&self, secret_key: &str) -> Result<http::Request<Vec<u8>>, Error> {
        let Self { request, custom } = self;
        super::plain(request.encode(custom), custom, secret_key)
    }
}

#[cfg(feature = "client")]
impl<T: DeserializeOwned> Customized<Request<T, crate::Client>> {
    /// Sends the request and waits for the response.
    ///
    /// # Errors
    ///
    /// If an option is invalid (nothing is sent in this case), and the errors of the request without options.
    pub fn send(&self) -> crate::Call<T> {
        self.request.send_custom(&self.custom)
    }

    /// Sends the request and blocks the thread until the response arrives.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send), and an error inside an async task, which must not block.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(&self) -> Result<Response<T>, Error> {
        self.request.send_custom_blocking(&self.custom)
    }
}

/// Decodes a response. `T` may be a foreign type.
fn read<T: DeserializeOwned>(text: &Arc<str>, _: &[u8]) -> Result<T, DecodeError> {
    model::from_text_with_serde(text)
}

impl<T, C: Clone> Clone for Request<T, C> {
    fn clone(&self) -> Self {
        Self {
            method: self.method,
            path: self.path.clone(),
            params: self.params.clone(),
            client: self.client.clone(),
            of: PhantomData,
        }
    }
}

impl<T, C> fmt::Debug for Request<T, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path.template)
            .field("params", &self.params.names().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
