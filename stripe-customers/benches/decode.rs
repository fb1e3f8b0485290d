//! Decodes a customer, and compares the time with hand-written code.
//!
//! ```text
//! cargo bench -p stripe-customers --bench decode
//! ```
//!
//! The baseline is `serde_json::from_slice` into `support/by_hand.rs`. `stripe_customers` decodes all fields, but expanded
//! objects only in the last row.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

#[path = "support/by_hand.rs"]
mod by_hand;
#[path = "support/json.rs"]
mod json;
#[path = "support/timing.rs"]
mod timing;

use stripe_customers::{Customer, from_json};
use timing::{Candidate, compare};

fn main() {
    for (name, text) in json::customers() {
        decode(name, "indented", &text);
        decode(name, "compact", &compact(&text));
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

/// Decodes all expanded invoices and payment methods.
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

/// The same JSON without white space.
fn compact(text: &str) -> String {
    let mut inside = false;
    let mut escaped = false;
    text.chars()
        .filter(|&c| {
            let keep = inside || !c.is_ascii_whitespace();
            inside ^= c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            keep
        })
        .collect()
}
