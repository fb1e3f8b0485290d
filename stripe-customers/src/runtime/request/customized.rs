//! Requests with options of their own.

use std::fmt;
use std::time::Duration;

use crate::Error;
use crate::runtime::wire::Operation;

use super::options::Options;

/// A request with options of its own, which go before those of the client.
///
/// From `customize()`, which every request has; sent like one without options.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # fn main() {
/// # stripe::run(async |client| {
/// use std::time::Duration;
/// use stripe_customers::CreateCustomer;
///
/// let customer = CreateCustomer::new()
///     .description("Customer for jenny.rosen@example.com")
///     .customize()
///     .idempotency_key("signup-6735")
///     .stripe_account("acct_1032D82eZvKYlo2C")
///     .timeout(Duration::from_secs(10))
///     .send(&client)
///     .await?;
/// # Ok(())
/// # });
/// # }
/// ```
///
/// Options are checked before anything is sent: a wrong one is an error for which
/// [`is_parameter`](Error::is_parameter) holds. `Debug` shows neither headers of your own nor the parameters.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Customized<T> {
    request: T,
    custom: Custom,
}

/// The options of a request.
#[derive(Clone, Default)]
pub(crate) struct Custom {
    pub(super) options: Options,
    pub(super) idempotency_key: Option<String>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
}

impl<T> Customized<T> {
    pub(crate) fn new(request: T) -> Self {
        Self {
            request,
            custom: Custom::default(),
        }
    }

    /// The key by which Stripe knows that two requests are one: 1 to 255 visible ASCII characters. By default
    /// every call has a fresh one.
    ///
    /// Stripe carries out the first request with the key and answers all others like it, for at least 24 hours. So with a key that
    /// comes from your own data (an order, a row of a file), the same thing is never done twice, even
    /// if your program ends between sending and hearing of it. All retries have the key. With other parameters
    /// than the first request the same key is an error, for which [`is_idempotency`](Error::is_idempotency) holds.
    ///
    /// Nothing is sent of it in a request that only reads.
    ///
    /// See <https://docs.stripe.com/api/idempotent_requests>.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.custom.idempotency_key = Some(key.into());
        self
    }

    /// The connected account (`acct_…`) on whose behalf the request is made. By default that of the client.
    ///
    /// See <https://docs.stripe.com/connect/authentication>.
    pub fn stripe_account(mut self, account: impl Into<String>) -> Self {
        self.custom.options.account = Some(account.into());
        self
    }

    /// The context in which the request is made, an account or a path of accounts. By default that of the client.
    ///
    /// See <https://docs.stripe.com/context>.
    pub fn stripe_context(mut self, context: impl Into<String>) -> Self {
        self.custom.options.context = Some(context.into());
        self
    }

    /// The version of Stripe's API, such as `2026-01-28.clover`. By default that of the client.
    ///
    /// The types of this crate are made for [`API_VERSION`](crate::API_VERSION): an answer of another version may not fit
    /// them.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.custom.options.api_version = Some(version.into());
        self
    }

    /// A header of your own, in place of one of that name that the client has. May be called several times.
    ///
    /// Headers that this crate makes (`Authorization`, `Stripe-Account`, …) are refused.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.custom
            .options
            .headers
            .push((name.into(), value.into()));
        self
    }

    /// The time for one attempt, from connecting to the end of the answer. By default that of the client.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.custom.timeout = Some(timeout);
        self
    }

    /// How often the request is sent again after an attempt that failed, if that can help; 0 for never. By default
    /// as often as the client says.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.custom.max_retries = Some(retries);
        self
    }
}

impl<T: Operation> Customized<T> {
    /// Sends the request with `client`, and waits for the answer.
    ///
    /// # Errors
    ///
    /// When an option is wrong (nothing is sent then), and all that the request without options says.
    #[cfg(feature = "client")]
    pub fn send(&self, client: &crate::Client) -> crate::Call<T::Output> {
        client.send_custom(&self.request, self.custom.clone())
    }

    /// Sends the request with `client`, and blocks the thread until the answer is there.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and inside of asynchronous code, where it would block what else runs there.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(
        &self,
        client: &crate::Client,
    ) -> Result<crate::Response<T::Output>, Error> {
        client.send_custom_blocking(&self.request, self.custom.clone())
    }

    /// The request as plain data, to be sent by other means, signed, recorded or looked at in a test.
    ///
    /// The time-out and the number of retries are not in it.
    ///
    /// # Errors
    ///
    /// When an option or the key is wrong, or a parameter of the path is not an id.
    pub fn http_request(&self, secret_key: &str) -> Result<http::Request<Vec<u8>>, Error> {
        super::plain(&self.request, &self.custom, secret_key)
    }
}

impl<T> fmt::Debug for Customized<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Custom {
            options,
            idempotency_key,
            timeout,
            max_retries,
        } = &self.custom;
        let headers: Vec<_> = options.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Customized")
            .field("idempotency_key", idempotency_key)
            .field("stripe_account", &options.account)
            .field("stripe_context", &options.context)
            .field("api_version", &options.api_version)
            .field("headers", &headers)
            .field("timeout", timeout)
            .field("max_retries", max_retries)
            .finish_non_exhaustive()
    }
}
