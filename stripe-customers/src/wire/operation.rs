//! What an operation is.

use crate::model::{Field, Object};

/// The HTTP method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads; parameters in the query.
    Get,
    /// Writes; parameters in the body, and an idempotency key with it.
    Post,
    /// Deletes; parameters in the query.
    #[allow(dead_code, reason = "no operation of the configuration deletes")]
    Delete,
}

/// A request to Stripe, with its parameters: every struct that has a method `send`.
///
/// For code that works with any of them. It is not to be implemented elsewhere.
///
/// ```no_run
/// # #[cfg(feature = "client")] mod example {
/// use stripe_customers::{Client, Error, Operation, Response};
///
/// async fn counted<T: Operation>(client: &Client, request: &T) -> Result<Response<T::Output>, Error> {
///     let result = client.send(request).await;
///     println!("{:?} {}: {}", T::METHOD, T::PATH, result.is_ok());
///     result
/// }
/// # }
/// ```
pub trait Operation: Object {
    /// What Stripe answers.
    type Output: Field;

    /// The method.
    const METHOD: Method;

    /// The path, with the names of parameters in braces: `/v1/customers/{customer}`.
    const PATH: &'static str;
}

/// The facts of an operation, and the methods that all of them have.
///
/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
/// ```
macro_rules! operation {
    ($request:ident: $method:ident $path:literal -> $output:ty) => {
        impl $crate::wire::Operation for $request {
            type Output = $output;
            const METHOD: $crate::wire::Method = $crate::wire::Method::$method;
            const PATH: &'static str = $path;
        }

        impl $request {
            /// Sends the request with `client`, and waits for the answer.
            ///
            /// It is sent again where that can help: see
            /// [`max_retries`](crate::ClientBuilder::max_retries). Dropping the future stops everything.
            /// Needs a Tokio runtime.
            ///
            /// # Errors
            ///
            /// When a parameter of the path is not an id (nothing is sent then), when no answer comes, when
            /// it is not a success, and when it does not fit the type: see [`Error`](crate::Error).
            #[cfg(feature = "client")]
            pub async fn send(
                &self,
                client: &$crate::Client,
            ) -> Result<$crate::Response<$output>, $crate::Error> {
                client.send(self).await
            }

            /// Sends the request with `client`, and blocks the thread until the answer is there.
            ///
            /// Needs no runtime. Otherwise as `send`.
            ///
            /// # Errors
            ///
            /// As `send`, and inside of asynchronous code, where it would block what else runs there; what
            /// `spawn_blocking` runs may use it.
            #[cfg(feature = "blocking")]
            pub fn send_blocking(
                &self,
                client: &$crate::Client,
            ) -> Result<$crate::Response<$output>, $crate::Error> {
                client.send_blocking(self)
            }

            /// The request with options of its own: an idempotency key, a connected account, a time-out and
            /// more. It is sent in the same way.
            #[cfg(feature = "http")]
            pub fn customize(self) -> $crate::Customized<Self> {
                $crate::Customized::new(self)
            }

            /// The request as plain data, to be sent by other means, signed, recorded or looked at in a test.
            /// [`decode_response`](Self::decode_response) reads the answer.
            ///
            /// # Errors
            ///
            /// When a parameter of the path is not an id, or `secret_key` can't be a key.
            #[cfg(feature = "http")]
            pub fn http_request(
                &self,
                secret_key: &str,
            ) -> Result<$crate::http::Request<String>, $crate::Error> {
                $crate::request::plain(self, &$crate::request::Custom::default(), secret_key)
            }

            /// Reads an answer that came by other means.
            ///
            /// # Errors
            ///
            /// When it is not a success, and when it does not fit the type.
            #[cfg(feature = "http")]
            pub fn decode_response(
                response: $crate::http::Response<impl Into<Vec<u8>>>,
            ) -> Result<$crate::Response<$output>, $crate::Error> {
                $crate::Response::of_http(response)
            }
        }
    };
}

pub(crate) use operation;
