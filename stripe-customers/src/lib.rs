//! Create and retrieve [Stripe](https://stripe.com) customers.
//!
//! ```no_run
//! # #[cfg(feature = "client")]
//! # async fn example() -> Result<(), stripe_customers::Error> {
//! use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};
//!
//! let client = Client::from_env()?; // STRIPE_SECRET_KEY
//! let created = CreateCustomer::new()
//!     .description("Customer for jenny.rosen@example.com")
//!     .metadata([("order", "6735")])
//!     .send(&client)
//!     .await?;
//! match RetrieveCustomer::new(&created.id).send(&client).await?.into_inner() {
//!     RetrievedCustomer::Customer(customer) => println!("{}", customer.id),
//!     RetrievedCustomer::Deleted(customer) => println!("{} was deleted", customer.id),
//!     _ => println!("something that this version of the crate does not know"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! Every call is checked, sent, and sent again where that can help. It ends in a `Response`, which is used like
//! the value in it and has the request id, or in an `Error`, which says in one line what to do. Calls need a
//! [Tokio](https://tokio.rs) runtime, or the feature `blocking`. Dropping the future of a call stops all of it.
//!
//! ## Retries and idempotency keys
//!
//! An attempt that ended without an answer, with a conflict (409) or with an error at Stripe (500 and above) is made
//! again, unless Stripe says that it does not help: twice by default, after half a second, then one. Every request
//! that writes has an idempotency key, the same in all attempts of a call, so that Stripe carries it out once. With a
//! key of your own the same holds over several calls, and over a crash of your program:
//!
//! ```no_run
//! # #[cfg(feature = "client")]
//! # async fn example(client: stripe_customers::Client) -> Result<(), stripe_customers::Error> {
//! use stripe_customers::CreateCustomer;
//!
//! let customer = CreateCustomer::new()
//!     .email("jenny.rosen@example.com")
//!     .customize()
//!     .idempotency_key("signup-6735")
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! ## Options
//!
//! What a client does by default is set once, in `Client::builder`; what one request does otherwise, after
//! `customize()`: the connected account (`stripe_account`), `stripe_context`, `api_version`, `timeout`, `max_retries`,
//! further headers.
//!
//! ```no_run
//! # #[cfg(feature = "client")]
//! # async fn example() -> Result<(), stripe_customers::Error> {
//! use std::time::Duration;
//! use stripe_customers::{Client, RetrieveCustomer};
//!
//! let client = Client::builder("sk_test_123")
//!     .max_retries(4)
//!     .timeout(Duration::from_secs(20))
//!     .build()?;
//! let customer = RetrieveCustomer::new("cus_NffrFeUfNV2Hib")
//!     .customize()
//!     .stripe_account("acct_1032D82eZvKYlo2C")
//!     .timeout(Duration::from_secs(5))
//!     .send(&client)
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! ## Errors
//!
//! An error has a kind (`is_card`, `is_timeout`, …), and as far as they are known the status, the request id, the
//! number of attempts, the body, and what Stripe says:
//!
//! ```no_run
//! # #[cfg(feature = "client")]
//! # async fn example(client: stripe_customers::Client) -> Result<(), stripe_customers::Error> {
//! use stripe_customers::{ErrorCode, RetrieveCustomer};
//!
//! let error = match RetrieveCustomer::new("cus_NffrFeUfNV2Hib").send(&client).await {
//!     Ok(customer) => return Ok(()),
//!     Err(error) => error,
//! };
//! match error.api_error().and_then(|said| said.code.as_ref()) {
//!     Some(ErrorCode::ResourceMissing) => println!("no such customer"),
//!     _ if error.is_connection() => println!("not now: {error}"),
//!     _ => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! ## Without asynchronous code
//!
//! ```no_run
//! # #[cfg(feature = "blocking")]
//! # fn example() -> Result<(), stripe_customers::Error> {
//! use stripe_customers::{Client, CreateCustomer};
//!
//! let client = Client::from_env()?;
//! let customer = CreateCustomer::new().description("Jenny Rosen").send_blocking(&client)?;
//! # Ok(())
//! # }
//! ```
//!
//! ## An HTTP client of your own
//!
//! `ClientBuilder::http_client` takes a [`reqwest`](https://docs.rs/reqwest) client with a proxy, roots or a pool of your
//! own. With any other library, and for tests without a server, requests and responses are plain data:
//!
//! ```
//! # #[cfg(feature = "http")]
//! # fn example() -> Result<(), stripe_customers::Error> {
//! use stripe_customers::{CreateCustomer, http};
//!
//! let request = CreateCustomer::new().description("Jenny Rosen").http_request("sk_test_123")?;
//! assert_eq!(request.uri(), "https://api.stripe.com/v1/customers");
//! assert_eq!(request.body(), b"description=Jenny+Rosen");
//!
//! let body = r#"{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false}"#;
//! let customer = CreateCustomer::decode_response(http::Response::new(body))?;
//! assert_eq!(customer.id, "cus_1");
//! # Ok(())
//! # }
//! # #[cfg(feature = "http")]
//! # example().unwrap();
//! ```
//!
//! # Features
//!
//! | feature | what it does |
//! |---|---|
//! | `rustls` | TLS in Rust, with the certificates that the platform trusts; the default |
//! | `rustls-no-provider` | the same, with the provider of cryptography that the program installs |
//! | `native-tls` | the TLS of the platform; used where `rustls` is on too |
//! | `http2` | HTTP/2 where the server speaks it |
//! | `blocking` | `send_blocking`, for threads without a runtime |
//! | `tracing` | a span for every attempt, with OpenTelemetry's names for HTTP clients |
//! | `client` | the client without any TLS, for `ClientBuilder::http_client`; all the above turn it on |
//! | `http` | requests and responses as plain data, without a client; `client` turns it on |
//!
//! Without any of them (`default-features = false`) there are the types alone, with no HTTP library and no
//! runtime: `from_json` reads them from text, and serde from wherever it can.

pub mod expand;
mod helpers;
mod json;
mod model;
mod types;
mod wire;

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "http")]
mod error;
#[cfg(feature = "http")]
mod request;
#[cfg(feature = "http")]
mod response;

// A union is as large as its largest member: whoever keeps many of them boxes them.
#[allow(clippy::large_enum_variant)]
#[rustfmt::skip]
mod generated;

pub use generated::*;
pub use json::DecodeError;
pub use model::{UnlistedValue, from_json};
pub use types::{AnyOf, Clearable, Expandable, Id, Json, List, Metadata, OnDemand, Timestamp};
pub use wire::{Method, Operation};

#[cfg(feature = "http")]
#[doc(hidden)]
pub use wire::form_of;

#[cfg(feature = "client")]
pub use client::{Call, Client, ClientBuilder};
#[cfg(feature = "http")]
pub use error::{Error, ErrorKind};
#[cfg(feature = "http")]
pub use request::{AppInfo, Customized};
#[cfg(feature = "http")]
pub use response::Response;
/// What Stripe says of an error: see [`Error::api_error`].
#[cfg(feature = "http")]
pub use shared::ApiErrors as ApiError;
/// The machine-readable reason of an error: see [`ApiError::code`].
#[cfg(feature = "http")]
pub use shared::ApiErrorsCode as ErrorCode;
/// The type of an error: see [`ApiError::type_`].
#[cfg(feature = "http")]
pub use shared::ApiErrorsType as ErrorType;

/// The types of HTTP, for requests and responses as plain data.
#[cfg(feature = "http")]
pub use http;

/// The HTTP library, for [`ClientBuilder::http_client`].
#[cfg(feature = "client")]
pub use reqwest;
