//! The numbers of allocations of decoding and encoding, which detect regressions without measuring time.
//!
//! The numbers are the same on every machine. To also print those of the baselines:
//! `cargo test -p stripe-customers --test allocations -- --nocapture`.

#![cfg(feature = "http")]
#![allow(missing_docs, clippy::unwrap_used)]
#![recursion_limit = "256"]

#[path = "../benches/support/by_hand.rs"]
mod by_hand;
#[path = "../benches/support/json.rs"]
mod json;
#[path = "../benches/support/parameters.rs"]
mod parameters;

use std::hint::black_box;

use allocation_counter::measure;
use stripe_customers::{Customer, ErrorKind, RetrieveCustomer, from_json, http};

/// Returns the number of allocations of `run`, including reallocations.
fn allocations<T>(run: impl Fn() -> T) -> u64 {
    measure(|| drop(black_box(run()))).count_total
}

/// Returns the number of allocations of decoding `text`. Prints it with those of the baselines.
fn decoding(name: &str, text: &str) -> u64 {
    let ours = allocations(|| from_json::<Customer>(text).unwrap());
    let by_hand = allocations(|| serde_json::from_str::<by_hand::Customer>(text).unwrap());
    let tree = allocations(|| serde_json::from_str::<serde_json::Value>(text).unwrap());
    println!("{name}: {ours}, struct by hand {by_hand}, serde_json::Value {tree}");
    ours
}

#[test]
fn decoding_allocates_only_what_is_kept() {
    for ((name, text), figure) in json::customers().into_iter().zip([29, 180, 3702]) {
        let ours = decoding(name, &text);
        // The growth of collections may differ between versions of the standard library.
        let bound = figure + figure / 10;
        assert!(ours <= bound, "{name}: {ours} allocations, not {figure}");
    }
}

/// An error with many malformed members takes linear memory, so that a malicious server cannot exhaust the client.
#[test]
fn a_malformed_error_takes_linear_memory() {
    let bytes = |members: usize| {
        let malformed = r#""message": 7, "param": [], "#.repeat(members);
        let body = format!(r#"{{"error": {{{malformed}"type": "api_error", "code": "odd"}}}}"#);
        let response = http::Response::builder().status(400);
        let response = response.body(body.clone()).unwrap();
        let measured = measure(|| {
            let error = RetrieveCustomer::decode_response(response).unwrap_err();
            assert_eq!(error.code().unwrap().as_str(), "odd");
        });
        println!(
            "an error of {} bytes allocates {}",
            body.len(),
            measured.bytes_total
        );
        measured.bytes_total
    };
    assert!(bytes(2_000) < 15 * bytes(200));
}

/// A body that is not what it should be takes memory in proportion to its size, in a success and in an error.
#[test]
fn a_hostile_body_takes_bounded_memory() {
    const LENGTH: usize = 4 * 1024 * 1024;
    let members = r#""a": 7, "#.repeat(LENGTH / 8);
    let error = format!(r#"{{"error": {{{members}"type": "api_error"}}}}"#);
    let mut one_byte = br#"{"error": {"type": "api_error", "message": ""}}"#.to_vec();
    one_byte.insert(44, 0xff);
    for (body, kept) in [
        (vec![0xff; LENGTH], LENGTH + 4096),
        (error.clone().into_bytes(), error.len()),
        (one_byte, 50),
    ] {
        for status in [200, 400] {
            let response = http::Response::builder().status(status);
            let response = response.body(body.clone()).unwrap();
            let mut error = None;
            let measured = measure(|| {
                error = RetrieveCustomer::decode_response(response).err();
            });
            let limit = 24 * body.len() + 1024 * 1024;
            assert!(measured.bytes_max <= u64::try_from(limit).unwrap());
            if let Some(error) = error {
                assert!(error.body().unwrap().len() <= kept);
                let size = format!("{} bytes", body.len());
                let unexpected = error.kind() == ErrorKind::UnexpectedResponse;
                assert_eq!(error.to_string().contains(&size), unexpected, "{error}");
            }
        }
    }
}

#[test]
fn a_request_allocates_its_form_and_its_headers() {
    let ours = parameters::ours();
    let by_hand = parameters::by_hand();
    println!(
        "form: serde_qs {}, the struct by hand {}, pairs {}",
        allocations(|| serde_qs::to_string(&ours).unwrap()),
        allocations(|| serde_qs::to_string(&by_hand).unwrap()),
        allocations(|| parameters::pairs(&by_hand)),
    );
    let request = allocations(|| ours.http_request("sk_test_123").unwrap());
    println!("http_request: {request}");
    assert!(request <= 24, "{request} allocations");
}

#[test]
fn the_inputs_have_the_documented_sizes() {
    let sizes = [1..2, 17..20, 1000..1200];
    for ((_, text), kilobytes) in json::customers().into_iter().zip(sizes) {
        assert!(kilobytes.contains(&(text.len() / 1000)), "{}", text.len());
    }
}
