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
//! Every call is checked, sent, and sent again where that can help: see `ClientBuilder::max_retries`. It ends in a
//! `Response`, which is used like the value in it and has the request id, or in an `Error`, which says in one
//! line what to do. Calls need a [Tokio](https://tokio.rs) runtime.
//!
//! # Features
//!
//! | feature | what it does |
//! |---|---|
//! | `rustls` | TLS in Rust, with the certificates that the platform trusts; the default |
//! | `rustls-no-provider` | the same, with the provider of cryptography that the program installs |
//! | `native-tls` | the TLS of the platform; used where `rustls` is on too |
//! | `http2` | HTTP/2 where the server speaks it |
//! | `client` | the client without any TLS, for `ClientBuilder::http_client`; all the above turn it on |
//!
//! Without any of them (`default-features = false`) there are the types alone, with no HTTP library and no
//! runtime: `from_json` reads them from text, and serde from wherever it can.

mod json;
mod model;
mod types;
// Without the client nothing is sent.
#[cfg_attr(not(feature = "client"), allow(dead_code))]
mod wire;

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
mod error;
#[cfg(feature = "client")]
mod response;

// A union is as large as its largest member: whoever keeps many of them boxes them.
#[allow(clippy::large_enum_variant)]
#[rustfmt::skip]
mod generated;

pub use generated::*;
pub use json::DecodeError;
pub use model::{UnlistedValue, from_json};
pub use types::{AnyOf, Clearable, Expandable, Json, List, Metadata, OnDemand, Timestamp};

#[cfg(feature = "client")]
pub use client::{AppInfo, Client, ClientBuilder};
#[cfg(feature = "client")]
pub use error::{Error, ErrorKind};
#[cfg(feature = "client")]
pub use response::Response;
/// What Stripe says of an error: see [`Error::api_error`].
#[cfg(feature = "client")]
pub use shared::ApiErrors as ApiError;

/// The HTTP library, for [`ClientBuilder::http_client`].
#[cfg(feature = "client")]
pub use reqwest;
