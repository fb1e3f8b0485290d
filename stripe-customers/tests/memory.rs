//! The memory of decoding: there are no leaks, and it is proportional to the text.
//!
//! A single test, because concurrent tests would be counted too.

#![allow(missing_docs, clippy::unwrap_used)]

use peak_alloc::PeakAlloc;
use stripe_customers::{Customer, List, from_json};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The memory that the test harness may use.
const SLACK: usize = 4096;

const SOURCE: &str = r#"{"id": "card_1", "object": "card", "brand": "Visa", "exp_month": 8, "exp_year": 2031,
    "funding": "credit", "last4": "4242", "allow_redisplay": "unspecified", "regulated_status": "unregulated"}"#;

/// A customer with an expanded source, and unknown fields and values.
fn customer(sources: &str) -> String {
    format!(
        r#"{{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false, "name": "J\u00e9nny",
        "address": null, "balance": 0, "currency": null, "delinquent": false, "description": null, "discount": null,
        "email": "jenny.rosen@example.com", "metadata": {{"order": "6735"}}, "preferred_locales": ["fr", "en"],
        "default_source": {SOURCE}, "tax_exempt": "perhaps", "new_field": [{{"a": 1.5}}, null]{sources}}}"#
    )
}

/// A known and an unknown source.
fn sources() -> String {
    format!(
        r#", "sources": {{"object": "list", "has_more": false, "url": "/", "data": [{SOURCE}, {{"object": "purse"}}]}}"#
    )
}

#[test]
fn decoding_takes_bounded_memory() {
    no_leaks(&customer(&sources()));
    large_response(&customer(""));
    hostile_response();
}

fn no_leaks(customer: &str) {
    let decode = || {
        let read = from_json::<Customer>(customer).unwrap();
        assert!(read.default_source.unwrap().object().is_ok());
        assert!(from_json::<Customer>(&customer[..customer.len() - 1]).is_err());
    };
    decode();
    let before = ALLOCATOR.current_usage();
    for _ in 0..10_000 {
        decode();
    }
    let after = ALLOCATOR.current_usage();
    assert!(
        after <= before + SLACK,
        "{before} bytes before, {after} after"
    );
}

/// The text is copied once, for the values that are kept as text. The rest are the fields, which take memory even if absent, and a
/// list that doubles when it is full, which is the worst case here.
fn large_response(customer: &str) {
    let count = 10_000_000 / customer.len();
    let data = vec![customer; count].join(",");
    let json = format!(r#"{{"object": "list", "has_more": false, "url": "/", "data": [{data}]}}"#);
    drop(data);

    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let read = from_json::<List<Customer>>(&json)
        .and_then(|page| page.decode())
        .unwrap();
    let (held, peak) = (
        ALLOCATOR.current_usage() - before,
        ALLOCATOR.peak_usage() - before,
    );
    assert_eq!(read.len(), count);
    println!("{} bytes read: {held} held, {peak} at most", json.len());
    assert!(peak < 12 * json.len(), "{} bytes took {peak}", json.len());
    drop(read);
    let after = ALLOCATOR.current_usage();
    assert!(
        after <= before + SLACK,
        "{before} bytes before, {after} after"
    );
}

/// A page of empty objects, each much smaller than the type of the elements.
fn hostile_response() {
    let data = vec!["{}"; 1_000_000].join(",");
    let page = format!(r#"{{"object": "list", "has_more": false, "url": "/", "data": [{data}]}}"#);
    let json = customer(&format!(r#", "sources": {page}"#));
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let read = from_json::<Customer>(&json).unwrap();
    assert!(read.sources.unwrap().decode().is_err());
    let peak = ALLOCATOR.peak_usage() - before;
    assert!(peak < 24 * json.len(), "{} bytes took {peak}", json.len());
}
