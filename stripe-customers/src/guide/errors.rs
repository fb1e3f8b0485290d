//! Errors: what went wrong, who has to do something about it, and what to show to whom.
//!
//! # In one line
//!
//! As text, an [`Error`](crate::Error) says what happened and what to do, for a log or an operator. Neither the key nor the body of
//! the answer is in it, and of the parameters no more than the message of Stripe quotes:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::RetrieveCustomer;
//!
//! let error = RetrieveCustomer::new("cus_x").send(&client).await.unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "No such customer: 'cus_x' (404 invalid_request_error resource_missing, param id, request req_1)"
//! );
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! # What a program decides by
//!
//! By [`code`](crate::Error::code) if Stripe says precisely what it is, by a predicate of the kind otherwise:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::{Client, CreateCustomer, ErrorCode};
//!
//! async fn sign_up(client: &Client, email: &str) -> Result<String, String> {
//!     let request = CreateCustomer::new().email(email);
//!     let error = match request.send(client).await {
//!         Ok(customer) => return Ok(customer.id.to_string()),
//!         Err(error) => error,
//!     };
//!     Err(match error.code() {
//!         Some(ErrorCode::EmailInvalid) => format!("{email} is not an address for email"),
//!         // No answer came, though it was sent three times. It may have been done all the same.
//!         _ if error.is_connection() => "try again in a minute".to_owned(),
//!         _ if error.is_rate_limit() => "we are busy".to_owned(),
//!         // For the log: it has the id of the request, which Stripe's support asks for.
//!         _ => error.to_string(),
//!     })
//! }
//! assert_eq!(sign_up(&client, "jenny.rosen").await, Err("jenny.rosen is not an address for email".into()));
//! assert_eq!(sign_up(&client, "busy@example.com").await, Err("we are busy".into()));
//! assert!(sign_up(&client, "jenny.rosen@example.com").await.is_ok());
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! | if | it is for | such as |
//! |---|---|---|
//! | [`is_setup`](crate::Error::is_setup), [`is_authentication`](crate::Error::is_authentication), [`is_permission`](crate::Error::is_permission) | whoever runs the program | a key that is missing, unknown or restricted; nothing will work |
//! | [`is_parameter`](crate::Error::is_parameter), [`is_invalid_request`](crate::Error::is_invalid_request), [`is_idempotency`](crate::Error::is_idempotency) | whoever wrote the program, or filled in the form | an unknown id; [`param`](crate::Error::param) is what it is about |
//! | [`is_card`](crate::Error::is_card) | the customer, with the message as it is | a card that was declined; [`decline_code`](crate::Error::decline_code) says why |
//! | [`is_rate_limit`](crate::Error::is_rate_limit) | the program: fewer calls at a time | [`retry_after`](crate::Error::retry_after) says when |
//! | [`is_connection`](crate::Error::is_connection), [`is_timeout`](crate::Error::is_timeout), [`is_api`](crate::Error::is_api) | time: it was tried again already | see [retries](super::retries) |
//! | [`is_unexpected_response`](crate::Error::is_unexpected_response) | the network: a proxy answered | [`body`](crate::Error::body) is what it said |
//! | [`is_decode`](crate::Error::is_decode) | this crate, or the version of the API | the message has the place; see [versions](super::versions) |
//!
//! # What Stripe says, typed
//!
//! [`api_error`](crate::Error::api_error) has all of it, and the status, the headers and the body are there as they came:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//!
//! let error = CreateCustomer::new().source("tok_chargeDeclined").send(&client).await.unwrap_err();
//! assert!(error.is_card());
//! assert_eq!(error.status(), Some(402));
//! assert_eq!(error.attempts(), 1);
//! let said = error.api_error().unwrap();
//! assert_eq!(said.message.as_deref(), Some("Your card was declined."));
//! assert!(error.body().unwrap().contains("card_declined"));
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! See <https://docs.stripe.com/error-handling> and <https://docs.stripe.com/error-codes>.
