//! The types of fields.

#![allow(
    missing_docs,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::{Duration, UNIX_EPOCH};

use serde_json::json;
use stripe_customers::customer::TaxExempt;
use stripe_customers::expand::Expansion;
use stripe_customers::{
    ApiError, Card, Clearable, CreateCustomer, Customer, Id, Json, List, Metadata, SetupIntent,
    Timestamp, UnknownValue, create_customer, customer, from_json,
};

#[test]
fn ids_convert_from_and_into_strings() {
    let text = "cus_1".to_owned();
    let id: Id<Customer> = (&text).into();
    assert_eq!(id, text);
    assert_eq!(id.as_ref(), "cus_1");
    assert_eq!(Id::from(&id), id);
    let same: Id<Customer> = text.clone().into();
    assert_eq!(String::from(same), text);
}

#[test]
fn a_timestamp_may_be_before_the_epoch() {
    let day = Duration::from_secs(86_400);
    let converted = |seconds| Timestamp::from(seconds).to_system_time();
    assert_eq!(converted(86_400), Some(UNIX_EPOCH + day));
    assert_eq!(converted(-86_400), Some(UNIX_EPOCH - day));
    assert_eq!(Timestamp::from_unix(-7).to_string(), "-7");
}

#[test]
fn all_collections_of_pairs_convert_into_metadata() {
    let pairs = [("order", "6735"), ("cart", "")];
    let expected: Metadata = pairs.into_iter().collect();
    assert_eq!(Metadata::from(Vec::from(pairs)), expected);
    assert_eq!(Metadata::from(BTreeMap::from(pairs)), expected);
    assert_eq!(Metadata::from(HashMap::from(pairs)), expected);
    let mut more = Metadata::new().set("order", "1");
    more.extend(pairs);
    assert_eq!(more, expected);
    assert_eq!(
        more.iter().collect::<Vec<_>>(),
        [("cart", ""), ("order", "6735")]
    );
}

#[test]
fn a_value_converts_into_a_clearable_parameter() {
    let text = "Rocket Rides".to_owned();
    assert!(Clearable::from(&text) == Clearable::Set(text));
    let field = || create_customer::InvoiceSettingsCustomField::new("order", "6735");
    let array = create_customer::InvoiceSettings::new().custom_fields([field()]);
    let vector = create_customer::InvoiceSettings::new().custom_fields(vec![field()]);
    assert_eq!(json!(array), json!(vector));
}

/// This allows to log and store requests.
#[test]
fn a_request_serializes_cleared_values_but_not_absent_ones() {
    let request = CreateCustomer::new()
        .business_name(Clearable::Clear)
        .metadata(Metadata::new().remove("cart"));
    let written = json!({"business_name": "", "metadata": {"cart": ""}});
    assert_eq!(json!(request), written);
    assert_eq!(
        format!("{request:?}"),
        r#"CreateCustomer { business_name: "", metadata: {"cart": ""} }"#
    );
}

#[test]
fn a_page_is_iterated() {
    let page = r#"{"object": "list", "url": "/", "has_more": false, "data": [{"a": 1}, 2]}"#;
    let page: List<Json> = from_json(page).unwrap();
    let mut texts = vec![];
    for json in &page {
        texts.push(json.unwrap().to_string());
    }
    assert_eq!(texts, [r#"{"a": 1}"#, "2"]);
    let mut rest = page.iter();
    assert_eq!(rest.len(), 2);
    assert_eq!(rest.nth(1).unwrap().unwrap().text(), "2");
    assert_eq!(rest.len(), 0);
    assert!(rest.next().is_none());
}

#[test]
fn the_error_of_an_id_in_a_page_names_the_parameter() {
    let page = r#"{"object": "list", "url": "/", "has_more": false, "data": [{"id": "cus_1", "object": "customer",
        "created": 1, "livemode": false, "default_source": "card_1"}]}"#;
    let page: List<Customer> = from_json(page).unwrap();
    let customer = page.get(0).unwrap().unwrap();
    let source = customer.default_source.as_ref().unwrap();
    assert_eq!(
        source.object().unwrap_err().to_string(),
        "list.data[0].default_source: expected an object, which Stripe sends if the request has \
         `expand[]=data.default_source`, found the id `card_1`"
    );
}

/// A setup intent with its required fields.
fn setup_intent(options: &str) -> SetupIntent {
    let json = format!(
        r#"{{"id": "seti_1", "object": "setup_intent", "created": 1, "livemode": false, "payment_method_types": [],
        "status": "canceled", "usage": "off_session", "payment_method_options": {{"acss_debit": {options}}}}}"#
    );
    from_json(json).unwrap()
}

#[test]
fn an_object_of_two_types_is_decoded_as_either() {
    let options = setup_intent(r#"{"currency": 7, "verification_method": "instant"}"#);
    let options = options.payment_method_options.unwrap().acss_debit.unwrap();
    assert!(options.second().is_ok());
    assert_eq!(
        options.first().unwrap_err().to_string(),
        "setup_intent.payment_method_options.acss_debit.currency: expected a string, found 7"
    );
    assert!(options.json().text().contains("instant"));
}

#[test]
fn a_lazy_object_is_available_as_json() {
    let json = r#"{"type": "card_error", "payment_intent": {"id": 7}}"#;
    let error: ApiError = from_json(json).unwrap();
    let intent = error.payment_intent.unwrap();
    assert_eq!(intent.json().text(), r#"{"id": 7}"#);
    let problem = intent.object().unwrap_err();
    assert_eq!(problem.path(), "ApiErrors.payment_intent.id");
}

#[test]
fn an_enumeration_prints_hashes_and_compares_as_its_text() {
    let of = |text: &str| serde_json::from_value::<TaxExempt>(json!(text)).unwrap();
    let all = HashSet::from([of("none"), of("perhaps"), of("none")]);
    assert_eq!(all.len(), 2);
    assert_eq!(format!("{:>9}", of("perhaps")), "  perhaps");
    let TaxExempt::Unknown(unlisted) = of("perhaps") else {
        panic!("expected an unknown value");
    };
    let unlisted: UnknownValue = unlisted;
    assert_eq!(format!("{unlisted} {unlisted:?}"), r#"perhaps "perhaps""#);
}

#[test]
fn a_path_to_expand_is_cloned_and_printed() {
    let path = customer::expand::default_source();
    assert_eq!(
        format!("{:?}", Clone::clone(&path)),
        "ExpandPath(default_source)"
    );
    let expansion = Expansion::from(path);
    assert_eq!(format!("{:>16}", expansion.clone()), "  default_source");
}

#[test]
fn the_first_of_two_members_with_the_same_name_is_used() {
    let json = r#"{"id": "card_1", "id": "card_2", "object": "card", "brand": "Visa", "exp_month": 8, "exp_year": 2031,
        "funding": "credit", "last4": "4242", "regulated_status": "unregulated", "last4": 7}"#;
    let card: Card = from_json(json).unwrap();
    assert_eq!((card.id.as_str(), card.last4.as_str()), ("card_1", "4242"));
}

#[test]
fn boxed_values_are_decoded_like_others() {
    let boxed: Box<Timestamp> = from_json("7").unwrap();
    assert_eq!(boxed.as_unix(), 7);
    let error = from_json::<Box<Card>>(r#"{"object": "card", "id": 7}"#).unwrap_err();
    assert_eq!(error.path(), "card.id");
}

/// `Peekable` contains the result of the closure. Types with a hidden lifetime, such as trait objects, fail here: the compiler
/// forgets lifetimes in a future, and the closure accepts only one of them.
#[test]
fn ids_and_pages_pass_through_closures_in_futures_that_are_sent() {
    fn is_sent<T: Send>(_: T) {}
    is_sent(async {
        let ids = [Id::<Customer>::new("cus_1")].into_iter();
        let mut ids = ids.map(|id: Id<Customer>| id).peekable();
        let pages = std::iter::empty::<List<Customer>>();
        let mut pages = pages.map(|page: List<Customer>| page).peekable();
        std::future::ready(()).await;
        (ids.next(), pages.next())
    });
}
