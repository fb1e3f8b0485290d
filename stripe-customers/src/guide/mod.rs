//! The guide: from the first customer to production.
//!
//! 1. [Customers](customers): creating, retrieving and copying customers.
//! 2. [Metadata](metadata): custom key-value pairs; clearing values.
//! 3. [Expansions](expansions): related objects in the response.
//! 4. [Lists](lists): lists and searches, page by page.
//! 5. [Errors](errors): handling errors.
//! 6. [Retries](retries): idempotency keys, timeouts and rate limits.
//! 7. [Connected accounts](connect): requests on behalf of connected accounts.
//! 8. [Webhooks](webhooks): events: verifying, decoding and testing.
//! 9. [Testing](testing): testing without and with Stripe.
//! 10. [Versions](versions): versions of the API and of the crate.
//! 11. [Requests of your own](own_requests): operations, parameters and fields that the crate does not have.
//! 12. [Build cost](build_cost): dependencies and compile times.
//!
//! All examples are tested, except those for web frameworks, which are not dependencies.

pub mod build_cost;
pub mod connect;
pub mod customers;
pub mod errors;
pub mod expansions;
pub mod lists;
pub mod metadata;
pub mod own_requests;
pub mod retries;
pub mod testing;
pub mod versions;
pub mod webhooks;
