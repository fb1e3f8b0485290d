//! Updates: changing, clearing and deleting customers.
//!
//! # Update a customer
//!
//! Only the parameters that are set are sent, and Stripe keeps the values of all others. [`update`](crate::Customer::update) of a customer
//! returns the request; [`UpdateCustomer::new`](crate::UpdateCustomer::new) takes an id:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{CreateCustomer, UpdateCustomer};
//!
//! let customer = CreateCustomer::new().name("Jenny Rosen").email("jenny@example.com").send(&client).await?;
//! let customer = customer.update().email("jenny.rosen@example.com").send(&client).await?;
//! assert_eq!(customer.name.as_deref(), Some("Jenny Rosen"));
//! assert_eq!(customer.email.as_deref(), Some("jenny.rosen@example.com"));
//!
//! // By the id, for example from a database.
//! let id = customer.id.as_str();
//! UpdateCustomer::new(id).preferred_locales(["fr", "en"]).send(&client).await?;
//! # }}
//! ```
//!
//! A list such as `preferred_locales` replaces the stored list. An update without parameters changes nothing. Like every request that
//! writes, an update has an idempotency key: see [retries](super::retries).
//!
//! # Clear values
//!
//! [`Clearable::Clear`](crate::Clearable::Clear) clears a value. Metadata is merged key by key, so that one key or all keys can be removed:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{Clearable, CreateCustomer, Metadata};
//!
//! let customer = CreateCustomer::new().phone("+1 555 0100").metadata([("order", "6735"), ("shop", "Berlin")]);
//! let customer = customer.send(&client).await?;
//! let customer = customer
//!     .update()
//!     .phone(Clearable::Clear)
//!     .metadata(Metadata::new().set("order", "6736").remove("shop"))
//!     .send(&client)
//!     .await?;
//! assert_eq!(customer.phone, None);
//! let metadata = customer.metadata.as_ref().unwrap();
//! assert_eq!((metadata.len(), &*metadata["order"]), (1, "6736"));
//!
//! let customer = customer.update().metadata(Clearable::Clear).send(&client).await?;
//! assert!(customer.metadata.as_ref().is_none_or(|metadata| metadata.is_empty()));
//! # }}
//! ```
//!
//! A text that is empty by accident clears nothing: it is an error, and nothing is sent. To set a value or to clear it, depending on the
//! input, state it:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{Clearable, CreateCustomer};
//!
//! let customer = CreateCustomer::new().name("Jenny Rosen").send(&client).await?;
//! let input = "";
//! let error = customer.update().name(input).send(&client).await.unwrap_err();
//! assert!(error.is_parameter());
//! assert!(error.to_string().starts_with("`name` is empty: expected text"));
//!
//! let name = match input {
//!     "" => Clearable::Clear,
//!     name => name.into(),
//! };
//! let customer = customer.update().name(name).send(&client).await?;
//! assert_eq!(customer.name, None);
//! # }}
//! ```
//!
//! Stripe cannot clear every value: a parameter without [`Clearable`](crate::Clearable), such as `default_source`, can only be replaced.
//!
//! # Delete a customer
//!
//! Deleting is permanent, and cancels the subscriptions of the customer. A deleted customer can be retrieved, but neither updated nor
//! deleted again:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{CreateCustomer, DeleteCustomer, RetrieveCustomer};
//!
//! let customer = CreateCustomer::new().name("Jenny Rosen").send(&client).await?;
//! let deleted = customer.delete().send(&client).await?;
//! assert_eq!(deleted.id, customer.id);
//! assert!(RetrieveCustomer::new(&deleted.id).send(&client).await?.is_deleted());
//!
//! let error = DeleteCustomer::new(&deleted.id).send(&client).await.unwrap_err();
//! assert!(error.is_not_found());
//! assert_eq!(
//!     error.to_string(),
//!     "No such customer: 'cus_1' (404 invalid_request_error resource_missing, param id, request req_1)"
//! );
//! assert!(customer.update().name("Jenny").send(&client).await.unwrap_err().is_not_found());
//! # }}
//! ```
//!
//! A program that deletes a customer that may be deleted already can treat [`is_not_found`](crate::Error::is_not_found) as a success. It is
//! the same for an id that never existed, and for one of another account or mode.
//!
//! See <https://docs.stripe.com/api/customers/update> and <https://docs.stripe.com/api/customers/delete>.
