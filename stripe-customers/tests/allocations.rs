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
use stripe_customers::{Customer, RetrieveCustomer, form_of, from_json, http};
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

/// An error that has a member many times, and each time one that does not fit: reading it takes no more than its share, or
/// whoever answers in the place of Stripe could keep the caller busy.
#[test]
fn a_broken_error_takes_what_its_length_is_worth() {
    let bytes = |members: usize| {
        let broken = r#""message": 7, "param": [], "#.repeat(members);
        let body = format!(r#"{{"error": {{{broken}"type": "api_error", "code": "odd"}}}}"#);
        let answer = http::Response::builder().status(400);
        let answer = answer.body(body.clone()).unwrap();
        let measured = measure(|| {
            let error = RetrieveCustomer::decode_response(answer).unwrap_err();
            assert_eq!(error.code().unwrap().as_str(), "odd");
        });
        println!(
            "{} bytes of error allocate {}",
            body.len(),
            measured.bytes_total
        );
        measured.bytes_total
    };
    assert!(bytes(2_000) < 15 * bytes(200));
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
