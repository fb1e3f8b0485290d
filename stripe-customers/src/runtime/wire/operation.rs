//! The trait of all operations.

use std::sync::Arc;

use crate::runtime::json::DecodeError;
use crate::runtime::model::{Decode, from_response};

#[cfg(feature = "http")]
use super::form::{self, BodyEncoder};

/// The HTTP method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`: reads. Parameters are in the query.
    Get,
    /// `POST`: creates or changes. Parameters are in the body, and the request has an idempotency key.
    Post,
    /// `PUT`: replaces. Otherwise the same as `POST`.
    Put,
    /// `PATCH`: changes. Otherwise the same as `POST`.
    Patch,
    /// `DELETE`: deletes. Parameters are in the query.
    Delete,
}

#[cfg(feature = "http")]
impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
        }
    }
}

/// A request to Stripe with its parameters. Implemented for every struct with a method `send`.
///
/// Use it as a bound in code that works with any request. The trait is sealed, like [`Decode`].
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// use stripe_customers::{Client, Error, Operation, Response};
///
/// async fn logged<T: Operation>(client: &Client, request: &T) -> Result<Response<T::Output>, Error> {
///     let result = client.send(request).await;
///     println!("{:?} {}: {}", T::METHOD, T::PATH, result.is_ok());
///     result
/// }
/// # example! { fn main(client) {
/// # logged(&client, &stripe_customers::CreateCustomer::new()).await?;
/// # }}
/// ```
pub trait Operation: Decode {
    /// The type of the response.
    type Output: Output;

    /// The HTTP method.
    const METHOD: Method;

    /// The path, with the names of parameters in braces: `/v1/customers/{customer}`.
    const PATH: &'static str;

    #[cfg(feature = "http")]
    #[doc(hidden)]
    const BODY: BodyEncoder = form::body;

    #[doc(hidden)]
    const SERVER: Option<&'static str> = None;
}

/// The value of the header `Accept` of most requests.
pub(crate) const JSON: &str = "application/json";

/// The type of a response.
pub trait Output: Sized {
    /// The value of the header `Accept`.
    const ACCEPT: &'static str;

    /// Decodes the body of a response. `text` is `bytes` as text.
    fn read(text: &Arc<str>, bytes: &[u8]) -> Result<Self, DecodeError>;
}

impl<T: Decode> Output for T {
    const ACCEPT: &'static str = JSON;

    fn read(text: &Arc<str>, _: &[u8]) -> Result<Self, DecodeError> {
        from_response(text)
    }
}

/// Implements [`Operation`] for a request, and the methods that all requests have.
///
/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
/// operation! {
///     ListCustomers: Get paginated "/v1/customers" -> List<crate::Customer>
/// }
/// operation! {
///     CreateFile: Post "/v1/files" multipart @ "https://files.stripe.com" -> crate::File
/// }
/// ```
macro_rules! operation {
    ($request:ident: $method:ident $($paginated:ident)? $path:literal $($body:ident)? $(@ $server:literal)? -> $output:ty) => {
        $($crate::runtime::wire::operation!(@$paginated $request $output);)?

        impl $crate::runtime::wire::Operation for $request {
            type Output = $output;
            const METHOD: $crate::runtime::wire::Method = $crate::runtime::wire::Method::$method;
            const PATH: &'static str = $path;
            $(
                #[cfg(feature = "http")]
                const BODY: $crate::runtime::wire::form::BodyEncoder = $crate::runtime::wire::operation!(@body $body);
            )?
            $(const SERVER: Option<&'static str> = Some($server);)?
        }

        impl $request {
            /// Sends the request with `client` and waits for the response.
            ///
            /// The client retries failed requests: see [`max_retries`](crate::ClientBuilder::max_retries). Requires a
            /// Tokio runtime. Dropping the future cancels the call.
            ///
            /// # Errors
            ///
            /// If a parameter in the path is not an id (nothing is sent in this case), if there is no response, or if the
            /// response is not a success or does not match the type. See [`Error`](crate::Error).
            #[cfg(feature = "client")]
            pub fn send(&self, client: &$crate::Client) -> $crate::Call<$output> {
                client.send(self)
            }

            /// Sends the request with `client` and blocks the thread until the response arrives.
            ///
            /// Does not require a runtime. Otherwise the same as `send`.
            ///
            /// # Errors
            ///
            /// The errors of `send`, and an error inside an async task, which must not block. Use it within
            /// `spawn_blocking` there.
            #[cfg(feature = "blocking")]
            pub fn send_blocking(
                &self,
                client: &$crate::Client,
            ) -> Result<$crate::Response<$output>, $crate::Error> {
                client.send_blocking(self)
            }

            /// Adds options to the request, such as an idempotency key, a connected account or a timeout.
            #[cfg(feature = "http")]
            pub fn customize(self) -> $crate::Customized<Self> {
                $crate::Customized::new(self)
            }

            /// Returns the request as an [`http::Request`](crate::http::Request), to send it with another HTTP client, or to
            /// sign, record or test it. [`decode_response`](Self::decode_response) decodes the response.
            ///
            /// # Errors
            ///
            /// If a parameter in the path is not an id, or if `secret_key` is not a valid key.
            #[cfg(feature = "http")]
            pub fn http_request(
                &self,
                secret_key: &str,
            ) -> Result<$crate::http::Request<Vec<u8>>, $crate::Error> {
                let encoded = $crate::runtime::wire::encode(self, &Default::default());
                $crate::runtime::request::plain(encoded, &Default::default(), secret_key)
            }

            /// Decodes a response that another HTTP client received.
            ///
            /// # Errors
            ///
            /// If the response is not a success or does not match the type.
            #[cfg(feature = "http")]
            pub fn decode_response(
                response: $crate::http::Response<impl Into<Vec<u8>>>,
            ) -> Result<$crate::Response<$output>, $crate::Error> {
                $crate::Response::from_http(response, $crate::runtime::wire::Output::read)
            }
        }
    };

    (@paginated $request:ident $output:ty) => {
        #[cfg(feature = "client")]
        impl $crate::Paginated for $request {
            type Page = $output;

            fn start(
                &self,
                params: &$crate::runtime::wire::Params,
            ) -> $crate::runtime::pagination::Start<$output> {
                $crate::runtime::pagination::Start::at(self, params)
            }
        }

        impl $request {
            /// Returns the objects of all pages. Nothing is sent until they are requested. See
            /// [`Paginator`](crate::Paginator).
            #[cfg(feature = "client")]
            pub fn paginate(&self, client: &$crate::Client) -> $crate::Paginator<$output> {
                client.paginate(self)
            }

            /// Returns the objects of all pages, for threads without a runtime. Nothing is sent until they are requested. See
            /// [`BlockingPaginator`](crate::BlockingPaginator).
            #[cfg(feature = "blocking")]
            pub fn paginate_blocking(
                &self,
                client: &$crate::Client,
            ) -> $crate::BlockingPaginator<$output> {
                client.paginate_blocking(self)
            }
        }
    };

    (@body empty) => { |_, _| Default::default() };
    (@body json) => { $crate::runtime::wire::json::body };
    (@body multipart) => { $crate::generated::parts::multipart::body };
}

pub(crate) use operation;
