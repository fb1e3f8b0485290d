//! How long twelve parameters take to become a form, next to what a user would write by hand.
//!
//! ```text
//! cargo bench -p stripe-customers --bench encode
//! ```
//!
//! The baseline is `serde_qs` on the same struct. Beside it are `serde_qs` on a struct with the derive macro, and pairs
//! whose names are written out.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

mod support;

use stripe_customers::form_of;
use support::parameters;
use support::timing::{Candidate, compare};

fn main() {
    let ours = parameters::ours();
    let by_hand = parameters::by_hand();
    let title = format!("encode 12 parameters, {} bytes", form_of(&ours).len());
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
            Candidate::new("stripe_customers", || form_of(&ours)),
        ],
    );
}
