//! Retries and idempotency keys: nothing lost, nothing done twice.
//!
//! # What the client does
//!
//! An attempt that ended without an answer, with a conflict (409) or with an error at Stripe (500 and above) is made again, unless
//! Stripe says that it does not help: twice by default, after half a second, then one. All attempts of one call have one idempotency
//! key, by which Stripe knows them, and so carries out one of them:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//!
//! // The server of this example fails the first attempt.
//! let customer = CreateCustomer::new().email("flaky@example.com").send(&client).await?;
//! assert_eq!(customer.attempts(), 2);
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! # A key of your own
//!
//! The key of the client lives as long as the call. With one that comes from your own data, the same thing is done once over
//! several calls, several machines, and the end of your program:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::CreateCustomer;
//!
//! let request = CreateCustomer::new()
//!     .email("jenny.rosen@example.com")
//!     .customize()
//!     .idempotency_key("signup-6735");
//! let first = request.send(&client).await?;
//! let second = request.send(&client).await?;
//! assert_eq!(first.id, second.id);
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! - A key stands for one request. With other parameters it is an error, for which
//!   [`is_idempotency`](crate::Error::is_idempotency) holds.
//! - Stripe keeps it for at least a day, and what it answered with it: errors of its own (500) too, once it has begun to carry out the request.
//! - Keys of an account do not meet those of another, nor those of test mode those of live mode.
//! - Requests that only read need none, and have none.
//!
//! # How often and how long
//!
//! ```
//! use std::time::Duration;
//! use stripe_customers::{Client, CreateCustomer};
//!
//! let client = Client::builder("sk_test_123")
//!     .max_retries(4) // a service in the background has time
//!     .timeout(Duration::from_secs(20)) // for each attempt
//!     .build()?;
//!
//! // Somebody is waiting for this one.
//! let request = CreateCustomer::new().customize().max_retries(0).timeout(Duration::from_secs(3));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! For a limit on all attempts together there is [`tokio::time::timeout`](https://docs.rs/tokio/latest/tokio/time/fn.timeout.html): dropping a call
//! stops it. What was sent may have been carried out.
//!
//! # Too many requests
//!
//! An answer 429 is not tried again by the client: more attempts are what there is too much of. Make fewer calls at a time, and wait for
//! [`retry_after`](crate::Error::retry_after) if it is there:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use std::time::Duration;
//! use stripe_customers::CreateCustomer;
//!
//! let error = CreateCustomer::new().email("busy@example.com").send(&client).await.unwrap_err();
//! assert!(error.is_rate_limit());
//! let pause = error.retry_after().unwrap_or(Duration::from_secs(1));
//! # assert_eq!(pause, Duration::from_secs(1));
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! The example `import_customers` of the repository does this for thousands of customers.
//!
//! See <https://docs.stripe.com/api/idempotent_requests> and <https://docs.stripe.com/rate-limits>.
