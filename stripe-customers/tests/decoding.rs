//! Decoding of responses.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeMap;

use serde_json::{Value, json};
use stripe_customers::customer::PaymentSource;
use stripe_customers::payout::Destination;
use stripe_customers::{
    Coupon, Customer, DeletedCustomer, Json, List, RetrievedCustomer, customer, from_json,
};

/// A customer of an older version of the API.
const OF_2019: &str = r#"{"id":"cus_GHaC8VxZWYuwcl","object":"customer","account_balance":0,"address":null,"balance":0,"created":1575239418,"currency":null,"default_source":null,"delinquent":false,"description":"Customer for jenny.rosen@example.com","discount":null,"email":null,"invoice_prefix":"B92698A0","invoice_settings":{"custom_fields":null,"default_payment_method":null,"footer":null},"livemode":false,"metadata":{},"name":null,"phone":null,"preferred_locales":[],"shipping":null,"sources":{"object":"list","data":[],"has_more":false,"total_count":0,"url":"/v1/customers/cus_GHa5lNIgPs4wF3/sources"},"subscriptions":{"object":"list","data":[],"has_more":false,"total_count":0,"url":"/v1/customers/cus_GHa5lNIgPs4wF3/subscriptions"},"tax_exempt":"none","tax_ids":{"object":"list","data":[],"has_more":false,"total_count":0,"url":"/v1/customers/cus_GHa5lNIgPs4wF3/tax_ids"},"tax_info":null,"tax_info_verification":null
}"#;

#[test]
fn a_response_of_2019_decodes() {
    let customer: Customer = serde_json::from_str(OF_2019).unwrap();
    assert_eq!(customer.id, "cus_GHaC8VxZWYuwcl");
    assert_eq!(customer.created.as_unix(), 1_575_239_418);
    assert_eq!(customer.balance, Some(0));
    assert_eq!(customer.delinquent, Some(false));
    assert_eq!(
        customer.description.as_deref(),
        Some("Customer for jenny.rosen@example.com")
    );
    assert_eq!(customer.email, None);
    assert_eq!(customer.invoice_prefix.as_deref(), Some("B92698A0"));
    assert!(customer.invoice_settings.unwrap().custom_fields.is_none());
    assert!(!customer.livemode);
    assert!(customer.metadata.unwrap().is_empty());
    assert_eq!(customer.preferred_locales, Some(vec![]));
    assert_eq!(customer.tax_exempt, Some(customer::TaxExempt::None));
    let sources = customer.sources.unwrap();
    assert!(sources.is_empty() && !sources.has_more);
    assert_eq!(sources.url, "/v1/customers/cus_GHa5lNIgPs4wF3/sources");
}

#[test]
fn a_response_of_2019_is_serialized_without_undocumented_fields() {
    let customer: Customer = serde_json::from_str(OF_2019).unwrap();
    let mut expected: Value = serde_json::from_str(OF_2019).unwrap();
    let members = expected.as_object_mut().unwrap();
    members.retain(|name, value| !value.is_null() && name != "account_balance");
    for list in ["sources", "subscriptions", "tax_ids"] {
        members[list].as_object_mut().unwrap().remove("total_count");
    }
    members["invoice_settings"] = json!({});
    assert_eq!(serde_json::to_value(&customer).unwrap(), expected);
}

/// The smallest customer, with additional or replaced members.
fn customer_with(members: Value) -> Value {
    let mut customer =
        json!({"id": "cus_1", "object": "customer", "created": 1, "livemode": false});
    let all = customer.as_object_mut().unwrap();
    all.extend(members.as_object().unwrap().clone());
    customer
}

fn problem(members: Value) -> String {
    serde_json::from_value::<Customer>(customer_with(members))
        .unwrap_err()
        .to_string()
}

#[test]
fn an_error_has_the_path_of_the_field() {
    for (members, message) in [
        (
            json!({"address": {"city": 7}}),
            "customer.address.city: expected a string, found 7",
        ),
        (
            json!({"tax_ids": {"object": "list", "data": 7, "has_more": false, "url": ""}}),
            "customer.tax_ids.data: expected an array, found 7",
        ),
        (
            json!({"id": null}),
            "customer.id: expected a string, found null",
        ),
        (
            json!({"balance": 0.5}),
            "customer.balance: expected a 64-bit integer, found 0.5",
        ),
        (
            json!({"delinquent": "no"}),
            "customer.delinquent: expected true or false, found a string",
        ),
        (
            json!({"object": "card"}),
            "customer.object: expected `customer`, found `card`",
        ),
        (
            json!({"metadata": {"a.b": {}}}),
            "customer.metadata.a.b: expected a string, found an object",
        ),
        (
            json!({"metadata": {"a\nb": 7}}),
            "customer.metadata.a b: expected a string, found 7",
        ),
        (
            json!({"created": []}),
            "customer.created: expected an integer, found an array",
        ),
        (
            json!({"default_source": 7}),
            "customer.default_source: expected an id or an object, found 7",
        ),
    ] {
        assert_eq!(problem(members), message);
    }
}

#[test]
fn an_error_quotes_the_start_of_a_long_value() {
    let digits = "7".repeat(1_000);
    let start = &digits[..100];
    for (member, message) in [
        (
            format!(r#""name": {digits}"#),
            format!("customer.name: expected a string, found {start}…"),
        ),
        (
            format!(r#""balance": {digits}"#),
            format!("customer.balance: expected a 64-bit integer, found {start}…"),
        ),
        (
            format!(r#""object": "{digits}""#),
            format!(
                "customer.object: expected `customer`, found `{}…",
                &start[1..]
            ),
        ),
    ] {
        let error = from_json::<Customer>(format!("{{{member}}}")).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_required_field_that_is_missing_is_an_error() {
    for name in ["id", "object", "created", "livemode"] {
        let mut customer = customer_with(json!({}));
        customer.as_object_mut().unwrap().remove(name);
        let error = serde_json::from_value::<Customer>(customer).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("customer.{name}: required, but missing")
        );
    }
}

#[test]
fn undocumented_fields_and_values_are_not_errors() {
    let wallet = json!({"object": "crypto_wallet", "id": "cw_1"});
    let customer: Customer = serde_json::from_value(customer_with(json!({
        "tax_exempt": "partly",
        "new_field": {"deep": [1, 2, {"er": null}]},
        "sources": {"object": "list", "has_more": false, "url": "", "data": [wallet]},
    })))
    .unwrap();
    assert_eq!(customer.tax_exempt.as_ref().unwrap().as_str(), "partly");
    assert!(matches!(
        customer.tax_exempt,
        Some(customer::TaxExempt::Unknown(_))
    ));
    let sources = customer.sources.unwrap();
    let [customer::PaymentSource::Unknown(kept)] = &sources.decode().unwrap()[..] else {
        panic!("expected one unknown source, found {sources:?}");
    };
    assert_eq!(serde_json::to_value(kept).unwrap(), wallet);
}

/// Real responses contain objects that do not match the document; the customer around them is not lost.
#[test]
fn an_odd_embedded_object_is_an_error_of_that_object_alone() {
    let tax_id = |id: &str, value: Value| json!({"id": id, "object": "tax_id", "created": 1, "livemode": false, "type": "eu_vat", "value": value});
    let list =
        |data: Value| json!({"object": "list", "data": data, "has_more": true, "url": "/v1"});
    let subscription = json!({"id": "sub_1", "object": "subscription", "metadata": 7});
    let customer: Customer = serde_json::from_value(customer_with(json!({
        "tax_ids": list(json!([tax_id("txi_1", json!("FR1")), tax_id("txi_2", json!(null)), tax_id("txi_3", json!("FR3")), {}])),
        "subscriptions": list(json!([subscription])),
        "discount": {"id": "di_1", "object": "discount"},
        "cash_balance": [],
    })))
    .unwrap();

    let tax_ids = customer.tax_ids.unwrap();
    assert_eq!((tax_ids.len(), tax_ids.has_more), (4, true));
    let read: Vec<_> = tax_ids
        .iter()
        .map(|it| it.map(|it| it.value).map_err(|error| error.to_string()))
        .collect();
    let odd = Err("customer.tax_ids.data[1].value: expected a string, found null".to_owned());
    let missing = Err("customer.tax_ids.data[3].object: required, but missing".to_owned());
    assert_eq!(
        read,
        [
            Ok("FR1".to_owned()),
            odd.clone(),
            Ok("FR3".to_owned()),
            missing
        ]
    );
    let error = tax_ids
        .decode()
        .map(|_| ())
        .map_err(|error| error.to_string());
    assert_eq!(error, odd.map(|_| ()));
    assert_eq!(tax_ids.get(2).unwrap().unwrap().id, "txi_3");
    assert!(tax_ids.get(4).is_none());
    let ids: Vec<_> = tax_ids
        .ids()
        .map(|id| id.map(|id| id.to_string()).ok())
        .collect();
    assert_eq!(
        ids,
        ["txi_1", "txi_2", "txi_3"]
            .map(|id| Some(id.to_owned()))
            .into_iter()
            .chain([None])
            .collect::<Vec<_>>()
    );
    let raw: Value = serde_json::from_str(tax_ids.raw().text()).unwrap();
    assert_eq!(raw[1], tax_id("txi_2", json!(null)));

    let subscriptions = customer.subscriptions.unwrap();
    assert!(subscriptions.iter().next().unwrap().is_err());
    let discount = customer.discount.unwrap();
    assert_eq!(discount.id().unwrap(), "di_1");
    assert_eq!(
        discount.object().unwrap_err().to_string(),
        "customer.discount.source: required, but missing"
    );
    assert_eq!(
        customer
            .cash_balance
            .unwrap()
            .object()
            .unwrap_err()
            .to_string(),
        "customer.cash_balance: expected an object, found an array"
    );
}

/// A list is written as it was read, and a clone shares its text.
#[test]
fn a_list_is_written_as_it_was_read() {
    let json = json!({"object": "list", "data": [{"a": 1}, {"b": [2.5, null]}], "has_more": false, "url": "/v1/things"});
    let list: List<Json> = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&list).unwrap(), json);
    assert_eq!(serde_json::to_value(list.clone()).unwrap(), json);
    let (list, copy) = (format!("{list:?}"), format!("{:?}", list.clone()));
    assert_eq!(list, copy);
    assert!(list.contains(r#"{"b":[2.5,null]}"#), "{list}");
}

#[test]
fn an_expanded_object_is_decoded_on_demand() {
    let card = json!({"id": "card_1", "object": "card", "brand": "Visa", "exp_month": 4,
        "exp_year": 2031, "funding": "credit", "last4": "4242"});
    let customer: Customer =
        serde_json::from_value(customer_with(json!({ "default_source": card }))).unwrap();
    let source = customer.default_source.unwrap();
    assert_eq!(
        (source.id().as_str(), source.is_expanded()),
        ("card_1", true)
    );
    let customer::PaymentSource::Card(card) = source.object().unwrap() else {
        panic!("expected a card, found {:?}", source.object());
    };
    assert_eq!(card.last4, "4242");
}

#[test]
fn a_malformed_expanded_object_does_not_fail_the_customer() {
    let odd = json!({"id": "card_1", "object": "card", "last4": 4242});
    let customer: Customer =
        serde_json::from_value(customer_with(json!({ "default_source": odd }))).unwrap();
    let source = customer.default_source.unwrap();
    assert_eq!(source.id(), "card_1");
    assert_eq!(
        source.object().unwrap_err().path(),
        "customer.default_source.last4"
    );
}

#[test]
fn an_id_is_not_an_object() {
    let customer: Customer =
        serde_json::from_value(customer_with(json!({"default_source": "card_1"}))).unwrap();
    let source = customer.default_source.unwrap();
    assert_eq!(
        (source.id().as_str(), source.is_expanded()),
        ("card_1", false)
    );
    assert_eq!(
        source.object().unwrap_err().problem(),
        "expected an object, which Stripe sends if the request has \
         `.expand(customer::expand::default_source())`, found the id `card_1`"
    );
}

#[test]
fn a_deleted_customer_is_detected_wherever_the_member_is() {
    for text in [
        r#"{"id": "cus_1", "object": "customer", "deleted": true}"#,
        r#"{"deleted": true, "id": "cus_1", "object": "customer"}"#,
    ] {
        let RetrievedCustomer::Deleted(deleted) = serde_json::from_str(text).unwrap() else {
            panic!("expected a deleted customer");
        };
        assert_eq!(deleted.id, "cus_1");
        let value = serde_json::to_value(&deleted).unwrap();
        let again: DeletedCustomer = serde_json::from_value(value).unwrap();
        assert_eq!(again.id, "cus_1");
    }
    let live = customer_with(json!({"deleted": false}));
    assert!(matches!(
        serde_json::from_value(live).unwrap(),
        RetrievedCustomer::Customer(_)
    ));
}

#[test]
fn a_deleted_object_without_its_name_is_the_deleted_counterpart() {
    let text = r#"{"id": "cus_1", "deleted": true}"#;
    let alone: DeletedCustomer = from_json(text).unwrap();
    assert_eq!(alone.id, "cus_1");
    let RetrievedCustomer::Deleted(deleted) = from_json(text).unwrap() else {
        panic!("expected a deleted customer");
    };
    assert_eq!(deleted.id, "cus_1");
    // The id distinguishes several deleted variants.
    let read = |text: &str| from_json::<Destination>(text).unwrap();
    let account = read(r#"{"id": "ba_1", "deleted": true}"#);
    assert!(matches!(account, Destination::DeletedBankAccount(_)));
    let card = read(r#"{"deleted": true, "id": "card_1"}"#);
    assert!(matches!(card, Destination::DeletedCard(_)));
    for other in [
        r#"{"id": "acct_1", "deleted": true}"#,
        r#"{"id": "ba_1", "deleted": false}"#,
        r#"{"id": "ba_1"}"#,
        r#"{"deleted": true}"#,
        "{}",
    ] {
        assert!(matches!(read(other), Destination::Unknown(_)), "{other}");
    }
    for (live, problem) in [
        (r#"{"id": "cus_1"}"#, "required, but missing"),
        (
            r#"{"id": "cus_1", "object": "customer"}"#,
            "required, but missing",
        ),
        (
            r#"{"id": "cus_1", "deleted": false}"#,
            "expected true, found false",
        ),
    ] {
        let error = from_json::<DeletedCustomer>(live).unwrap_err();
        assert_eq!(error.to_string(), format!("customer.deleted: {problem}"));
    }
}

/// The document lists the live members of these unions only.
#[test]
fn a_deleted_source_is_its_deleted_counterpart() {
    let customer: Customer = serde_json::from_value(customer_with(json!({
        "default_source": {"id": "ba_1", "deleted": true},
        "sources": {
            "object": "list", "has_more": false, "url": "/v1/customers/cus_1/sources",
            "data": [{"id": "card_1", "object": "card", "deleted": true}, {"id": "src_1", "deleted": true}],
        },
    })))
    .unwrap();
    let source = customer.default_source.unwrap().object().unwrap();
    let PaymentSource::DeletedBankAccount(account) = source else {
        panic!("expected a deleted bank account, found {source:?}");
    };
    assert_eq!(account.id, "ba_1");
    let sources = customer.sources.unwrap().decode().unwrap();
    assert!(matches!(
        sources[..],
        [PaymentSource::DeletedCard(_), PaymentSource::Unknown(_)]
    ));
}

/// The live type requires a currency. The deleted object has `null` for it, before the member `deleted`.
#[test]
fn a_deleted_bank_account_may_lack_required_fields_of_a_live_one() {
    let deleted = r#"{"id": "ba_1", "object": "bank_account", "currency": null, "deleted": true}"#;
    let Destination::DeletedBankAccount(account) = serde_json::from_str(deleted).unwrap() else {
        panic!("expected a deleted bank account");
    };
    assert_eq!(account.id, "ba_1");
    let live = r#"{"id": "ba_1", "object": "bank_account", "currency": null, "deleted": false}"#;
    let error = serde_json::from_str::<Destination>(live).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Destination.currency: expected a string, found null"
    );
}

#[test]
fn an_error_in_a_union_has_the_path_of_the_field() {
    let odd = customer_with(json!({"name": 7}));
    let error = serde_json::from_value::<RetrievedCustomer>(odd).unwrap_err();
    assert_eq!(
        error.to_string(),
        "customer.name: expected a string, found 7"
    );
}

#[test]
fn debug_shows_the_fields_that_are_present() {
    let customer: Customer =
        serde_json::from_value(customer_with(json!({"name": "Jenny"}))).unwrap();
    assert_eq!(
        format!("{customer:?}"),
        r#"Customer { created: 1, id: "cus_1", livemode: false, name: "Jenny" }"#
    );
}

/// Stripe's document has the field, but the response has `null`.
#[test]
fn a_required_array_or_map_that_is_null_is_empty() {
    let item = r#"{"id": "txr_1", "object": "coupon", "duration": "once", "livemode": false, "created": 1, "metadata": null,
        "times_redeemed": 0, "valid": true, "applies_to": {"products": null}}"#;
    let coupon: Coupon = from_json(item).unwrap();
    assert!(coupon.metadata.is_none());
    assert!(coupon.applies_to.unwrap().products.is_empty());
    let missing = item.replace(r#""products": null"#, "");
    assert_eq!(
        from_json::<Coupon>(missing).unwrap_err().to_string(),
        "coupon.applies_to.products: required, but missing"
    );
    let page = r#"{"object": "list", "data": null, "has_more": false, "url": "/"}"#;
    let page: List<Coupon> = from_json(page).unwrap();
    assert!(page.is_empty() && page.decode().unwrap().is_empty());
    assert_eq!(serde_json::to_value(&page).unwrap()["data"], json!([]));
    assert!(
        from_json::<BTreeMap<String, String>>("null")
            .unwrap()
            .is_empty()
    );
}

#[test]
fn an_integer_is_exact() {
    let balance = |text: &str| {
        let members = r#""object": "customer", "created": 1, "livemode": false"#;
        let json = format!(r#"{{"id": "cus_1", {members}, "balance": {text}}}"#);
        from_json::<Customer>(json).map(|customer| customer.balance.unwrap())
    };
    for (text, value) in [
        ("0", 0),
        ("-0", 0),
        ("0.0", 0),
        ("1.0", 1),
        ("-12.00e2", -1200),
        ("1.25E+2", 125),
        ("1e15", 1_000_000_000_000_000),
        ("9007199254740992.0", 9_007_199_254_740_992),
        ("9007199254740993", 9_007_199_254_740_993),
        ("-9223372036854775808", i64::MIN),
        ("9223372036854775807", i64::MAX),
    ] {
        assert_eq!(balance(text).unwrap(), value, "{text}");
    }
    for text in [
        "0.5",
        "1.25e1",
        "9007199254740993.0",
        "4503599627370497.5",
        "1.00000000000000000000000001",
        "1e-400",
        "1e16",
        "1e99999999999999999999",
        "9223372036854775808",
        "-9223372036854775809",
        "92233720368547758080000000000000000000000000000000000000000000.0",
    ] {
        assert_eq!(
            balance(text).unwrap_err().to_string(),
            format!("customer.balance: expected a 64-bit integer, found {text}")
        );
    }
}

#[test]
fn an_expanded_object_has_an_id() {
    for (source, message) in [
        (
            json!({}),
            "customer.default_source.id: required, but missing",
        ),
        (
            json!({"object": "card", "id": 7}),
            "customer.default_source.id: expected a string, found 7",
        ),
        (
            json!({"id": null}),
            "customer.default_source.id: expected a string, found null",
        ),
    ] {
        assert_eq!(problem(json!({"default_source": source})), message);
    }
}
