//! Retries, idempotency keys, timeouts and rate limits.
//!
//! # Automatic retries
//!
//! The client retries if there is no response, unless the certificate of the server is invalid, and after conflicts (409) and errors of Stripe's servers (500 and above), unless
//! Stripe indicates otherwise. By default, it retries twice, after half a second and after one second. All attempts of a call have
//! the same idempotency key, so Stripe executes the request once:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//!
//! // The server of this example fails the first attempt.
//! let customer = CreateCustomer::new().email("flaky@example.com").send(&client).await?;
//! assert_eq!(customer.attempts(), 2);
//! # }}
//! ```
//!
//! # Idempotency keys
//!
//! By default, every call has a new idempotency key. A key that is derived from your data prevents duplicates across several
//! calls and machines, and after a restart of your program:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//!
//! let request = CreateCustomer::new()
//!     .email("jenny.rosen@example.com")
//!     .customize()
//!     .idempotency_key("signup-6735");
//! let first = request.send(&client).await?;
//! let second = request.send(&client).await?;
//! assert_eq!(first.id, second.id);
//! # }}
//! ```
//!
//! - A key belongs to one request. The same key with different parameters is an error for which
//!   [`is_idempotency`](crate::Error::is_idempotency) returns `true`.
//! - Stripe stores the key and the response for at least a day. This includes errors (500) after it has started to execute the request.
//! - Keys are separate for each account, and for test mode and live mode.
//! - `GET` requests have no key.
//!
//! # After a failed write
//!
//! If a call fails without a usable response, Stripe may have executed the request nevertheless.
//! [`was_carried_out`](crate::Error::was_carried_out) returns what is known. Sending the same request again with a new key may create
//! a second customer. Repeat it with the same key instead, which the error has:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use stripe_customers::CreateCustomer;
//!
//! // The server of this example creates the customer, but the connection breaks in the middle of the response.
//! let request = CreateCustomer::new().email("cut@example.com");
//! let error = request.clone().customize().max_retries(0).send(&client).await.unwrap_err();
//! assert_eq!(error.was_carried_out(), Some(true));
//!
//! let key = error.idempotency_key().expect("a `POST` request has a key");
//! let customer = request.customize().idempotency_key(key).send(&client).await?;
//! assert_eq!(customer.id, "cus_1");
//! # }}
//! ```
//!
//! | [`was_carried_out`](crate::Error::was_carried_out) | what to do |
//! |---|---|
//! | `Some(false)` | fix the request or wait, and send it again; a new key is safe |
//! | `Some(true)` | use [`object_id`](crate::Error::object_id), if it is known, to retrieve the object; otherwise repeat the request with the same key |
//! | `None` | repeat the request with the same key, later |
//!
//! Stripe returns the stored response to a repeated request. If it is too large, increase
//! [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) first. If it does not match the type,
//! [`body`](crate::Error::body) has it as JSON.
//!
//! A repetition does not always help: Stripe also stores an error (500), which every repetition returns with the header
//! `idempotent-replayed: true`, and deletes keys after a day. Then look for the object, for example by email address and metadata with
//! [`ListCustomers`](crate::ListCustomers), and use a new key if it does not exist. The [service] in the repository does this for
//! signups, and continues after a crash.
//!
//! [service]: https://github.com/stripe-customers/stripe-customers/tree/main/stripe-customers/examples/service
//!
//! # Retries and timeouts
//!
//! ```
//! use std::time::Duration;
//! use stripe_customers::{Client, CreateCustomer};
//!
//! let client = Client::builder("sk_test_123")
//!     .max_retries(4)
//!     .timeout(Duration::from_secs(20)) // of each attempt
//!     .build()?;
//!
//! // A user is waiting for the response.
//! let request = CreateCustomer::new().customize().max_retries(0).timeout(Duration::from_secs(3));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To limit the total time of all attempts, use
//! [`tokio::time::timeout`](https://docs.rs/tokio/latest/tokio/time/fn.timeout.html), which drops the call. Stripe may still execute a
//! request that has been sent.
//!
//! # Rate limits
//!
//! The client does not retry after status 429, because retries would add to the load. Make fewer concurrent calls, and wait for
//! [`retry_after`](crate::Error::retry_after):
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
//! use std::time::Duration;
//! use stripe_customers::CreateCustomer;
//!
//! let error = CreateCustomer::new().email("busy@example.com").send(&client).await.unwrap_err();
//! assert!(error.is_rate_limit());
//! let pause = error.retry_after().unwrap_or(Duration::from_secs(1));
//! # assert_eq!(pause, Duration::from_secs(1));
//! # }}
//! ```
//!
//! The example `import_customers` does this for thousands of customers.
//!
//! See <https://docs.stripe.com/api/idempotent_requests> and <https://docs.stripe.com/rate-limits>.
