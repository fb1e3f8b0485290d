//! Decodes a customer, and compares the time with hand-written code.
//!
//! ```text
//! cargo bench -p stripe-customers --bench decode
//! ```
//!
//! The baseline is `serde_json::from_slice` into `support/by_hand.rs`. `stripe_customers` keeps the objects of lists and expanded
//! objects as JSON; the last row decodes them too.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

#[path = "support/by_hand.rs"]
mod by_hand;
#[path = "support/json.rs"]
mod json;
#[path = "support/timing.rs"]
mod timing;

use stripe_customers::customer::PaymentSource;
use stripe_customers::{
    Customer, Decode, Expandable, Invoice, List, PaymentMethod, Subscription, TaxId, from_json,
};
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
            Candidate::new("the same, every object decoded", || {
                let customer = from_json::<Customer>(bytes).unwrap();
                let objects = decode_on_demand(&customer);
                (customer, objects)
            }),
        ],
    );
}

/// The objects of a customer that stay JSON until they are asked for.
type OnDemand = (
    Vec<PaymentSource>,
    Vec<TaxId>,
    Vec<(Subscription, Option<Invoice>, Option<PaymentMethod>)>,
);

/// Decodes the objects of every list, and every expanded object.
fn decode_on_demand(customer: &Customer) -> OnDemand {
    let subscriptions = customer.subscriptions.iter().flatten();
    (
        all(&customer.sources),
        all(&customer.tax_ids),
        subscriptions
            .map(|subscription| {
                let subscription = subscription.unwrap();
                let invoice = expanded(&subscription.latest_invoice);
                let method = expanded(&subscription.default_payment_method);
                (subscription, invoice, method)
            })
            .collect(),
    )
}

fn all<T: Decode>(list: &Option<List<T>>) -> Vec<T> {
    list.as_ref()
        .map_or_else(Vec::new, |list| list.decode().unwrap())
}

fn expanded<T: Decode, I>(field: &Option<Expandable<T, I>>) -> Option<T> {
    let field = field.as_ref().filter(|field| field.is_expanded())?;
    Some(field.object().unwrap())
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
