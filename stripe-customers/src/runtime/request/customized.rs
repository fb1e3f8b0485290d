//! Requests with options.

use std::fmt;
use std::time::Duration;

use crate::Error;
use crate::Json;
#[cfg(feature = "client")]
use crate::runtime::wire::Output;
use crate::runtime::wire::{self, Encoded, Operation, ParameterError, Params};

use super::options::Options;

/// A request with options, which override those of the client.
///
/// Created by the method `customize()` of every request.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
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
/// # }}
/// ```
///
/// Options are validated before the request is sent. An invalid option is an error for which
/// [`is_parameter`](Error::is_parameter) returns `true`. `Debug` shows neither the values of custom headers nor the
/// parameters.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct Customized<T> {
    pub(crate) request: T,
    pub(crate) custom: Custom,
}

/// The options of a request.
#[derive(Clone, Default)]
pub(crate) struct Custom {
    pub(super) options: Options,
    pub(super) idempotency_key: Option<String>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    /// Parameters that the request does not have.
    pub(crate) params: Params,
}

impl<T> Customized<T> {
    pub(crate) fn new(request: T) -> Self {
        Self {
            request,
            custom: Custom::default(),
        }
    }

    /// Sets the idempotency key: 1 to 255 visible ASCII characters. By default, every call has a new random key.
    ///
    /// Stripe executes the first request with a key and returns the same response to all later ones, for at least 24 hours.
    /// A key that is derived from your data (an order, a row of a file) therefore prevents duplicates, even if your program
    /// ends before it receives the response. Retries use the same key. A request with the same key and different parameters
    /// is an error for which [`is_idempotency`](Error::is_idempotency) returns `true`.
    ///
    /// The key has no effect on `GET` and `DELETE` requests.
    ///
    /// See <https://docs.stripe.com/api/idempotent_requests>.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.custom.idempotency_key = Some(key.into());
        self
    }

    /// Sets the connected account (`acct_…`) on whose behalf the request is made. By default, that of the client.
    ///
    /// See <https://docs.stripe.com/connect/authentication>.
    pub fn stripe_account(mut self, account: impl Into<String>) -> Self {
        self.custom.options.account = Some(account.into());
        self
    }

    /// Sets the context of the request: an account or a path of accounts. By default, that of the client.
    ///
    /// See <https://docs.stripe.com/context>.
    pub fn stripe_context(mut self, context: impl Into<String>) -> Self {
        self.custom.options.context = Some(context.into());
        self
    }

    /// Sets the version of Stripe's API, such as `2026-01-28.clover`. By default, that of the client.
    ///
    /// The types of this crate are generated for [`API_VERSION`](crate::API_VERSION). Responses of another version may not
    /// match them.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.custom.options.api_version = Some(version.into());
        self
    }

    /// Adds a custom header. It replaces a custom header of the client with the same name.
    ///
    /// Headers that this crate sets (`Authorization`, `Stripe-Account`, …) are reserved.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.custom
            .options
            .headers
            .push((name.into(), value.into()));
        self
    }

    /// Adds a parameter that the request does not have, for example one of a preview of the API.
    ///
    /// `name` is a name as Stripe's reference shows it, such as `new_parameter` or `address[new_field]`. `value` is a string, number
    /// or boolean, or an array of values, whose elements are sent as `name[0]`, `name[1]`. An empty string clears a value.
    ///
    /// ```
    /// use stripe_customers::CreateCustomer;
    ///
    /// let request = CreateCustomer::new()
    ///     .name("Jenny Rosen")
    ///     .customize()
    ///     .param("preview[level]", 2)
    ///     .param("preview[kinds]", ["a", "b"])
    ///     .http_request("sk_test_123")?;
    /// assert_eq!(
    ///     String::from_utf8_lossy(request.body()),
    ///     "name=Jenny+Rosen&preview[level]=2&preview[kinds][0]=a&preview[kinds][1]=b"
    /// );
    /// # Ok::<(), stripe_customers::Error>(())
    /// ```
    ///
    /// It is sent where the request sends its own parameters: in the query, the form, the parts of `multipart/form-data` or the JSON
    /// object. In JSON, nested names are nested objects, and the value is any [`Json`].
    ///
    /// A name that the request already has is an error, and so are a name that contains it or is in it (`address` and
    /// `address[city]`), and a value that the format cannot express (`null` or an empty array in a form). Nothing is sent in these
    /// cases.
    pub fn param(mut self, name: impl Into<String>, value: impl Into<Json>) -> Self {
        self.custom.params.push(name.into(), value.into());
        self
    }

    /// Sets the timeout of one attempt, from connecting to the end of the response. By default, that of the client.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.custom.timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of retries after a failed attempt. By default, that of the client. 0 disables retries, except
    /// for one if the server closed an idle connection.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.custom.max_retries = Some(retries);
        self
    }
}

impl<T: Operation> Customized<T> {
    /// Sends the request with `client` and waits for the response.
    ///
    /// # Errors
    ///
    /// If an option is invalid (nothing is sent in this case), and the errors of the request without options.
    #[cfg(feature = "client")]
    pub fn send(&self, client: &crate::Client) -> crate::Call<T::Output> {
        client.send_encoded(self.encode(), &self.custom, T::Output::read)
    }

    /// Sends the request with `client` and blocks the thread until the response arrives.
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send), and an error inside an async task, which must not block.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(
        &self,
        client: &crate::Client,
    ) -> Result<crate::Response<T::Output>, Error> {
        client.send_encoded_blocking(self.encode(), &self.custom, T::Output::read)
    }

    /// Returns the request as an [`http::Request`], to send it with another HTTP client, or to sign, record or test it.
    ///
    /// The timeout and the number of retries are not part of it.
    ///
    /// # Errors
    ///
    /// If an option or the key is invalid, or if a parameter in the path is not an id.
    pub fn http_request(&self, secret_key: &str) -> Result<http::Request<Vec<u8>>, Error> {
        super::plain(self.encode(), &self.custom, secret_key)
    }

    fn encode(&self) -> Result<Encoded, ParameterError> {
        wire::encode(&self.request, &self.custom.params)
    }
}

impl<T> fmt::Debug for Customized<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Custom {
            options,
            idempotency_key,
            timeout,
            max_retries,
            params,
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
            .field("params", &params.names().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
