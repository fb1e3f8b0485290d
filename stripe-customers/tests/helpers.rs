//! Methods, conversions and iterators of the types.
#![cfg(feature = "http")]
#![allow(missing_docs, clippy::unwrap_used)]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use stripe_customers::http::{Method, Response};
use stripe_customers::{
    Clearable, CreateCustomer, Customer, DeleteCustomer, Id, Metadata, RetrieveCustomer,
    RetrievedCustomer, UpdateCustomer, create_customer, from_json, shared,
};

fn customer(fields: &Value) -> Customer {
    let mut json = json!({"id": "cus_1", "object": "customer", "created": 1, "livemode": false});
    let all = json.as_object_mut().unwrap();
    all.extend(fields.as_object().unwrap().clone());
    from_json(json.to_string()).unwrap()
}

fn retrieved(json: &Value) -> RetrievedCustomer {
    from_json(json.to_string()).unwrap()
}

/// The body of the request, percent-decoded.
fn body(request: &CreateCustomer) -> String {
    let request = request.http_request("sk_test_1").unwrap();
    let body = percent_encoding::percent_decode(request.body());
    body.decode_utf8().unwrap().replace('+', " ")
}

#[test]
fn the_dashboard_url_depends_on_the_mode() {
    let test = customer(&json!({}));
    assert_eq!(
        test.dashboard_url(),
        "https://dashboard.stripe.com/test/customers/cus_1"
    );
    let live = customer(&json!({"livemode": true}));
    assert_eq!(
        live.dashboard_url(),
        "https://dashboard.stripe.com/customers/cus_1"
    );
}

#[test]
fn the_default_payment_method_is_an_id_expanded_or_not() {
    for (method, expected) in [
        (json!(null), None),
        (json!("pm_1"), Some("pm_1")),
        (
            json!({"id": "pm_2", "object": "payment_method"}),
            Some("pm_2"),
        ),
    ] {
        let settings = json!({"invoice_settings": {"default_payment_method": method}});
        let customer = customer(&settings);
        let id = customer.default_payment_method_id();
        assert_eq!(id.map(Id::as_str), expected);
    }
    assert!(customer(&json!({})).default_payment_method_id().is_none());
}

#[test]
fn a_retrieved_customer_is_live_deleted_or_unknown() {
    let live = json!({"id": "cus_1", "object": "customer", "created": 1, "livemode": false});
    let live = retrieved(&live);
    assert!(!live.is_deleted());
    assert_eq!(live.id().unwrap(), "cus_1");
    assert!(live.as_customer().is_some());
    assert_eq!(live.into_customer().unwrap().id, "cus_1");

    let deleted = retrieved(&json!({"id": "cus_2", "object": "customer", "deleted": true}));
    assert!(deleted.is_deleted());
    assert_eq!(deleted.id().unwrap(), "cus_2");
    assert!(deleted.as_customer().is_none());
    assert!(deleted.into_customer().is_none());

    let odd = retrieved(&json!({"id": "x_1", "object": "something"}));
    assert!(!odd.is_deleted());
    assert!(odd.id().is_none());
    assert!(odd.into_customer().is_none());
}

#[test]
fn a_customer_converts_into_an_id() {
    let body = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false, "deleted": true}"#;
    let response = || Response::new(body.as_bytes());
    let created = CreateCustomer::decode_response(response()).unwrap();
    let deleted = DeleteCustomer::decode_response(response()).unwrap();
    for request in [
        RetrieveCustomer::new(&customer(&json!({}))),
        RetrieveCustomer::new(&created),
        RetrieveCustomer::new(&deleted),
    ] {
        let request = request.http_request("sk_test_1").unwrap();
        assert_eq!(request.uri().path(), "/v1/customers/cus_1");
    }
}

/// A customer with values for all fields that are copied, and for some others.
fn full() -> Customer {
    customer(&json!({
        "address": {"city": "Paris", "country": "FR", "line1": "1", "line2": "2", "postal_code": "3", "state": "4"},
        "balance": 100,
        "business_name": "Rocket Rides",
        "default_source": "card_1",
        "description": "first",
        "email": "a@example.com",
        "individual_name": "Anna",
        "invoice_prefix": "ABC",
        "invoice_settings": {
            "custom_fields": [{"name": "PO", "value": "7"}],
            "default_payment_method": "pm_1",
            "footer": "Thanks",
            "rendering_options": {"amount_tax_display": "exclude_tax", "template": "inrtem_1"},
        },
        "metadata": {"order": "6735"},
        "name": "Anna",
        "next_invoice_sequence": 7,
        "phone": "1",
        "preferred_locales": ["fr"],
        "shipping": {"name": "Anna", "phone": "2", "address": {"city": "Lyon"}},
        "tax_exempt": "reverse",
        "tax_ids": {"object": "list", "data": [{
            "id": "txi_1", "object": "tax_id", "created": 1, "livemode": false, "type": "eu_vat", "value": "FR1",
        }], "has_more": false, "url": "/"},
        "test_clock": "clock_1",
    }))
}

#[test]
fn a_customer_converts_into_a_request() {
    let body = body(&CreateCustomer::from(&full()));
    let mut sent: Vec<_> = body.split('&').collect();
    sent.sort_unstable();
    assert_eq!(
        sent,
        [
            "address[city]=Paris",
            "address[country]=FR",
            "address[line1]=1",
            "address[line2]=2",
            "address[postal_code]=3",
            "address[state]=4",
            "business_name=Rocket Rides",
            "description=first",
            "email=a@example.com",
            "individual_name=Anna",
            "invoice_settings[custom_fields][0][name]=PO",
            "invoice_settings[custom_fields][0][value]=7",
            "invoice_settings[footer]=Thanks",
            "invoice_settings[rendering_options][amount_tax_display]=exclude_tax",
            "invoice_settings[rendering_options][template]=inrtem_1",
            "metadata[order]=6735",
            "name=Anna",
            "phone=1",
            "preferred_locales[0]=fr",
            "shipping[address][city]=Lyon",
            "shipping[name]=Anna",
            "shipping[phone]=2",
            "tax_exempt=reverse",
            "tax_id_data[0][type]=eu_vat",
            "tax_id_data[0][value]=FR1",
        ]
    );
}

#[test]
fn fields_of_a_customer_convert_into_parameters() {
    let full = full();
    let request = CreateCustomer::new()
        .address(full.address.clone().unwrap())
        .invoice_settings(full.invoice_settings.as_ref().unwrap().into())
        .metadata(full.metadata.as_ref().unwrap())
        .tax_exempt(full.tax_exempt.as_ref().unwrap());
    let body = body(&request);
    for part in [
        "address[city]=Paris",
        "invoice_settings[default_payment_method]=pm_1",
        "metadata[order]=6735",
        "tax_exempt=reverse",
    ] {
        assert!(body.contains(part), "{body}");
    }
}

#[test]
fn shipping_without_required_fields_is_an_error() {
    let shipping = |json: Value| from_json::<shared::Shipping>(json.to_string()).unwrap();
    let convert = |json| create_customer::Shipping::try_from(shipping(json));
    let address = json!({"city": "Lyon"});
    assert!(convert(json!({"name": "Anna", "address": address})).is_ok());
    for (json, error) in [
        (
            json!({"name": "Anna"}),
            "shipping.address: required, but missing",
        ),
        (
            json!({"address": address}),
            "shipping.name: required, but missing",
        ),
    ] {
        assert_eq!(convert(json).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_customer_is_updated_and_deleted_by_its_methods() {
    let customer = customer(&json!({}));
    let update = customer.update().name("Jenny Rosen");
    assert_eq!(
        (update.customer, update.name),
        (customer.id.clone(), Some("Jenny Rosen".into()))
    );
    assert_eq!(customer.delete().customer, customer.id);
    let update = UpdateCustomer::new(&customer)
        .http_request("sk_test_1")
        .unwrap();
    assert_eq!(update.uri(), "https://api.stripe.com/v1/customers/cus_1");
    let delete = customer.delete().http_request("sk_test_1").unwrap();
    assert_eq!(
        (delete.method(), delete.uri()),
        (&Method::DELETE, update.uri())
    );
    assert!(delete.body().is_empty() && delete.headers().get("content-type").is_none());
}

/// Some responses have an empty text where there is none.
#[test]
fn an_empty_text_of_a_response_is_not_copied() {
    let read = customer(&json!({
        "name": "", "business_name": "", "address": {"city": "Lyon", "line2": ""},
        "shipping": {"name": "Anna", "phone": "", "address": {"city": "Lyon", "line2": ""}},
    }));
    assert_eq!(
        body(&CreateCustomer::from(&read)),
        "address[city]=Lyon&shipping[address][city]=Lyon&shipping[name]=Anna"
    );
}

#[test]
fn metadata_is_a_collection() {
    let mut metadata = Metadata::from(&BTreeMap::from([("a".to_owned(), "1".to_owned())]));
    metadata.extend([("b", "2")]);
    let metadata = metadata.remove("c");
    assert_eq!(metadata.len(), 3);
    assert!(!metadata.is_empty());
    assert!(Metadata::new().is_empty());
    assert_eq!(metadata.get("b"), Some("2"));
    assert_eq!(metadata.get("c"), Some(""));
    assert_eq!(metadata.get("d"), None);
    for (key, value) in &metadata {
        assert_eq!(metadata.get(key), Some(value.as_str()));
    }
    let pairs: Vec<_> = metadata.into_iter().collect();
    assert_eq!(pairs[0], ("a".to_owned(), "1".to_owned()));
}

#[test]
fn tax_ids_and_shipping_are_copied_only_if_stripe_accepts_them() {
    let tax_id = |kind: &str| json!({"id": "txi_1", "object": "tax_id", "created": 1, "livemode": false, "type": kind, "value": "1"});
    let page = |data: Value, has_more: bool| json!({"object": "list", "data": data, "has_more": has_more, "url": "/"});
    for (page, copied) in [
        (
            page(json!([tax_id("eu_vat"), tax_id("unknown")]), false),
            Some(1),
        ),
        (page(json!([tax_id("eu_vat")]), true), None),
        (page(json!([tax_id("eu_vat"), {}]), false), None),
        (page(json!([]), false), Some(0)),
    ] {
        let request = CreateCustomer::from(&customer(&json!({ "tax_ids": page })));
        assert_eq!(request.tax_id_data.map(|it| it.len()), copied, "{page}");
    }
    for shipping in [
        json!({"name": "Anna"}),
        json!({"name": "Anna", "address": {}}),
        json!({"address": {"city": "Lyon"}}),
    ] {
        let request = CreateCustomer::from(&customer(&json!({ "shipping": shipping })));
        assert!(request.shipping.is_none(), "{shipping}");
    }
}

#[test]
fn a_page_is_a_collection() {
    let customer = full();
    let page = customer.tax_ids.as_ref().unwrap();
    assert_eq!(page.len(), 1);
    assert!(!page.is_empty());
    let values: Vec<_> = page.into_iter().map(|it| it.unwrap().value).collect();
    assert_eq!(values, ["FR1"]);
}

#[test]
fn a_clearable_parameter_can_be_inspected() {
    let set = Clearable::Set("a".to_owned());
    assert!(!set.is_clear());
    assert_eq!(set.as_set().map(String::as_str), Some("a"));
    assert_eq!(set.into_set().as_deref(), Some("a"));
    let clear = Clearable::<String>::Clear;
    assert!(clear.is_clear());
    assert_eq!(clear.as_set(), None);
}

#[test]
fn ids_and_strings_compare_in_both_orders() {
    let id = Id::<Customer>::new("cus_1");
    assert_eq!("cus_1", id);
    assert_eq!(*"cus_1", id);
    assert_eq!("cus_1".to_owned(), id);
    let source = full().default_source.unwrap();
    assert_eq!(source.clone().into_id(), *source.id());
    assert_eq!(Id::from(source), "card_1");
}
