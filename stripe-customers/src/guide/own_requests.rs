//! Requests of your own: operations, parameters and fields that this crate does not have.
//!
//! # Operations
//!
//! [`Client::request`](crate::Client::request) sends a request to any path of Stripe's API. Retries, idempotency keys, errors and
//! tracing are the same as those of the operations of this crate.
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use serde::Deserialize;
//! use stripe_customers::{CreateCustomer, Method};
//!
//! #[derive(Deserialize)]
//! struct BalanceTransaction {
//!     id: String,
//!     amount: i64,
//!     ending_balance: i64,
//! }
//!
//! let customer = CreateCustomer::new().name("Jenny Rosen").send(&client).await?;
//! let transaction = client
//!     .request::<BalanceTransaction>(Method::Post, "/v1/customers/{customer}/balance_transactions")
//!     .path("customer", &customer.id)
//!     .param("amount", -500)
//!     .param("currency", "usd")
//!     .param("metadata[order]", "6735")
//!     .customize()
//!     .idempotency_key("refund-6735")
//!     .send()
//!     .await?;
//! println!("{}: {} cents", transaction.id, transaction.amount);
//! # }}
//! ```
//!
//! - The path has the names of its parameters in braces. [`path`](crate::Request::path) sets their values, which are encoded, so that a
//!   value with a slash does not change the path.
//! - [`param`](crate::Request::param) sets all other parameters by the names in Stripe's reference. They are sent in the query of a `GET`
//!   or `DELETE`, and otherwise as a form, or as JSON if the path starts with `/v2/`.
//! - The response is your own type that implements `serde::Deserialize`, a type of this crate, or [`Json`](crate::Json).
//! - Without a client, [`Request::new`](crate::Request::new) and [`http_request`](crate::Request::http_request) return the request as
//!   a type of the crate `http`.
//!
//! Requests with files (`multipart/form-data`), responses that are not JSON, and servers other than `api.stripe.com` are not supported.
//!
//! A mistake in the path is an error before anything is sent: a name that the path does not have, a name without a value, a path with
//! a host or a query, and a value that is empty, `.` or `..`.
//!
//! # Parameters
//!
//! [`customize`](crate::Customized) adds parameters to any request, for example those of a preview:
//!
//! ```
//! use stripe_customers::CreateCustomer;
//!
//! let request = CreateCustomer::new()
//!     .name("Jenny Rosen")
//!     .customize()
//!     .api_version("2026-01-28.preview")
//!     .param("new_parameter[level]", 2)
//!     .param("new_parameter[kinds]", ["a", "b"]);
//!
//! // A name that the request has is an error, and so are a part of it and a name that contains it.
//! let error = request.param("name", "Jenny").http_request("sk_test_123").unwrap_err();
//! assert!(error.is_parameter());
//! ```
//!
//! # Fields
//!
//! [`Response::json`](crate::Response::json) is the whole response, including fields that this version of the crate does not know. No
//! JSON library is needed to read it:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{CreateCustomer, Json, Timestamp};
//!
//! let customer = CreateCustomer::new()
//!     .name("Jenny Rosen")
//!     .customize()
//!     .param("new_field[levels]", ["gold", "silver"])
//!     .send(&client)
//!     .await?;
//! let json: Json = customer.json();
//!
//! // One value, by its JSON Pointer.
//! let level = json.pointer("/new_field/levels/0").unwrap();
//! assert_eq!(level.as_str().as_deref(), Some("gold"));
//! assert_eq!(level, "gold");
//!
//! // All members and elements.
//! for (key, value) in json.members() {
//!     println!("{key}: {value}");
//! }
//! let levels = json.pointer("/new_field/levels").unwrap();
//! assert_eq!(levels.elements().count(), 2);
//!
//! // A part as a type: your own or one of this crate.
//! let levels: Vec<String> = levels.decode()?;
//! let created: Timestamp = json.get("created").unwrap().decode()?;
//! assert_eq!(created, customer.created);
//! # }}
//! ```
//!
//! Objects that are part of a response have the same methods: [`Expandable::json`](crate::Expandable::json),
//! [`List::raw`](crate::List::raw), [`Lazy::json`](crate::Lazy::json) and the `Unknown` variants of unions.
//!
//! An error has the path of the field from the root of the response: `response.new_field.levels[0]`.
