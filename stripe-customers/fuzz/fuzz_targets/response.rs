//! Any bytes as a customer: what is read is JSON and is written as it was read, an error names a place in it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_customers::customer::PaymentSource;
use stripe_customers::{DecodeError, Json, RetrieveCustomer, RetrievedCustomer, from_json, http};
use stripe_customers_fuzz::{Json as Tree, is_json};

fuzz_target!(|body: &[u8]| {
    what_is_json(body);
    match from_json::<RetrievedCustomer>(body) {
        Ok(read) => {
            let response = RetrieveCustomer::decode_response(http::Response::new(body));
            assert_eq!(written(&response.unwrap().into_inner()), written(&read));
            comes_back(&read);
            inside(body, &read);
        }
        Err(error) => names_a_place(body, &error),
    }
});

/// Nothing is taken for JSON that is none, and nothing is refused that is.
fn what_is_json(body: &[u8]) {
    let ours = from_json::<Json>(body);
    match ours {
        Ok(json) => {
            assert!(is_json(body));
            assert!(is_json(json.as_str().as_bytes()));
        }
        Err(_) => assert!(Tree::read(body).is_none()),
    }
}

fn written(read: &RetrievedCustomer) -> String {
    serde_json::to_string(read).unwrap()
}

fn comes_back(read: &RetrievedCustomer) {
    let text = written(read);
    let again = from_json::<RetrievedCustomer>(&text).unwrap();
    assert_eq!(written(&again), text);
    assert!(!format!("{read:?}").is_empty());
}

/// What is decoded when asked for.
fn inside(body: &[u8], read: &RetrievedCustomer) {
    let RetrievedCustomer::Customer(customer) = read else {
        return;
    };
    if let Some(source) = &customer.default_source {
        match source.object() {
            Ok(PaymentSource::Card(card)) => drop(card.customer.map(|owner| owner.object())),
            Ok(_) => {}
            Err(error) => names_a_place(body, &error),
        }
    }
    for subscription in customer.subscriptions.iter().flat_map(|page| &page.data) {
        let invoice = subscription.latest_invoice.as_ref();
        if let Some(Err(error)) = invoice.map(|invoice| invoice.object()) {
            names_a_place(body, &error);
        }
    }
}

fn names_a_place(body: &[u8], error: &DecodeError) {
    assert!(!error.problem().is_empty());
    let path = error.path();
    if let (Some(tree), false) = (Tree::read(body), path.is_empty()) {
        let inside = ["customer", "RetrievedCustomer", "value"]
            .iter()
            .find_map(|root| path.strip_prefix(root));
        assert!(inside.is_some_and(|path| tree.has(path)), "{error}");
    }
}
