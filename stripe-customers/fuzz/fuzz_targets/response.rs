//! Any bytes as a customer: decoded values are valid JSON and are serialized unchanged, and errors have a path in the text.

#![no_main]

use std::error::Error as _;

use libfuzzer_sys::fuzz_target;
use stripe_customers::customer::PaymentSource;
use stripe_customers::{
    DecodeError, Error, Json, RetrieveCustomer, RetrievedCustomer, from_json, http,
};
use stripe_customers_fuzz::{Json as Tree, is_json};

fuzz_target!(|body: &[u8]| {
    check_syntax(body);
    match from_json::<RetrievedCustomer>(body) {
        Ok(read) => {
            match RetrieveCustomer::decode_response(http::Response::new(body)) {
                Ok(response) => assert_eq!(written(&response.into_inner()), written(&read)),
                Err(error) => check_without_object(&error, &read),
            }
            check_round_trip(&read);
            decode_inside(body, &read);
        }
        Err(error) => check_path(body, &error),
    }
});

/// Valid JSON is accepted, and everything else is an error.
fn check_syntax(body: &[u8]) {
    let ours = from_json::<Json>(body);
    match ours {
        Ok(json) => {
            assert!(is_json(body));
            assert!(is_json(json.text().as_bytes()));
        }
        Err(_) => assert!(Tree::read(body).is_none()),
    }
}

/// Only an object without a member `object` that is a string is an error as a response and a value elsewhere.
fn check_without_object(error: &Error, read: &RetrievedCustomer) {
    assert!(
        matches!(read, RetrievedCustomer::Unknown(_)),
        "{error} {read:?}"
    );
    let problem = error.source().unwrap().to_string();
    let problem = problem.strip_prefix("customer.object: ").unwrap();
    assert!(problem == "required, but missing" || problem.starts_with("expected a string, found "));
}

/// The value as JSON, or the error about a number that serde cannot represent.
fn written(read: &RetrievedCustomer) -> Result<String, String> {
    serde_json::to_string(read).map_err(|error| {
        let error = error.to_string();
        assert_eq!(error, "number out of range for a 64-bit float");
        error
    })
}

fn check_round_trip(read: &RetrievedCustomer) {
    assert!(!format!("{read:?}").is_empty());
    if let Ok(text) = written(read) {
        let again = from_json::<RetrievedCustomer>(&text).unwrap();
        assert_eq!(written(&again), Ok(text));
    }
}

/// Decodes the values that are decoded on demand.
fn decode_inside(body: &[u8], read: &RetrievedCustomer) {
    let RetrievedCustomer::Customer(customer) = read else {
        return;
    };
    if let Some(source) = &customer.default_source {
        match source.object() {
            Ok(PaymentSource::Card(card)) => drop(card.customer.map(|owner| owner.object())),
            Ok(_) => {}
            Err(error) => check_path(body, &error),
        }
    }
    for subscription in customer.subscriptions.iter().flatten() {
        let invoice = subscription.and_then(|subscription| match &subscription.latest_invoice {
            Some(invoice) => invoice.object().map(Some),
            None => Ok(None),
        });
        if let Err(error) = invoice {
            check_path(body, &error);
        }
    }
}

fn check_path(body: &[u8], error: &DecodeError) {
    assert!(!error.problem().is_empty());
    let path = error.path();
    if let (Some(tree), false) = (Tree::read(body), path.is_empty()) {
        let inside = ["customer", "RetrievedCustomer", "value"]
            .iter()
            .find_map(|root| path.strip_prefix(root));
        assert!(inside.is_some_and(|path| tree.has(path)), "{error}");
    }
}
