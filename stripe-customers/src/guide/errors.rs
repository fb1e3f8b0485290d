//! Errors: how to log and handle them.
//!
//! # Messages
//!
//! The message of an [`Error`](crate::Error) is a single line for logs and operators. It contains neither the key nor the body of
//! the response. Stripe's own message may quote a parameter:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::RetrieveCustomer;
//!
//! let error = RetrieveCustomer::new("cus_x").send(&client).await.unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "No such customer: 'cus_x' (404 invalid_request_error resource_missing, param id, request req_1)"
//! );
//! # }}
//! ```
//!
//! # Handling errors
//!
//! Use [`code`](crate::Error::code) for specific errors, and the predicates for categories of errors:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::{Client, CreateCustomer, ErrorCode};
//!
//! async fn sign_up(client: &Client, email: &str) -> Result<String, String> {
//!     let request = CreateCustomer::new().email(email);
//!     let error = match request.send(client).await {
//!         Ok(customer) => return Ok(customer.id.to_string()),
//!         Err(error) => error,
//!     };
//!     Err(match error.code() {
//!         Some(ErrorCode::EmailInvalid) => format!("{email} is not a valid email address"),
//!         // No response after three attempts. Stripe may have created the customer nevertheless: see the guide to retries.
//!         _ if error.is_connection() => "try again in a minute".to_owned(),
//!         _ if error.is_rate_limit() => "too many requests".to_owned(),
//!         // For the log. The message contains the request id, which Stripe's support needs.
//!         _ => error.to_string(),
//!     })
//! }
//! assert_eq!(sign_up(&client, "jenny.rosen").await, Err("jenny.rosen is not a valid email address".into()));
//! assert_eq!(sign_up(&client, "busy@example.com").await, Err("too many requests".into()));
//! assert!(sign_up(&client, "jenny.rosen@example.com").await.is_ok());
//! # }}
//! ```
//!
//! | predicate | cause | what to do |
//! |---|---|---|
//! | [`is_setup`](crate::Error::is_setup), [`is_authentication`](crate::Error::is_authentication), [`is_permission`](crate::Error::is_permission) | the key is missing, unknown or restricted, or a setting is invalid | fix the configuration |
//! | [`is_parameter`](crate::Error::is_parameter), [`is_invalid_request`](crate::Error::is_invalid_request), [`is_idempotency`](crate::Error::is_idempotency) | the request is invalid, for example because of an unknown id | fix the request; [`param`](crate::Error::param) names the parameter |
//! | [`is_not_found`](crate::Error::is_not_found) | there is no object with this id: it was deleted, or belongs to another account or mode | treat it as absent |
//! | [`is_card`](crate::Error::is_card) | the card was declined | show the message to the customer; [`decline_code`](crate::Error::decline_code) has the reason |
//! | [`is_rate_limit`](crate::Error::is_rate_limit) | there are too many requests | make fewer concurrent calls, after [`retry_after`](crate::Error::retry_after) |
//! | [`is_connection`](crate::Error::is_connection), [`is_timeout`](crate::Error::is_timeout), [`is_api`](crate::Error::is_api) | the network or Stripe's servers failed | try again later; see [retries](super::retries) |
//! | [`is_unexpected_response`](crate::Error::is_unexpected_response) | the response is not from Stripe's API, but for example from a proxy | look at [`body`](crate::Error::body) |
//! | [`is_decode`](crate::Error::is_decode) | the response does not match the type | check the version of the API; see [versions](super::versions) |
//!
//! For a request that writes, [`was_carried_out`](crate::Error::was_carried_out) returns whether it had an effect although the call
//! failed. See [retries](super::retries#after-a-failed-write).
//!
//! # Details
//!
//! [`api_error`](crate::Error::api_error) returns the error object of the response. The status, the headers and the body are
//! also available:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//!
//! let error = CreateCustomer::new().source("tok_chargeDeclined").send(&client).await.unwrap_err();
//! assert!(error.is_card());
//! assert_eq!(error.status(), Some(402));
//! assert_eq!(error.attempts(), 1);
//! let api_error = error.api_error().unwrap();
//! assert_eq!(api_error.message.as_deref(), Some("Your card was declined."));
//! assert!(error.body().unwrap().contains("card_declined"));
//! # }}
//! ```
//!
//! See <https://docs.stripe.com/error-handling> and <https://docs.stripe.com/error-codes>.
