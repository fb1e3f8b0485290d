//! Create and retrieve [Stripe](https://stripe.com) customers.
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};
//!
//! # fn main() {
//! # stripe::run(async |client| {
//! # if false {
//! let client = Client::from_env()?; // STRIPE_SECRET_KEY
//! # }
//! let created = CreateCustomer::new()
//!     .description("Customer for jenny.rosen@example.com")
//!     .metadata([("order", "6735")])
//!     .send(&client)
//!     .await?;
//! match RetrieveCustomer::new(&created.id).send(&client).await?.into_inner() {
//!     RetrievedCustomer::Customer(customer) => println!("{}", customer.dashboard_url()),
//!     RetrievedCustomer::Deleted(customer) => println!("{} was deleted", customer.id),
//!     _ => println!("something that this version of the crate does not know"),
//! }
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! # The guide
//!
//! | | |
//! |---|---|
//! | [Customers](guide::customers) | create, retrieve, ask, copy; requests that are extended and used again |
//! | [Metadata](guide::metadata) | values of your own; clearing what is set |
//! | [Expansions](expand) | related objects, whole: payment methods, subscriptions, invoices |
//! | [Errors](guide::errors) | who has to do something about it |
//! | [Retries](guide::retries) | nothing lost, nothing done twice; idempotency keys, time-outs, too many requests |
//! | [Connected accounts](guide::connect) | requests on behalf of others |
//! | [Testing](guide::testing) | without Stripe and with it |
//! | [Versions](guide::versions) | of the API and of the crate; values that are news |
//! | [Build cost](guide::build_cost) | what is compiled, and how to have less of it |
//!
//! # What is where
//!
//! - A request is a struct with a method for each parameter, and `send`: [`CreateCustomer`], [`RetrieveCustomer`]. Options of one request
//!   (an idempotency key, an account, a time-out) come after `customize()`: [`Customized`].
//! - [`Client`] sends. A call ends in a [`Response`], which is used like the value in it and has the request id, or in an
//!   [`Error`], which says in one line what to do. Calls need a [Tokio](https://tokio.rs) runtime, or the feature `blocking`:
//!   `send_blocking`. Dropping the future of a call stops all of it.
//! - [`api`] lists all types of Stripe's API that a customer leads to. They are at the root of the crate: [`Invoice`],
//!   [`subscription::Status`].
//! - Fields are made of few types: [`Id`], [`Expandable`], [`List`], [`Timestamp`], [`Clearable`], [`Metadata`].
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
//! | `chrono`, `jiff`, `time` | moments as these libraries have them, from and into [`Timestamp`] |
//!
//! Without any of them (`default-features = false`) there are the types alone, with no HTTP library and no
//! runtime: [`from_json`] reads them from text, and serde from wherever it can.

// A union is as large as its largest member; box it where many are kept.
#[allow(clippy::large_enum_variant)]
#[rustfmt::skip]
mod generated;
#[cfg(all(doc, feature = "client"))]
pub mod guide;
mod helpers;
mod runtime;

/// Every type of Stripe's API that the operations lead to, with a module for each resource and each operation.
///
/// All of it is at the root of the crate too, and used from there: `stripe_customers::Invoice`,
/// `stripe_customers::invoice::Status`.
pub mod api {
    pub use crate::generated::*;
}

#[doc(no_inline)]
pub use api::*;
#[doc(inline)]
pub use generated::{
    CreateCustomer, Customer, DeletedCustomer, RetrieveCustomer, RetrievedCustomer,
};
#[doc(inline)]
pub use runtime::*;
