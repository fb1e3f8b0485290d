//! The client.
//!
//! [`builder`] validates the settings. [`attempt`] prepares a request and sends it once, [`call`] sends it with retries, and
//! [`retry`] decides whether to send it again. [`runtime`] checks the runtime. [`blocking`] runs calls for threads without a runtime. [`trace`] emits spans.

mod address;
mod attempt;
#[cfg(feature = "blocking")]
mod blocking;
mod builder;
mod call;
mod retry;
mod runtime;
#[cfg_attr(not(feature = "tracing"), path = "untraced.rs")]
mod trace;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use http::HeaderMap;

use crate::runtime::request::Custom;
use crate::runtime::response::Reader;
use crate::runtime::wire::{self, Encoded, Method, Operation, Output, ParameterError};
use crate::{Error, Request};

use address::BaseUrl;
use attempt::Addressed;
pub(crate) use call::PendingResponse;
pub(crate) use runtime::in_background;

pub use builder::ClientBuilder;
pub use call::Call;

/// A client for Stripe's API.
///
/// Create one client and clone it: clones are cheap and share one connection pool.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::{Client, CreateCustomer};
///
/// # if false {
/// let client = Client::from_env()?;
/// # }
/// let customer = CreateCustomer::new()
///     .description("Customer for jenny.rosen@example.com")
///     .send(&client)
///     .await?;
/// println!("{}", customer.id);
/// # }}
/// ```
///
/// `Debug` does not show the key.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    config: Arc<Config>,
}

/// The settings of a client.
struct Config {
    base: BaseUrl,
    headers: HeaderMap,
    max_retries: u32,
    timeout: Duration,
    max_response_bytes: usize,
    /// Whether there has been a response. If not, no connection is idle.
    responded: AtomicBool,
    #[cfg(feature = "blocking")]
    background: blocking::Background,
}

impl Client {
    /// Returns a builder of a client that authenticates with `secret_key` (`sk_test_…`, `sk_live_…`, or a restricted key
    /// `rk_…`).
    pub fn builder(secret_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(secret_key.into())
    }

    /// Creates a client that authenticates with `secret_key`, with the default settings.
    ///
    /// # Errors
    ///
    /// The errors of [`ClientBuilder::build`].
    pub fn new(secret_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(secret_key).build()
    }

    /// Creates a client from environment variables: `STRIPE_SECRET_KEY` is the key, and `STRIPE_API_BASE`, if set and not
    /// empty, is the base URL.
    ///
    /// # Errors
    ///
    /// If `STRIPE_SECRET_KEY` is not set or empty, and the errors of [`ClientBuilder::build`].
    pub fn from_env() -> Result<Self, Error> {
        let key = variable("STRIPE_SECRET_KEY")?.ok_or_else(|| {
            Error::setup(
                "STRIPE_SECRET_KEY is not set: set it to a secret key of your Stripe account (sk_test_…)",
            )
        })?;
        let mut builder = Self::builder(key);
        if let Some(base_url) = variable("STRIPE_API_BASE")? {
            builder = builder.base_url(base_url);
        }
        builder.build()
    }

    /// Sends a request and waits for the response. The same as `request.send(&client)`, for code that works with any
    /// [`Operation`].
    ///
    /// # Errors
    ///
    /// If a parameter in the path is not an id (nothing is sent in this case), if there is no response, or if the response
    /// is not a success or does not match the type.
    pub fn send<T: Operation>(&self, request: &T) -> Call<T::Output> {
        // This is all that is compiled per operation.
        let custom = Custom::default();
        self.send_encoded(
            wire::encode(request, &custom.params),
            &custom,
            T::Output::read,
        )
    }

    /// Creates a request for an operation that this crate does not have.
    ///
    /// `path` is a path of Stripe's API with the names of parameters in braces, such as `/v1/customers/{customer}/balance_transactions`.
    /// Their values are set with [`path`](Request::path), and all other parameters with [`param`](Request::param). `T` is the type of
    /// the response. See [`Request`].
    pub fn request<T>(
        &self,
        method: Method,
        path: impl Into<Cow<'static, str>>,
    ) -> Request<T, Self> {
        Request::with_client(method, path.into(), self.clone())
    }

    /// Sends an encoded request. `read` decodes the response.
    pub(crate) fn send_encoded<T>(
        &self,
        request: Result<Encoded, ParameterError>,
        custom: &Custom,
        read: Reader<T>,
    ) -> Call<T> {
        Call::new(self.raw(request, custom), read)
    }

    /// Sends a request, with retries, without decoding the response.
    pub(crate) fn raw(
        &self,
        request: Result<Encoded, ParameterError>,
        custom: &Custom,
    ) -> PendingResponse {
        match Addressed::new(self, request, custom) {
            // An `async` block, because an `async fn` has two places for each of its arguments.
            Ok(request) => runtime::checked(async move { request.send().await }),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        }
    }
}

/// Returns the environment variable `name`, or `None` if it is not set or empty.
fn variable(name: &str) -> Result<Option<String>, Error> {
    match std::env::var_os(name).map(std::ffi::OsString::into_string) {
        None => Ok(None),
        Some(Ok(value)) => Ok(Some(value).filter(|value| !value.is_empty())),
        Some(Err(_)) => Err(Error::setup(format!("{name} is not valid UTF-8"))),
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let config = &*self.config;
        f.debug_struct("Client")
            .field("base_url", &config.base.as_str())
            .field("max_retries", &config.max_retries)
            .field("timeout", &config.timeout)
            .field("max_response_bytes", &config.max_response_bytes)
            .finish_non_exhaustive()
    }
}
