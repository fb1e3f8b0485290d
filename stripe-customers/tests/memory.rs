//! What decoding takes of memory: nothing stays, and little more than what is read is taken.
//!
//! One test, because what others do at the same time would be counted too.

#![allow(missing_docs, clippy::unwrap_used)]

use peak_alloc::PeakAlloc;
use stripe_customers::{Customer, List, from_json};

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// What the test harness may do meanwhile.
const SLACK: usize = 4096;

const SOURCE: &str = r#"{"id": "card_1", "object": "card", "brand": "Visa", "exp_month": 8, "exp_year": 2031,
    "funding": "credit", "last4": "4242", "allow_redisplay": "unspecified", "regulated_status": "unregulated"}"#;

/// A customer with an expanded source, and things that the crate does not know.
fn customer(sources: &str) -> String {
    format!(
        r#"{{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false, "name": "J\u00e9nny",
        "address": null, "balance": 0, "currency": null, "delinquent": false, "description": null, "discount": null,
        "email": "jenny.rosen@example.com", "metadata": {{"order": "6735"}}, "preferred_locales": ["fr", "en"],
        "default_source": {SOURCE}, "tax_exempt": "perhaps", "news": [{{"a": 1.5}}, null]{sources}}}"#
    )
}

/// Two sources, of which the crate knows one.
fn sources() -> String {
    format!(
        r#", "sources": {{"object": "list", "has_more": false, "url": "/", "data": [{SOURCE}, {{"object": "purse"}}]}}"#
    )
}

#[test]
fn what_decoding_takes() {
    nothing_stays(&customer(&sources()));
    a_large_response(&customer(""));
}

fn nothing_stays(customer: &str) {
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

/// The text is copied once, for what stays text. The rest are the fields, which take room also where they are absent,
/// and a list that doubles when it is full, at the worst moment here.
///
/// Without the page of sources: each of these is as large as the largest kind of them, five times a card.
fn a_large_response(customer: &str) {
    let count = 10_000_000 / customer.len();
    let data = vec![customer; count].join(",");
    let json = format!(r#"{{"object": "list", "has_more": false, "url": "/", "data": [{data}]}}"#);
    drop(data);

    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let read = from_json::<List<Customer>>(&json).unwrap();
    let (held, peak) = (
        ALLOCATOR.current_usage() - before,
        ALLOCATOR.peak_usage() - before,
    );
    assert_eq!(read.data.len(), count);
    println!("{} bytes read: {held} held, {peak} at most", json.len());
    assert!(peak < 12 * json.len(), "{} bytes took {peak}", json.len());
    drop(read);
    let after = ALLOCATOR.current_usage();
    assert!(
        after <= before + SLACK,
        "{before} bytes before, {after} after"
    );
}
