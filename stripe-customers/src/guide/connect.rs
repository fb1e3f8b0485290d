//! Connected accounts: requests on behalf of other accounts.
//!
//! A platform authenticates with its own key and sets the connected account, for one request:
//!
//! ```
//! # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
//! # example! { fn main(client) {
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
//! // The customer belongs to that account. The platform's own account does not have it.
//! let request = RetrieveCustomer::new(&customer.id);
//! assert_eq!(request.send(&client).await.unwrap_err().status(), Some(404));
//! assert!(request.customize().stripe_account(account).send(&client).await.is_ok());
//! # }}
//! ```
//!
//! Or for all requests of a client. A request can override the account of the client:
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
//! Every client has its own connection pool. For many accounts, create one client and set the account in the requests, or
//! share the pool with [`http_client`](crate::ClientBuilder::http_client).
//!
//! [`stripe_context`](crate::Customized::stripe_context) does the same for the accounts of an organization.
//!
//! An id does not contain the account that it belongs to, so store both. Idempotency keys are also specific to the account.
//!
//! See <https://docs.stripe.com/connect/authentication> and <https://docs.stripe.com/context>.
