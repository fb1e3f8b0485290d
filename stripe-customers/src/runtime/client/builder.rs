//! The settings of a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::Error;
use crate::runtime::request::{self, AppInfo, Options};

use super::address::BaseUrl;
use super::{Client, Config};

/// Sets up a [`Client`]. From [`Client::builder`].
///
/// ```
/// use std::time::Duration;
/// use stripe_customers::Client;
///
/// let client = Client::builder("sk_test_123")
///     .base_url("http://127.0.0.1:8420")
///     .max_retries(4)
///     .timeout(Duration::from_secs(20))
///     .build()?;
/// # Ok::<(), stripe_customers::Error>(())
/// ```
///
/// `Debug` does not show the key.
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    secret_key: String,
    base_url: String,
    allow_insecure_http: bool,
    max_retries: u32,
    timeout: Duration,
    connect_timeout: Duration,
    max_response_bytes: usize,
    app_info: Option<AppInfo>,
    options: Options,
    http: Option<reqwest::Client>,
}

impl ClientBuilder {
    pub(super) fn new(secret_key: String) -> Self {
        Self {
            secret_key,
            base_url: request::STRIPE.to_owned(),
            allow_insecure_http: false,
            max_retries: 2,
            timeout: Duration::from_secs(80),
            connect_timeout: Duration::from_secs(30),
            max_response_bytes: 32 * 1024 * 1024,
            app_info: None,
            options: Options::default(),
            http: None,
        }
    }

    /// The address of the API, perhaps with a path that comes before all others. `https://api.stripe.com` by
    /// default.
    ///
    /// Must be `https`, or `http` to this machine (`localhost`, `127.0.0.1`, `[::1]`), where the test servers
    /// are. For those no proxy is used, whatever the environment says.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Whether the address may be plain `http` to another machine. It may not by default: whoever is on the
    /// way can read the key.
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// How often a request is sent again after an attempt that failed, if that can help. 2 by default, 0 for
    /// never.
    ///
    /// It can help when the connection failed, after a conflict (409), and after an error at Stripe (500 and
    /// above), unless Stripe says otherwise. Every attempt of a request that writes has the same idempotency
    /// key, so that Stripe carries it out once. The delay is half a second at first, doubles up to five
    /// seconds, and is at least what Stripe asks for, up to a minute.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The time for one attempt, from connecting to the end of the answer. 80 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// The time to connect, as part of the attempt. 30 seconds by default; without effect if there is an
    /// [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The largest body of an answer that is read, in bytes. 32 MiB by default.
    ///
    /// A larger one is an error, before it fills the memory.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// The application that uses the client. None by default.
    pub fn app_info(mut self, app: AppInfo) -> Self {
        self.app_info = Some(app);
        self
    }

    /// The connected account (`acct_…`) on whose behalf all requests are made that do not name another. None by
    /// default: the account of the key.
    ///
    /// See <https://docs.stripe.com/connect/authentication>.
    pub fn stripe_account(mut self, account: impl Into<String>) -> Self {
        self.options.account = Some(account.into());
        self
    }

    /// The context in which all requests are made that do not name another: an account or a path of accounts. None by
    /// default.
    ///
    /// See <https://docs.stripe.com/context>.
    pub fn stripe_context(mut self, context: impl Into<String>) -> Self {
        self.options.context = Some(context.into());
        self
    }

    /// The version of Stripe's API. [`API_VERSION`](crate::API_VERSION) by default, for which the types of this crate are made:
    /// an answer of another version may not fit them.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.options.api_version = Some(version.into());
        self
    }

    /// A header of your own for all requests. May be called several times.
    ///
    /// Headers that this crate makes (`Authorization`, `Stripe-Account`, …) are refused.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.headers.push((name.into(), value.into()));
        self
    }

    /// The HTTP client to send with: one with a proxy, with roots of its own, with another pool. By default
    /// one is made.
    ///
    /// It must not follow redirects, or an answer that comes from elsewhere is refused: make it with
    /// [`redirect(Policy::none())`](reqwest::ClientBuilder::redirect). Its own limits of time apply beside
    /// [`timeout`](Self::timeout).
    ///
    /// ```
    /// # #[cfg(feature = "rustls")] {
    /// use stripe_customers::{Client, reqwest};
    ///
    /// let http = reqwest::Client::builder()
    ///     .redirect(reqwest::redirect::Policy::none())
    ///     .pool_max_idle_per_host(2)
    ///     .build()?;
    /// let client = Client::builder("sk_test_123").http_client(http).build()?;
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn http_client(mut self, http: reqwest::Client) -> Self {
        self.http = Some(http);
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// When the key is empty or has anything but visible ASCII in it, when the address is not one that a key
    /// may be sent to, when what is to be sent in headers can't be, and when TLS can't be set up: so
    /// with the feature `rustls-no-provider` before a provider is installed.
    pub fn build(self) -> Result<Client, Error> {
        let headers = request::of_client(&self.secret_key, self.app_info.as_ref(), &self.options)?;
        let base = BaseUrl::parse(&self.base_url, self.allow_insecure_http)?;
        let http = match &self.http {
            Some(http) => http.clone(),
            None => self.http(&base)?,
        };
        Ok(Client {
            http,
            config: Arc::new(Config {
                base,
                headers,
                max_retries: self.max_retries,
                timeout: self.timeout,
                max_response_bytes: self.max_response_bytes,
                #[cfg(feature = "blocking")]
                background: super::blocking::Background::default(),
            }),
        })
    }

    /// An HTTP client of our own.
    fn http(&self, base: &BaseUrl) -> Result<reqwest::Client, Error> {
        check_provider()?;
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(self.connect_timeout);
        if base.is_loopback() {
            builder = builder.no_proxy();
        }
        builder.build().map_err(Error::no_http_client)
    }
}

/// reqwest panics where rustls has no provider of cryptography; this says it as an error.
fn check_provider() -> Result<(), Error> {
    #[cfg(all(
        feature = "rustls-no-provider",
        not(any(feature = "rustls", feature = "native-tls"))
    ))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(Error::setup(
            "rustls has no provider of cryptography: install one before the client is made \
             (`rustls::crypto::ring::default_provider().install_default()`), or use the feature `rustls`",
        ));
    }
    Ok(())
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address is not shown either: nobody has checked yet that there is no password in it.
        f.debug_struct("ClientBuilder")
            .field("allow_insecure_http", &self.allow_insecure_http)
            .field("max_retries", &self.max_retries)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("app_info", &self.app_info)
            .finish_non_exhaustive()
    }
}
