//! Create, retrieve, update, delete, list and search [Stripe](https://stripe.com) customers.
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};
//!
//! # example! { fn main(client) {
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
//!     other => println!("unknown object: {other:?}"),
//! }
//! # }}
//! ```
//!
//! # The guide
//!
//! | | |
//! |---|---|
//! | [Customers](guide::customers) | creating, retrieving and copying customers; reusing requests |
//! | [Updates](guide::updates) | changing, clearing and deleting customers |
//! | [Lists](guide::lists) | pages of lists and searches, one after the other |
//! | [Search](guide::search) | finding customers with a query |
//! | [Metadata](guide::metadata) | custom key-value pairs; clearing values |
//! | [Expansions](guide::expansions) | related objects in the response: payment methods, subscriptions, invoices |
//! | [Errors](guide::errors) | handling errors |
//! | [Retries](guide::retries) | retries, idempotency keys, timeouts and rate limits |
//! | [Connected accounts](guide::connect) | requests on behalf of connected accounts |
//! | [Webhooks](guide::webhooks) | events: verifying, decoding and testing |
//! | [Testing](guide::testing) | testing without and with Stripe |
//! | [Versions](guide::versions) | versions of the API and of the crate; unknown fields and values |
//! | [Requests of your own](guide::own_requests) | operations, parameters and fields that the crate does not have |
//! | [Build cost](guide::build_cost) | dependencies and compile times, and how to reduce them |
//!
//! # Overview
//!
//! - A request is a struct with a method for each parameter, and `send`: [`CreateCustomer`], [`RetrieveCustomer`],
//!   [`UpdateCustomer`], [`DeleteCustomer`], [`ListCustomers`], [`SearchCustomers`]. The method `customize` adds options such
//!   as an idempotency key, a connected account or a timeout: [`Customized`].
//! - [`Client`] sends requests. The result is a [`Response`], which dereferences to the value and has the request id, or an
//!   [`Error`]. Calls require a [Tokio](https://tokio.rs) runtime, or the feature `blocking` and its method
//!   `send_blocking`. Dropping the future cancels the call.
//! - [`api`] lists all types of Stripe's API that are related to customers. They are available at the root of the crate:
//!   [`Invoice`], [`subscription::Status`].
//! - The fields use a small number of types: [`Id`], [`Expandable`], [`List`], [`Timestamp`], [`Clearable`], [`Metadata`].
//!
//! # Features
//!
//! | feature | |
//! |---|---|
//! | `rustls` (default) | TLS with rustls and the certificates of the platform |
//! | `rustls-no-provider` | the same, with the crypto provider that the program installs |
//! | `native-tls` | the TLS library of the platform; takes precedence over `rustls` |
//! | `http2` | HTTP/2 |
//! | `blocking` | `send_blocking`, for threads without a runtime |
//! | `tracing` | a span for every attempt, with OpenTelemetry's names for HTTP clients |
//! | `client` | the client without TLS, for `ClientBuilder::http_client`; enabled by all of the above |
//! | `http` | requests and responses without a client, as types of the crate `http`; enabled by `client` |
//! | `webhook` | verified events from webhooks, without a client or a runtime |
//! | `chrono`, `jiff`, `time` | [`Timestamp`] conversions for these libraries |
//!
//! On `wasm32-unknown-unknown`, which has no sockets, use the feature `http` only, and send the requests with the `fetch` of the
//! environment. Random idempotency keys require one more line in the `Cargo.toml` of the program:
//!
//! ```toml
//! stripe-customers = { version = "0.1", default-features = false, features = ["http"] }
//! getrandom = { version = "0.4", features = ["wasm_js"] }
//! ```
//!
//! With `default-features = false`, the crate consists of the types only, without an HTTP library or a runtime.
//! [`from_json`] decodes them from text, and serde from any format.

// Unions are as large as their largest member. Users can box them.
#[allow(clippy::large_enum_variant)]
#[rustfmt::skip]
mod generated;
#[cfg(all(doc, feature = "client"))]
pub mod guide;
#[cfg(all(doctest, feature = "client"))]
#[doc = include_str!("../README.md")]
mod readme {}
#[cfg(all(doctest, feature = "client"))]
#[doc = include_str!("../../README.md")]
mod repository_readme {}
mod helpers;
mod runtime;
#[cfg(feature = "webhook")]
pub mod webhook;

/// All types of Stripe's API in this crate, with a module for each resource and each operation.
///
/// They are re-exported at the root of the crate: `stripe_customers::Invoice`, `stripe_customers::invoice::Status`.
pub mod api {
    pub use crate::generated::*;
}

#[doc(no_inline)]
pub use api::*;
#[doc(inline)]
pub use generated::{
    CreateCustomer, Customer, DeleteCustomer, DeletedCustomer, ListCustomers, RetrieveCustomer,
    RetrievedCustomer, SearchCustomers, UpdateCustomer,
};
#[doc(inline)]
pub use runtime::*;
