//! How often decoding and encoding allocate: a guard against getting slower that is no clock.
//!
//! The figures are the same on every machine. One that changed for a good reason is changed here, and the reason
//! said in the commit. `cargo test -p stripe-customers --test allocations -- --nocapture` prints those of the
//! baselines too.

#![cfg(feature = "http")]
#![allow(missing_docs, clippy::unwrap_used)]
#![recursion_limit = "256"]

#[path = "../benches/support/mod.rs"]
mod support;

use std::hint::black_box;

use allocation_counter::measure;
use stripe_customers::{Customer, form_of, from_json};
use support::{by_hand, json, parameters};

/// How often `run` allocates, growing included.
fn allocations<T>(run: impl Fn() -> T) -> u64 {
    measure(|| drop(black_box(run()))).count_total
}

/// How often decoding `text` allocates; printed with what the baselines do.
fn decoding(name: &str, text: &str) -> u64 {
    let ours = allocations(|| from_json::<Customer>(text).unwrap());
    let by_hand = allocations(|| serde_json::from_str::<by_hand::Customer>(text).unwrap());
    let tree = allocations(|| serde_json::from_str::<serde_json::Value>(text).unwrap());
    println!("{name}: {ours}, struct by hand {by_hand}, serde_json::Value {tree}");
    ours
}

#[test]
fn decoding_allocates_what_is_kept() {
    for (name, text, figure) in [
        ("small", json::small(), 29),
        ("medium", json::medium(), 180),
        ("large", json::large(), 3702),
    ] {
        let ours = decoding(name, &text);
        // How collections grow is up to the standard library.
        let bound = figure + figure / 10;
        assert!(ours <= bound, "{name}: {ours} allocations, not {figure}");
    }
}

#[test]
fn a_form_is_allocated_once() {
    let ours = parameters::ours();
    let by_hand = parameters::by_hand();
    println!(
        "form: serde_qs {}, the struct by hand {}, pairs {}",
        allocations(|| serde_qs::to_string(&ours).unwrap()),
        allocations(|| serde_qs::to_string(&by_hand).unwrap()),
        allocations(|| parameters::pairs(&by_hand)),
    );
    assert_eq!(allocations(|| form_of(&ours)), 1);
}

#[test]
fn the_inputs_are_of_the_sizes_that_are_said() {
    for (text, kilobytes) in [
        (json::small(), 1..2),
        (json::medium(), 17..20),
        (json::large(), 1000..1200),
    ] {
        assert!(kilobytes.contains(&(text.len() / 1000)), "{}", text.len());
    }
}
