//! The builder of clients.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::Error;
use crate::runtime::request::{self, AppInfo, Options};

use super::address::BaseUrl;
use super::{Client, Config};

/// A builder of a [`Client`], created by [`Client::builder`].
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

    /// Sets the base URL of the API, which may contain a path. By default, `https://api.stripe.com`.
    ///
    /// The scheme must be `https`, or `http` for a test server on this machine (`localhost`, `127.0.0.1`, `[::1]`).
    /// Requests to this machine ignore the proxy settings of the environment.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Allows plain `http` to other machines, which exposes the key to the network. By default, it is an error.
    pub fn allow_insecure_http(mut self, allow: bool) -> Self {
        self.allow_insecure_http = allow;
        self
    }

    /// Sets the maximum number of retries after a failed attempt. By default 2; 0 disables retries, except for one if the
    /// server closed an idle connection.
    ///
    /// The client retries if the connection fails, unless the certificate of the server is invalid. It also retries conflicts
    /// (409), locked objects (429 with the code `lock_timeout`) and errors of Stripe's servers (500 and above). The header
    /// `Stripe-Should-Retry` of a response takes precedence over its status. All attempts of a `POST` have the same idempotency key,
    /// so Stripe executes it once. The delay before a retry starts at half a second and doubles up to five seconds. It is at
    /// least what Stripe requests with `Retry-After`, up to a minute.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// Sets the timeout of one attempt, from connecting to the end of the response. By default, 80 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the timeout for connecting, which is part of the timeout of the attempt. By default, 30 seconds. Has no effect
    /// with [`http_client`](Self::http_client).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets the maximum size of a response body, in bytes. By default, 32 MiB.
    ///
    /// A larger body is an error. The client stops reading at the limit.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Identifies the application that uses the client.
    pub fn app_info(mut self, app: AppInfo) -> Self {
        self.app_info = Some(app);
        self
    }

    /// Sets the connected account (`acct_…`) on whose behalf requests are made. By default, that of the key. Requests can
    /// override it.
    ///
    /// See <https://docs.stripe.com/connect/authentication>.
    pub fn stripe_account(mut self, account: impl Into<String>) -> Self {
        self.options.account = Some(account.into());
        self
    }

    /// Sets the context of requests: an account or a path of accounts. By default, none. Requests can override it.
    ///
    /// See <https://docs.stripe.com/context>.
    pub fn stripe_context(mut self, context: impl Into<String>) -> Self {
        self.options.context = Some(context.into());
        self
    }

    /// Sets the version of Stripe's API. By default [`API_VERSION`](crate::API_VERSION), for which the types of this crate are
    /// generated. Responses of another version may not match them.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.options.api_version = Some(version.into());
        self
    }

    /// Adds a custom header to all requests.
    ///
    /// Headers that this crate sets (`Authorization`, `Stripe-Account`, …) are reserved.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.options.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the HTTP client, for example to configure a proxy, root certificates or the connection pool.
    ///
    /// Disable redirects with [`redirect(Policy::none())`](reqwest::ClientBuilder::redirect). Otherwise the HTTP client
    /// sends the parameters of the request and its custom headers to any server that a redirect names, before this crate
    /// can refuse the response. Such a response is an error and is never retried.
    ///
    /// Timeouts of the HTTP client apply in addition to [`timeout`](Self::timeout).
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

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// - If the key is empty or contains other characters than visible ASCII.
    /// - If the base URL or a header is invalid.
    /// - If TLS cannot be initialized, for example with the feature `rustls-no-provider` before a provider is installed.
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
                responded: AtomicBool::new(false),
                #[cfg(feature = "blocking")]
                background: super::blocking::Background::default(),
            }),
        })
    }

    /// Builds the default HTTP client.
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

/// Returns an error if rustls has no crypto provider, because reqwest panics in this case.
fn check_provider() -> Result<(), Error> {
    #[cfg(all(
        feature = "rustls-no-provider",
        not(any(feature = "rustls", feature = "native-tls"))
    ))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(Error::setup(
            "rustls has no crypto provider: install one before the client is built \
             (`rustls::crypto::ring::default_provider().install_default()`), or use the feature `rustls`",
        ));
    }
    Ok(())
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The base URL is not shown either, because it is not validated yet and may contain a password.
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
