//! The guide: from the first customer to production.
//!
//! 1. [Customers](customers): creating, retrieving and copying customers.
//! 2. [Updates](updates): changing, clearing and deleting customers.
//! 3. [Search](search): finding customers with a query.
//! 4. [Metadata](metadata): custom key-value pairs; clearing values.
//! 5. [Expansions](expansions): related objects in the response.
//! 6. [Lists](lists): all customers, page by page.
//! 7. [Errors](errors): handling errors.
//! 8. [Retries](retries): idempotency keys, timeouts and rate limits.
//! 9. [Connected accounts](connect): requests on behalf of connected accounts.
//! 10. [Webhooks](webhooks): events: verifying, decoding and testing.
//! 11. [Testing](testing): testing without and with Stripe.
//! 12. [Versions](versions): versions of the API and of the crate.
//! 13. [Requests of your own](own_requests): operations, parameters and fields that the crate does not have.
//! 14. [Build cost](build_cost): dependencies and compile times.
//!
//! All examples are tested, except those with web frameworks and mock servers, which are not dependencies. The [service] in the
//! repository uses both, and is tested: it has one customer per user, and receives events.
//!
//! [service]: https://github.com/stripe-customers/stripe-customers/tree/main/stripe-customers/examples/service

#![cfg_attr(
    not(feature = "webhook"),
    allow(
        rustdoc::broken_intra_doc_links,
        reason = "links into the module `webhook`"
    )
)]

/// Defines a module for each page, which is the Markdown file with its name.
macro_rules! pages {
    ($($page:ident)*) => {$(
        pub mod $page {
            #![doc = include_str!(concat!(stringify!($page), ".md"))]
        }
    )*};
}

pages! {
    build_cost connect customers errors expansions lists metadata own_requests retries search testing updates versions webhooks
}
