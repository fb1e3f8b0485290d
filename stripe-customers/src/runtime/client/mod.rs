//! The client: everything that happens between a request and its answer.
//!
//! [`builder`] checks the settings, once. [`call`] is one call: it prepares the request and sends it until
//! there is an answer to give back; [`attempt`] is one time of sending, and [`retry`] says whether there is
//! another. [`blocking`] is for threads without a runtime, [`trace`] tells what happens.

mod address;
mod attempt;
#[cfg(feature = "blocking")]
mod blocking;
mod builder;
mod call;
mod retry;
mod trace;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::Error;
use crate::runtime::request::Custom;
use crate::runtime::wire::{self, Encoded, Operation, Output, PathError};

use address::BaseUrl;
use call::Replying;

pub use builder::ClientBuilder;
pub use call::Call;

/// Sends requests to Stripe.
///
/// Cheap to clone, and all clones share one pool of connections: make one, and keep it.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # fn main() {
/// # stripe::run(async |client| {
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
/// # Ok(())
/// # });
/// # }
/// ```
///
/// `Debug` does not show the key.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    config: Arc<Config>,
}

/// What all requests of a client have in common.
struct Config {
    base: BaseUrl,
    headers: HeaderMap,
    max_retries: u32,
    timeout: Duration,
    max_response_bytes: usize,
    #[cfg(feature = "blocking")]
    background: blocking::Background,
}

impl Client {
    /// A client that uses `secret_key` (`sk_test_…`, `sk_live_…`, or `rk_…` of a restricted key), to be set
    /// up further.
    pub fn builder(secret_key: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(secret_key.into())
    }

    /// A client that uses `secret_key`, with everything as [`builder`](Self::builder) has it by default.
    ///
    /// # Errors
    ///
    /// All that [`ClientBuilder::build`] says.
    pub fn new(secret_key: impl Into<String>) -> Result<Self, Error> {
        Self::builder(secret_key).build()
    }

    /// A client with the key of the environment variable `STRIPE_SECRET_KEY`, for the address in
    /// `STRIPE_API_BASE` if that is set and not empty, and otherwise as [`builder`](Self::builder) makes it.
    ///
    /// # Errors
    ///
    /// When `STRIPE_SECRET_KEY` is not set or empty, and all that [`ClientBuilder::build`] says. The message
    /// names the variable.
    pub fn from_env() -> Result<Self, Error> {
        let key = variable("STRIPE_SECRET_KEY")?.ok_or_else(|| {
            Error::setup(
                "STRIPE_SECRET_KEY is not set: set it to a secret key of Stripe (sk_test_…)",
            )
        })?;
        let mut builder = Self::builder(key);
        if let Some(base_url) = variable("STRIPE_API_BASE")? {
            builder = builder.base_url(base_url);
        }
        builder.build()
    }

    /// Sends a request, and waits for the answer. What `request.send(&client)` does, for code that works
    /// with any [`Operation`].
    ///
    /// # Errors
    ///
    /// When a parameter of the path is not an id (nothing is sent then), when no answer comes, when it is
    /// not a success, and when it does not fit the type.
    pub fn send<T: Operation>(&self, request: &T) -> Call<T::Output> {
        // Per operation, no more than this is compiled.
        self.send_custom(request, Custom::default())
    }

    pub(crate) fn send_custom<T: Operation>(&self, request: &T, custom: Custom) -> Call<T::Output> {
        Call::new(self.reply(wire::encode(request), T::Output::ACCEPT, custom))
    }

    /// Sends a request until there is an answer to give back.
    fn reply(
        &self,
        request: Result<Encoded, PathError>,
        accept: &'static str,
        custom: Custom,
    ) -> Replying {
        Box::pin(call::run(self.clone(), request, accept, custom))
    }
}

/// The environment variable `name`; `None` if it is not set or empty.
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
