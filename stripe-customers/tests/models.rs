//! Decoding of types, without an HTTP client (`--no-default-features`).
#![allow(missing_docs, clippy::panic, clippy::unwrap_used)]

use stripe_customers::{Customer, RetrievedCustomer, from_json};

const CUSTOMER: &str =
    r#"{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false}"#;

#[test]
fn a_type_is_decoded_from_text_and_from_bytes() {
    assert_eq!(from_json::<Customer>(CUSTOMER).unwrap().id, "cus_1");
    assert_eq!(
        from_json::<Customer>(CUSTOMER.as_bytes()).unwrap().id,
        "cus_1"
    );
}

#[test]
fn a_deleted_customer_is_detected() {
    let deleted = r#"{"id": "cus_1", "object": "customer", "deleted": true}"#;
    let RetrievedCustomer::Deleted(customer) = from_json(deleted).unwrap() else {
        panic!("expected a deleted customer");
    };
    assert_eq!(customer.id, "cus_1");
}

#[test]
fn an_object_without_a_tag_is_unknown() {
    let RetrievedCustomer::Unknown(kept) = from_json(r#"{"id": "cus_1"}"#).unwrap() else {
        panic!("expected an unknown object");
    };
    assert_eq!(kept.text(), r#"{"id": "cus_1"}"#);
}

#[test]
fn an_error_has_the_path_of_the_value() {
    for (json, message) in [
        (
            &b"\xff"[..],
            "customer: not JSON: expected UTF-8 at byte 0, found another byte",
        ),
        (
            b"<html>",
            "customer: not JSON: expected a value at byte 0, found `<`",
        ),
        (b"[]", "customer: expected an object, found an array"),
        (b"{\"id\": 7}", "customer.id: expected a string, found 7"),
    ] {
        assert_eq!(
            from_json::<Customer>(json).unwrap_err().to_string(),
            message
        );
    }
}

/// This distinguishes a response that is incomplete or not from Stripe from one with a value of the wrong type.
#[test]
fn a_text_that_is_not_json_is_an_error_with_the_path_where_it_stops() {
    for (json, path) in [
        (&b""[..], "customer"),
        (b"\xff", "customer"),
        (b"<html>", "customer"),
        (b"{\"id\": \"cus_1\", \"emai", "customer"),
        (b"{\"id\": \"cus_1\", \"email\": \"jenny", "customer.email"),
        (b"{\"address\": {\"city\": }}", "customer.address.city"),
        (
            b"{\"preferred_locales\": [\"en\", fr]}",
            "customer.preferred_locales[1]",
        ),
    ] {
        let error = from_json::<Customer>(json).unwrap_err();
        assert_eq!(error.path(), path);
        assert!(error.problem().starts_with("not JSON: "), "{error}");
    }
}
