//! Connected accounts: requests on behalf of others.
//!
//! A platform makes requests with its own key, and says for which account. One request at a time:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # fn main() {
//! # stripe::run(async |client| {
//! use stripe_customers::{CreateCustomer, RetrieveCustomer};
//!
//! let account = "acct_1032D82eZvKYlo2C";
//! let customer = CreateCustomer::new()
//!     .email("jenny.rosen@example.com")
//!     .customize()
//!     .stripe_account(account)
//!     .send(&client)
//!     .await?;
//!
//! // It belongs to that account, and is not found in the platform's own.
//! let request = RetrieveCustomer::new(&customer.id);
//! assert_eq!(request.send(&client).await.unwrap_err().status(), Some(404));
//! assert!(request.customize().stripe_account(account).send(&client).await.is_ok());
//! # Ok(())
//! # });
//! # }
//! ```
//!
//! Or with a client for all requests of an account. A request can still name another:
//!
//! ```
//! use stripe_customers::Client;
//!
//! let client = Client::builder("sk_test_123")
//!     .stripe_account("acct_1032D82eZvKYlo2C")
//!     .build()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every client has connections of its own. For many accounts make one client and name the account in the requests, or share the
//! connections with [`http_client`](crate::ClientBuilder::http_client).
//!
//! [`stripe_context`](crate::Customized::stripe_context) does the same for organizations, whose accounts it names by a path.
//!
//! Ids say nothing of the account that they belong to: keep both. Idempotency keys are kept per account, too.
//!
//! See <https://docs.stripe.com/connect/authentication> and <https://docs.stripe.com/context>.
