//! Expansions: requests, responses and errors.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use serde_json::{Value, json};
use stripe_customers::balance_transaction::Source;
use stripe_customers::customer::{self, PaymentSource};
use stripe_customers::expand::{ExpandPath, Expansion, MemberOf};
use stripe_customers::{
    Card, Charge, Customer, Expandable, Id, Invoice, RetrieveCustomer, RetrievedCustomer, from_json,
};

/// The smallest customer, with additional members.
fn customer_with(members: Value) -> Customer {
    let mut customer =
        json!({"id": "cus_1", "object": "customer", "created": 1, "livemode": false});
    let all = customer.as_object_mut().unwrap();
    all.extend(members.as_object().unwrap().clone());
    from_json(customer.to_string()).unwrap()
}

/// A card, as an expanded `default_source`.
fn card() -> Value {
    json!({
        "id": "card_1", "object": "card", "brand": "Visa", "exp_month": 8, "exp_year": 2030,
        "funding": "credit", "last4": "4242", "customer": "cus_1"
    })
}

#[test]
fn paths_are_spelled_as_stripe_spells_them() {
    let spelled = [
        customer::expand::tax().spelled(),
        customer::expand::default_source().customer().spelled(),
        customer::expand::invoice_settings()
            .default_payment_method()
            .spelled(),
        customer::expand::subscriptions()
            .data()
            .latest_invoice()
            .spelled(),
        customer::expand::subscriptions()
            .data()
            .latest_invoice()
            .payments()
            .to_string(),
        customer::expand::subscriptions()
            .data()
            .discounts()
            .promotion_code()
            .spelled(),
    ];
    assert_eq!(
        spelled,
        [
            "tax",
            "default_source.customer",
            "invoice_settings.default_payment_method",
            "subscriptions.data.latest_invoice",
            "subscriptions.data.latest_invoice.payments",
            "subscriptions.data.discounts.promotion_code",
        ]
    );
}

#[test]
fn a_request_takes_several_paths_and_untyped_ones() {
    let request = RetrieveCustomer::new("cus_1")
        .expand(customer::expand::subscriptions().data().latest_invoice())
        .expand(customer::expand::tax())
        .expand(Expansion::untyped("subscriptions.data.new_field"));
    let paths: Vec<_> = request.expand.iter().flatten().collect();
    let paths: Vec<_> = paths.iter().map(|path| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "subscriptions.data.latest_invoice",
            "tax",
            "subscriptions.data.new_field"
        ]
    );
    let json = serde_json::to_value(&request).unwrap();
    assert_eq!(json["expand"], json!(paths));
    let read: RetrieveCustomer = serde_json::from_value(json).unwrap();
    assert_eq!(read.expand, request.expand);
}

#[test]
fn a_path_continues_in_one_of_several_types() {
    fn below<R, L>(path: ExpandPath<R, Source, L>) -> ExpandPath<R, Charge, L>
    where
        Charge: MemberOf<Source>,
    {
        path.downcast::<Charge>()
    }
    let refunds = |path: ExpandPath<Customer, Charge>| path.refunds().data();
    let source = customer::expand::default_source().downcast::<Card>();
    assert_eq!(source.account().spelled(), "default_source.account");
    let _ = (below::<Customer, stripe_customers::expand::One>, refunds);
}

#[test]
fn an_expanded_object_is_decoded_on_demand() {
    let customer = customer_with(json!({ "default_source": card() }));
    let source = customer.default_source.as_ref().unwrap();
    let id: Id<PaymentSource> = source.into();
    assert_eq!(id, "card_1");
    for _ in 0..2 {
        let PaymentSource::Card(card) = source.object().unwrap() else {
            panic!("expected a card");
        };
        assert_eq!(card.id, id.clone().cast());
        assert_eq!(card.last4, "4242");
    }
    assert_eq!(
        serde_json::from_str::<Value>(source.json().unwrap().text()).unwrap(),
        card()
    );
}

#[test]
fn the_deleted_counterpart_has_the_id_of_the_live_type() {
    let mut card = card();
    card["customer"] = json!({"id": "cus_1", "object": "customer", "deleted": true});
    let customer = customer_with(json!({ "default_source": card }));
    let PaymentSource::Card(card) = customer.default_source.unwrap().object().unwrap() else {
        panic!("expected a card");
    };
    let owner: &Expandable<RetrievedCustomer, Customer> = card.customer.as_ref().unwrap();
    assert_eq!(*owner.id(), customer.id);
    let RetrievedCustomer::Deleted(deleted) = owner.object().unwrap() else {
        panic!("expected a deleted customer");
    };
    assert_eq!(deleted.id, customer.id);
}

#[test]
fn the_error_of_an_id_names_the_missing_path() {
    let mut card = card();
    let customer = customer_with(json!({ "default_source": "card_1" }));
    let source = customer.default_source.unwrap();
    assert!(!source.is_expanded() && source.json().is_none());
    assert_eq!(
        source.object().unwrap_err().to_string(),
        "customer.default_source: expected an object, which Stripe sends if the request has \
         `.expand(customer::expand::default_source())`, found the id `card_1`"
    );

    card["id"] = json!("card_2");
    let sources = json!({"object": "list", "data": [card], "has_more": false, "url": "/"});
    let customer = customer_with(json!({ "sources": sources }));
    let PaymentSource::Card(card) = customer.sources.unwrap().get(0).unwrap().unwrap() else {
        panic!("expected a card");
    };
    assert_eq!(
        card.customer
            .as_ref()
            .unwrap()
            .object()
            .unwrap_err()
            .to_string(),
        "customer.sources.data[0].customer: expected an object, which Stripe sends if the request has \
         `.expand(customer::expand::sources().data().customer())`, found the id `cus_1`"
    );
}

#[test]
fn the_error_of_an_id_names_no_path_if_there_is_none() {
    let bare: Expandable<Invoice> = Id::new("in_1").into();
    assert_eq!(
        bare.object().unwrap_err().to_string(),
        "value: expected an object, found the id `in_1`"
    );
    // In an expanded object, five steps from the customer.
    let card = json!({"id": "card_1", "object": "card", "customer": {
        "id": "cus_1", "object": "customer", "created": 1, "livemode": false, "sources": {
            "object": "list", "has_more": false, "url": "/", "data": [
                {"id": "card_2", "object": "card", "brand": "Visa", "exp_month": 8, "exp_year": 2030,
                 "funding": "credit", "last4": "4242", "customer": "cus_1"}
            ]
        }
    }, "brand": "Visa", "exp_month": 8, "exp_year": 2030, "funding": "credit", "last4": "4242"});
    let customer = customer_with(json!({ "default_source": card }));
    let PaymentSource::Card(card) = customer.default_source.unwrap().object().unwrap() else {
        panic!("expected a card");
    };
    let RetrievedCustomer::Customer(owner) = card.customer.unwrap().object().unwrap() else {
        panic!("expected a customer");
    };
    let PaymentSource::Card(card) = owner.sources.unwrap().get(0).unwrap().unwrap() else {
        panic!("expected a card");
    };
    assert_eq!(
        card.customer
            .as_ref()
            .unwrap()
            .object()
            .unwrap_err()
            .to_string(),
        "customer.default_source.customer.sources.data[0].customer: expected an object, found the id `cus_1`"
    );
}

#[test]
fn an_error_in_an_expanded_object_has_its_path_in_the_whole_response() {
    let mut odd = card();
    odd["new_field"] = json!("new");
    odd["exp_year"] = json!("2030");
    let sources = json!({"object": "list", "data": [], "has_more": false, "url": "/"});
    let customer = customer_with(json!({ "default_source": odd, "sources": sources }));
    assert_eq!(
        customer
            .default_source
            .unwrap()
            .object()
            .unwrap_err()
            .to_string(),
        "customer.default_source.exp_year: expected an integer, found a string"
    );
}

#[test]
fn a_clone_shares_the_text() {
    let mut card = card();
    card["name"] = json!("x".repeat(100_000));
    let customer = customer_with(json!({ "default_source": card }));
    let copy = customer.clone();
    let text = |customer: &Customer| {
        let source = customer.default_source.as_ref().unwrap();
        source.json().unwrap().text().as_ptr()
    };
    assert_eq!(text(&customer), text(&copy));
}
