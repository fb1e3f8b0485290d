//! Metadata: custom key-value pairs; and clearing values.
//!
//! # Set metadata
//!
//! An object can have up to 50 keys of up to 40 characters, with values of up to 500 characters. Arrays, vectors and maps convert
//! into metadata:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use std::collections::HashMap;
//! use stripe_customers::{CreateCustomer, Metadata};
//!
//! let from_pairs = CreateCustomer::new().metadata([("order", "6735"), ("shop", "Berlin")]);
//! let from_map = CreateCustomer::new().metadata(HashMap::from([("order", "6735")]));
//! let one_by_one = CreateCustomer::new().metadata(Metadata::new().set("order", "6735").set("shop", "Berlin"));
//!
//! let customer = from_pairs.send(&client).await?;
//! let metadata = customer.metadata.as_ref().unwrap();
//! assert_eq!(metadata["order"], "6735");
//! for (key, value) in metadata {
//!     println!("{key} is {value}");
//! }
//! # assert_eq!(metadata.len(), 2);
//! # assert_eq!(one_by_one.send(&client).await?.metadata, customer.metadata);
//! # assert_eq!(from_map.send(&client).await?.metadata.as_ref().unwrap().len(), 1);
//! # }}
//! ```
//!
//! Responses contain the metadata unchanged, and the dashboard shows it. Do not store confidential data such as card numbers in it.
//!
//! # Clear values
//!
//! Stripe clears a value if the parameter is an empty string. This crate has an explicit value for it, [`Clearable::Clear`](crate::Clearable::Clear):
//!
//! ```
//! use stripe_customers::{Clearable, CreateCustomer, Metadata};
//!
//! // Removes one key, or all keys.
//! let one = CreateCustomer::new().metadata(Metadata::new().set("order", "6736").remove("cart"));
//! let all = CreateCustomer::new().metadata(Clearable::Clear);
//!
//! // The encoded requests.
//! let body = |request: CreateCustomer| request.http_request("sk_test_123").map(http::Request::into_body);
//! # use stripe_customers::http;
//! assert_eq!(body(one)?, b"metadata[cart]=&metadata[order]=6736");
//! assert_eq!(body(all)?, b"metadata=");
//!
//! // Other parameters are cleared in the same way.
//! let address = CreateCustomer::new().address(Clearable::Clear);
//! assert_eq!(body(address)?, b"address=");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An empty text in any other place is an error before anything is sent, in a new customer too: `.name("")`, `.metadata([("order", "")])`. Stripe
//! would take it for clearing, so the crate never sends it by accident:
//!
//! ```
//! use stripe_customers::CreateCustomer;
//!
//! let error = CreateCustomer::new().metadata([("order", "")]).http_request("sk_test_123").unwrap_err();
//! assert!(error.to_string().starts_with("`metadata[order]` is empty: expected text"));
//! ```
//!
//! In a request that is read from JSON, where there is no other way to state it, an empty string clears what can be cleared.
//!
//! For a new customer, clearing a value has no effect; [updates](super::updates) clear what is stored. To set an optional value, assign it:
//! `request.metadata = pairs.map(Into::into)`. A parameter that is `None` is not sent and does not change the value.
//!
//! See <https://docs.stripe.com/api/metadata>.
