//! Nested expanded objects, decoded step by step like in a program.

use serde_json::{Value, json};
use stripe_customers::customer::PaymentSource;
use stripe_customers::{Customer, Expandable, Id, RetrievedCustomer, from_json};

use super::draw;
use super::random::{Random, again};

const CASES: u64 = 100;

/// Draws a value of the component with these members.
fn with(name: &str, random: &mut Random, members: Value) -> Value {
    let mut value = draw::value(name, random);
    let Value::Object(members) = members else {
        panic!("expected an object with members");
    };
    value.as_object_mut().unwrap().extend(members);
    value
}

fn page(url: &str, data: Value) -> Value {
    json!({"object": "list", "has_more": false, "url": url, "data": [data]})
}

/// Decodes the object and checks its id.
fn object<T: Clone, I>(
    expandable: &Expandable<T, I>,
    read: impl Fn(&Expandable<T, I>) -> Result<T, stripe_customers::DecodeError>,
    id: &Value,
) -> T {
    assert!(expandable.is_expanded());
    assert_eq!(Some(expandable.id().as_str()), id.as_str());
    read(expandable).unwrap_or_else(|error| panic!("{error}\n{}", again()))
}

#[test]
fn an_invoice_of_a_subscription_of_a_customer() {
    for case in 0..CASES {
        let random = &mut Random::of("invoice", case);
        let charged = with("card", random, json!({}));
        let owner = with("customer", random, json!({"default_source": charged}));
        let invoice = with(
            "invoice",
            random,
            json!({"id": "in_\u{1f680}", "customer": owner}),
        );
        let subscription = with("subscription", random, json!({"latest_invoice": invoice}));
        let customer = with(
            "customer",
            random,
            json!({"subscriptions": page("/", subscription)}),
        );

        let read: Customer = from_json(customer.to_string()).unwrap();
        let subscription = read.subscriptions.unwrap().get(0).unwrap().unwrap();
        let read = object(
            &subscription.latest_invoice.unwrap(),
            Expandable::object,
            &invoice["id"],
        );
        let RetrievedCustomer::Customer(read) =
            object(&read.customer, Expandable::object, &owner["id"])
        else {
            panic!("expected a customer");
        };
        let PaymentSource::Card(read) = object(
            &read.default_source.unwrap(),
            Expandable::object,
            &charged["id"],
        ) else {
            panic!("expected a card");
        };
        assert_eq!(Some(read.last4.as_str()), charged["last4"].as_str());
    }
}

#[test]
fn an_error_in_an_expanded_object_has_the_path_in_the_response() {
    for case in 0..CASES {
        let random = &mut Random::of("inside", case);
        let charged = with("card", random, json!({"last4": 4242}));
        let owner = with("customer", random, json!({"default_source": charged}));
        let subscription = with("subscription", random, json!({"customer": owner}));
        let customer = with(
            "customer",
            random,
            json!({"subscriptions": page("/", subscription)}),
        );

        let read: Customer = from_json(customer.to_string()).unwrap();
        let subscription = read.subscriptions.unwrap().get(0).unwrap().unwrap();
        let RetrievedCustomer::Customer(read) = subscription.customer.object().unwrap() else {
            panic!("expected a customer");
        };
        let error = read.default_source.unwrap().object().unwrap_err();
        assert_eq!(
            error.path(),
            "customer.subscriptions.data[0].customer.default_source.last4",
            "{}",
            again()
        );
    }
}

#[test]
fn a_deleted_customer_may_replace_a_customer() {
    for case in 0..CASES {
        let random = &mut Random::of("deleted", case);
        let deleted = with("deleted_customer", random, json!({}));
        let subscription = with("subscription", random, json!({"customer": deleted}));
        let customer = with(
            "customer",
            random,
            json!({"subscriptions": page("/", subscription)}),
        );

        let read: Customer = from_json(customer.to_string()).unwrap();
        let subscription = read.subscriptions.unwrap().get(0).unwrap().unwrap();
        let id: Id<Customer> = (&subscription.customer).into();
        let RetrievedCustomer::Deleted(read) = subscription.customer.object().unwrap() else {
            panic!("expected a deleted customer");
        };
        assert_eq!(read.id, id);
    }
}
