//! The guide: from the first customer to production.
//!
//! 1. [Customers](customers): create, retrieve, ask, copy.
//! 2. [Metadata](metadata): values of your own; clearing.
//! 3. [Expansions](crate::expand): related objects, whole.
//! 4. [Errors](errors): who has to do something about it.
//! 5. [Retries](retries): idempotency keys, time-outs, too many requests.
//! 6. [Connected accounts](connect): requests on behalf of others.
//! 7. [Testing](testing): without Stripe and with it.
//! 8. [Versions](versions): of the API and of the crate.
//! 9. [Build cost](build_cost): what is compiled, and how to have less of it.
//!
//! The examples are run when the crate is tested, against a server on the same machine.

pub mod build_cost;
pub mod connect;
pub mod customers;
pub mod errors;
pub mod metadata;
pub mod retries;
pub mod testing;
pub mod versions;
