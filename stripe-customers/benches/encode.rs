//! Encodes twelve parameters as a form, and compares the time with hand-written code.
//!
//! ```text
//! cargo bench -p stripe-customers --bench encode
//! ```
//!
//! The baseline is `serde_qs` with the same struct. The other candidates are `serde_qs` with a derived struct, and pairs with
//! literal names. `http_request` also creates the headers, including a random idempotency key: the last row is their share.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

#[path = "support/parameters.rs"]
mod parameters;
#[path = "support/timing.rs"]
mod timing;

use stripe_customers::CreateCustomer;
use timing::{Candidate, compare};

const KEY: &str = "sk_test_123";

fn main() {
    let ours = parameters::ours();
    let by_hand = parameters::by_hand();
    let empty = CreateCustomer::new();
    let length = ours.http_request(KEY).unwrap().body().len();
    let title = format!("encode 12 parameters, {length} bytes");
    compare(
        &title,
        vec![
            Candidate::new("serde_qs, the same struct", || {
                serde_qs::to_string(&ours).unwrap()
            }),
            Candidate::new("serde_qs, struct by hand", || {
                serde_qs::to_string(&by_hand).unwrap()
            }),
            Candidate::new("form_urlencoded, pairs by hand", || {
                parameters::pairs(&by_hand)
            }),
            Candidate::new("stripe_customers, with headers", || {
                ours.http_request(KEY).unwrap()
            }),
            Candidate::new("the headers alone", || empty.http_request(KEY).unwrap()),
        ],
    );
}
