//! What an operation is.

use std::sync::Arc;

use crate::runtime::json::DecodeError;
use crate::runtime::model::{Decode, from_shared_text};
use crate::runtime::types::Binary;

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

/// How parameters are sent that are neither in the path nor in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// `application/x-www-form-urlencoded`
    Form,
    /// There is no body.
    #[allow(
        dead_code,
        reason = "all operations of the configuration that write have a body"
    )]
    Empty,
    /// `application/json`
    #[allow(dead_code, reason = "no operation of the configuration sends JSON")]
    Json,
    /// `multipart/form-data`
    #[allow(dead_code, reason = "no operation of the configuration uploads")]
    Multipart,
}

/// A request to Stripe, with its parameters: every struct that has a method `send`.
///
/// For code that works with any of them. It is not to be implemented elsewhere.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// use stripe_customers::{Client, Error, Operation, Response};
///
/// async fn counted<T: Operation>(client: &Client, request: &T) -> Result<Response<T::Output>, Error> {
///     let result = client.send(request).await;
///     println!("{:?} {}: {}", T::METHOD, T::PATH, result.is_ok());
///     result
/// }
/// # fn main() {
/// # stripe::run(async |client| {
/// # counted(&client, &stripe_customers::CreateCustomer::new()).await?;
/// # Ok(())
/// # });
/// # }
/// ```
pub trait Operation: Decode {
    /// What Stripe answers.
    type Output: Output;

    /// The method.
    const METHOD: Method;

    /// The path, with the names of parameters in braces: `/v1/customers/{customer}`.
    const PATH: &'static str;

    #[doc(hidden)]
    const BODY: Body = Body::Form;

    #[doc(hidden)]
    const SERVER: Option<&'static str> = None;
}

/// What an operation can answer.
pub trait Output: Sized {
    /// The media types that it can be read from.
    const ACCEPT: &'static str;

    /// Reads it from the body of a response: `text`, or what that was made from.
    fn read(text: &Arc<str>, bytes: &[u8]) -> Result<Self, DecodeError>;
}

impl<T: Decode> Output for T {
    const ACCEPT: &'static str = "application/json";

    fn read(text: &Arc<str>, _: &[u8]) -> Result<Self, DecodeError> {
        from_shared_text(text)
    }
}

impl Output for Binary {
    const ACCEPT: &'static str = "*/*";

    fn read(_: &Arc<str>, bytes: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self::new(bytes.to_vec()))
    }
}

/// The facts of an operation, and the methods that all of them have.
///
/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
/// operation! {
///     CreateFile: Post "/v1/files" multipart @ "https://files.stripe.com" -> crate::File
/// }
/// ```
macro_rules! operation {
    ($request:ident: $method:ident $path:literal $($body:ident)? $(@ $server:literal)? -> $output:ty) => {
        impl $crate::runtime::wire::Operation for $request {
            type Output = $output;
            const METHOD: $crate::runtime::wire::Method = $crate::runtime::wire::Method::$method;
            const PATH: &'static str = $path;
            $(const BODY: $crate::runtime::wire::operation::Body = $crate::runtime::wire::operation!(@body $body);)?
            $(const SERVER: Option<&'static str> = Some($server);)?
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
            pub fn send(&self, client: &$crate::Client) -> $crate::Call<$output> {
                client.send(self)
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
            ) -> Result<$crate::http::Request<Vec<u8>>, $crate::Error> {
                $crate::runtime::request::plain(self, &$crate::runtime::request::Custom::default(), secret_key)
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

    (@body empty) => { $crate::runtime::wire::operation::Body::Empty };
    (@body json) => { $crate::runtime::wire::operation::Body::Json };
    (@body multipart) => { $crate::runtime::wire::operation::Body::Multipart };
}

pub(crate) use operation;
