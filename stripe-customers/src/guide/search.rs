//! Search: finding customers with a query.
//!
//! # Write a query
//!
//! The functions of [`search`](crate::search) write Stripe's search query language, and quote all values:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{CreateCustomer, SearchCustomers, search};
//!
//! let name = r#"Jenny "Rocket" Rosen"#;
//! CreateCustomer::new().name(name).metadata([("order", "6735")]).send(&client).await?;
//!
//! let query = search::all([search::field("name").is(name), search::metadata("order").is("6735")]);
//! assert_eq!(query.as_str(), r#"name:"Jenny \"Rocket\" Rosen" AND metadata["order"]:"6735""#);
//! let page = SearchCustomers::new(query).limit(100).send(&client).await?;
//! assert_eq!(page.len(), 1);
//! # }}
//! ```
//!
//! | function | clause |
//! |---|---|
//! | `field("email").is("jenny@example.com")` | `email:"jenny@example.com"` |
//! | `field("email").contains("@example.com")` | `email~"@example.com"` |
//! | `metadata("order").is("6735")` | `metadata["order"]:"6735"` |
//! | `field("created").above(1_767_225_600)` | `created>1767225600` |
//! | `field("phone").is_null()` | `phone:null` |
//! | `!clause` | `-email:"jenny@example.com"` |
//! | `all([a, b])`, `any([a, b])` | `a AND b`, `a OR b` |
//!
//! Customers have the fields `created`, `email`, `metadata`, `name` and `phone`. Stripe accepts either `AND` or `OR` in one query, up to ten
//! clauses, and at least three characters after `contains`.
//!
//! # Queries as text
//!
//! A query is text, so it can also be written by hand. [`quote`](crate::search::quote) puts a value of a user in quotes, without which a quote in
//! it would end the value, and the rest of it would become part of the query. A query that does not close its quotes is an error, and
//! nothing is sent:
//!
//! ```
//! use stripe_customers::{SearchCustomers, search::quote};
//!
//! let name = "Jenny \" OR name~\"a";
//! let request = SearchCustomers::new(format!("name:{}", quote(name)));
//! assert_eq!(request.query, r#"name:"Jenny \" OR name~\"a""#);
//!
//! let error = SearchCustomers::new(r#"name:"Jenny"#).http_request("sk_test_123").unwrap_err();
//! assert!(error.is_parameter());
//! ```
//!
//! # Search lags behind
//!
//! A new or changed customer is found after up to a minute, and later during an outage of Stripe. Search is not for reading what the
//! program has just written: retrieve the customer by its id, or list customers by their email address, which has no delay. To create a
//! customer only once, use an [idempotency key](super::retries) instead of a search.
//!
//! See <https://docs.stripe.com/search>.
