//! Metadata: values of your own, kept with a customer; and how to clear what is set.
//!
//! # Set
//!
//! Up to 50 keys of up to 40 characters, with values of up to 500. Pairs come from arrays, vectors, maps, or one by one:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
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
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! It comes back as it was sent, on every object that has it. Stripe does not read it, shows it in the dashboard, and is no place for
//! secrets or for the numbers of cards.
//!
//! # Clear
//!
//! Stripe clears a value where it gets an empty text. In this crate that is a value with a name, so that no text of a user's does
//! it by chance:
//!
//! ```
//! use stripe_customers::{Clearable, CreateCustomer, Metadata};
//!
//! // Takes one key away, and all of them.
//! let one = CreateCustomer::new().metadata(Metadata::new().set("order", "6736").remove("cart"));
//! let all = CreateCustomer::new().metadata(Clearable::Clear);
//!
//! // As they go over the wire.
//! let body = |request: CreateCustomer| request.http_request("sk_test_123").map(http::Request::into_body);
//! # use stripe_customers::http;
//! assert_eq!(body(one)?, b"metadata[cart]=&metadata[order]=6736");
//! assert_eq!(body(all)?, b"metadata=");
//!
//! // The same for all other parameters that can be cleared.
//! let address = CreateCustomer::new().address(Clearable::Clear);
//! assert_eq!(body(address)?, b"address=");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A new customer has nothing to clear: there it is the same as not to set it. A value that you perhaps have is best
//! assigned: `request.metadata = pairs.map(Into::into)`. What is `None` is not sent, which leaves things as they are.
//!
//! See <https://docs.stripe.com/api/metadata>.
