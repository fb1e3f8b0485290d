//! How long a customer takes to decode, next to what a user would write by hand.
//!
//! ```text
//! cargo bench -p stripe-customers --bench decode
//! ```
//!
//! The baseline is `serde_json::from_slice` into `support/by_hand.rs`. Ours has all fields and lets expanded objects wait.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

mod support;

use stripe_customers::{Customer, from_json};
use support::timing::{Candidate, compare};
use support::{by_hand, json};

fn main() {
    for (name, text) in [
        ("small", json::small()),
        ("medium", json::medium()),
        ("large", json::large()),
    ] {
        decode(name, "indented", &text);
        decode(name, "compact", &json::compact(&text));
    }
}

fn decode(name: &str, layout: &str, text: &str) {
    let bytes = text.as_bytes();
    let title = format!("decode {name}, {layout}, {} bytes", bytes.len());
    compare(
        &title,
        vec![
            Candidate::new("serde_json, struct by hand", || {
                serde_json::from_slice::<by_hand::Customer>(bytes).unwrap()
            }),
            Candidate::new("serde_json::Value", || {
                serde_json::from_slice::<serde_json::Value>(bytes).unwrap()
            }),
            Candidate::new("stripe_customers::from_json", || {
                from_json::<Customer>(bytes).unwrap()
            }),
            Candidate::new("the same, every expanded object decoded", || {
                let customer = from_json::<Customer>(bytes).unwrap();
                let expanded = decode_expanded(&customer);
                (customer, expanded)
            }),
        ],
    );
}

/// Every invoice and payment method that came expanded.
fn decode_expanded(
    customer: &Customer,
) -> Vec<(
    stripe_customers::Invoice,
    Option<stripe_customers::PaymentMethod>,
)> {
    let subscriptions = customer.subscriptions.iter().flatten();
    subscriptions
        .filter_map(|subscription| {
            let invoice = subscription.latest_invoice.as_ref()?;
            let method = subscription.default_payment_method.as_ref();
            invoice.is_expanded().then(|| {
                (
                    invoice.object().unwrap(),
                    method.map(|method| method.object().unwrap()),
                )
            })
        })
        .collect()
}
