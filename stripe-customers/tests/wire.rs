//! What the requests of the crate look like on the wire.

#![cfg(feature = "http")]
#![allow(clippy::unwrap_used)]

use percent_encoding::percent_decode_str;
use serde_json::Value;
use stripe_customers::expand::Expansion;
use stripe_customers::http::Request;
use stripe_customers::{
    Clearable, CreateCustomer, DeleteCustomer, ListCustomers, Metadata, RetrieveCustomer,
    SearchCustomers, UpdateCustomer, create_customer, update_customer,
};

/// The request as plain data.
macro_rules! encode {
    ($operation:expr) => {
        $operation.http_request("sk_test_123")
    };
}

/// The decoded pairs of a form.
fn pairs(form: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes())
        .into_owned()
        .collect()
}

/// The form in the body, or an empty string if there is no body.
fn form(request: &Request<Vec<u8>>) -> String {
    let body = String::from_utf8(request.body().clone()).unwrap();
    let media_type = request.headers().get("content-type");
    assert!(
        media_type.map_or(body.is_empty(), |it| it
            == "application/x-www-form-urlencoded"),
        "{request:?}"
    );
    body
}

/// Decodes a path. Stripe's library for Python writes a space as `+`.
fn decode(text: &str) -> String {
    let text = text.replace('+', " ");
    percent_decode_str(&text)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

/// The path and query of the request.
fn target(request: &Request<Vec<u8>>) -> &str {
    request.uri().path_and_query().unwrap().as_str()
}

#[test]
fn a_request_is_the_same_as_one_of_curl() {
    // curl https://api.stripe.com/v1/customers -d description="Customer for jenny.rosen@example.com"
    let curl = "description=Customer for jenny.rosen@example.com";
    let ours =
        encode!(CreateCustomer::new().description("Customer for jenny.rosen@example.com")).unwrap();
    assert_eq!(
        (ours.method().as_str(), target(&ours)),
        ("POST", "/v1/customers")
    );
    let body = form(&ours);
    assert_eq!(body, "description=Customer+for+jenny.rosen%40example.com");
    assert_eq!(pairs(&body), pairs(curl));
}

#[test]
fn absent_and_empty_values_are_not_sent() {
    let request = CreateCustomer::new()
        .preferred_locales(Vec::<String>::new())
        .metadata(Metadata::new())
        .tax(create_customer::Tax::new());
    assert_eq!(form(&encode!(request).unwrap()), "");
}

#[test]
fn cleared_values_are_sent_as_empty_strings() {
    let request = CreateCustomer::new()
        .address(Clearable::Clear)
        .business_name(Clearable::Clear)
        .tax_exempt(Clearable::Clear)
        .metadata(Metadata::new().remove("cart").set("order", "6735"));
    assert_eq!(
        form(&encode!(request).unwrap()),
        "address=&business_name=&metadata[cart]=&metadata[order]=6735&tax_exempt="
    );
    let all = encode!(CreateCustomer::new().metadata(Clearable::Clear)).unwrap();
    assert_eq!(form(&all), "metadata=");
}

#[test]
fn an_update_clears_values() {
    let settings = update_customer::InvoiceSettings::new().default_payment_method(Clearable::Clear);
    let request = UpdateCustomer::new("cus_1")
        .description(Clearable::Clear)
        .email(Clearable::Clear)
        .invoice_settings(settings)
        .name(Clearable::Clear)
        .phone("+1 555 0100");
    let request = encode!(request).unwrap();
    assert_eq!(
        (request.method().as_str(), target(&request)),
        ("POST", "/v1/customers/cus_1")
    );
    assert_eq!(
        form(&request),
        "description=&email=&invoice_settings[default_payment_method]=&name=&phone=%2B1+555+0100"
    );
    let json = r#"{"customer": "cus_1", "name": "", "metadata": {"order": ""}}"#;
    let request: UpdateCustomer = serde_json::from_str(json).unwrap();
    assert_eq!(form(&encode!(request).unwrap()), "metadata[order]=&name=");
}

const WRITTEN: &str = "is empty: expected text, because Stripe clears a value for which it gets an empty text; leave it unset, or \
                       clear it with `Clearable::Clear` or `Metadata::remove`";
const READ: &str = "is empty: expected text, or leave it unset";

/// The message of the error for an empty text.
macro_rules! assert_empty {
    ($request:expr, $name:literal) => {
        assert_empty!($request, $name, WRITTEN);
    };
    ($request:expr, $name:literal, $problem:expr) => {
        let error = encode!($request).unwrap_err();
        assert!(error.is_parameter());
        assert_eq!(error.to_string(), format!("`{}` {}", $name, $problem));
    };
}

#[test]
fn an_empty_text_is_an_error() {
    let create = CreateCustomer::new;
    assert_empty!(create().name("").email("a@example.com"), "name");
    assert_empty!(create().business_name(""), "business_name");
    assert_empty!(
        create().address(create_customer::Address::new().line2("")),
        "address[line2]"
    );
    assert_empty!(
        create().preferred_locales(["fr", ""]),
        "preferred_locales[1]"
    );
    assert_empty!(create().metadata([("a&b", "")]), "metadata[a&b]");
    assert_empty!(
        create().metadata(Metadata::new().remove("a").set("a", "")),
        "metadata[a]"
    );
    let vat = create_customer::TaxIdData::new(create_customer::TaxIdDataType::EuVat, "");
    assert_empty!(create().tax_id_data([vat]), "tax_id_data[0][value]");
    let parsed: CreateCustomer = serde_json::from_str(r#"{"name": ""}"#).unwrap();
    assert_empty!(parsed, "name");
    assert_empty!(UpdateCustomer::new("cus_1").email(String::new()), "email");
    assert_empty!(UpdateCustomer::new("cus_1").card(""), "card");
    assert_empty!(ListCustomers::new().email(""), "email", READ);
    let list = ListCustomers::new().starting_after("");
    assert_empty!(list, "starting_after", READ);
    assert_empty!(SearchCustomers::new(""), "query", READ);
    let expanded = RetrieveCustomer::new("cus_1").expand(Expansion::untyped(""));
    assert_empty!(expanded, "expand[0]", READ);
}

/// Stripe takes `metadata[]` for an element of an array.
#[test]
fn an_empty_key_is_an_error() {
    let problem = "has an empty key: expected text";
    let create = CreateCustomer::new;
    assert_empty!(create().metadata([("", "1")]), "metadata", problem);
    let removed = Metadata::new().remove("").set("a", "");
    assert_empty!(create().metadata(removed), "metadata", problem);
    assert!(encode!(create().metadata([(" ", "1"), ("[]", "2")])).is_ok());
}

#[test]
fn a_removed_key_of_metadata_stays_removed() {
    let removed = Metadata::new().set("a", "1").remove("a");
    let request = CreateCustomer::new().metadata(removed.clone());
    assert_eq!(form(&encode!(request).unwrap()), "metadata[a]=");
    assert_ne!(removed, [("a", "")].into());
    let set = CreateCustomer::new().metadata(removed.set("a", "2"));
    assert_eq!(form(&encode!(set).unwrap()), "metadata[a]=2");
}

#[test]
fn a_list_begins_at_one_end() {
    let list = ListCustomers::new().starting_after("cus_1");
    let both = encode!(list.clone().ending_before("cus_2")).unwrap_err();
    assert!(both.is_parameter());
    assert_eq!(
        both.to_string(),
        "`starting_after` and `ending_before` are both set: expected one of them"
    );
    let one = encode!(list.email("ending_before=1&ending_before=2")).unwrap();
    assert_eq!(pairs(one.uri().query().unwrap()).len(), 2);
}

/// The document has no limits for `limit`, so Stripe checks it.
#[test]
fn a_limit_is_sent_as_it_is() {
    for limit in [0, 1, 100, 101, -1] {
        let request = encode!(ListCustomers::new().limit(limit)).unwrap();
        assert_eq!(target(&request), format!("/v1/customers?limit={limit}"));
    }
}

#[test]
fn a_query_that_does_not_close_its_quotes_is_an_error() {
    for (query, at) in [
        (r#"name:"Jenny"#, 6),
        ("name:O'Brien", 7),
        (r#"name:"Jenny\""#, 6),
        (r#"name:"a" AND email:'b""#, 20),
    ] {
        let error = encode!(SearchCustomers::new(query)).unwrap_err();
        assert!(error.is_parameter());
        assert_eq!(
            error.to_string(),
            format!(
                "`query` does not close its quotes: expected another quote after character {at}; `search` quotes values"
            )
        );
    }
    let closed = r#"name:"O'Brien" AND metadata['a"b']:'it\'s'"#;
    assert!(encode!(SearchCustomers::new(closed)).is_ok());
}

#[test]
fn the_last_value_of_a_parameter_is_sent() {
    let request = CreateCustomer::new()
        .metadata([("a", "1")])
        .metadata(Clearable::Clear)
        .metadata([("b", "2")]);
    assert_eq!(form(&encode!(request).unwrap()), "metadata[b]=2");
}

#[test]
fn an_id_is_one_segment_of_the_path() {
    for (id, target) in [
        ("cus_a/b", "/v1/customers/cus_a%2Fb"),
        ("cus_?x=1", "/v1/customers/cus_%3Fx%3D1"),
        ("cus_..", "/v1/customers/cus_.."),
        ("cus_é b", "/v1/customers/cus_%C3%A9%20b"),
        ("cus_\r\n", "/v1/customers/cus_%0D%0A"),
    ] {
        assert_eq!(
            self::target(&encode!(RetrieveCustomer::new(id)).unwrap()),
            target
        );
    }
}

#[test]
fn an_id_that_changes_the_path_is_an_error() {
    for (id, message) in [
        ("", "`customer` is empty: expected an id"),
        (".", "`customer` is `.`: expected an id"),
        ("..", "`customer` is `..`: expected an id"),
    ] {
        for error in [
            encode!(RetrieveCustomer::new(id)),
            encode!(UpdateCustomer::new(id).name("Jenny")),
            encode!(DeleteCustomer::new(id)),
        ] {
            assert_eq!(error.unwrap_err().to_string(), message);
        }
    }
}

#[test]
fn an_unknown_parameter_is_an_error() {
    let error =
        serde_json::from_str::<CreateCustomer>(r#"{"emial": "a@example.com"}"#).unwrap_err();
    assert_eq!(error.to_string(), "CreateCustomer.emial: unknown parameter");
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with the captured requests"]
fn a_request_is_the_same_as_one_of_an_official_library() {
    let folder = std::env::var("STRIPE_SHARED").expect("STRIPE_SHARED is set");
    let text = std::fs::read_to_string(format!("{folder}/vectors/requests.json")).unwrap();
    let captured: Value = serde_json::from_str(&text).unwrap();
    let vectors = captured["vectors"].as_array().unwrap();
    assert!(!vectors.is_empty());
    for vector in vectors {
        let sends = &vector["sends"];
        let ours = match vector["operation"].as_str().unwrap() {
            "PostCustomers" => {
                let request: CreateCustomer =
                    serde_json::from_value(vector["params"].clone()).unwrap();
                assert_eq!(serde_json::to_value(&request).unwrap(), vector["params"]);
                encode!(request).unwrap()
            }
            "GetCustomersCustomer" => {
                let mut params = vector["params"].clone();
                params["customer"] = vector["path_params"]["customer"].clone();
                let request: RetrieveCustomer = serde_json::from_value(params).unwrap();
                encode!(request).unwrap()
            }
            other => panic!("unexpected operation: {other}"),
        };
        let (path, query) = target(&ours).split_once('?').unwrap_or((target(&ours), ""));
        assert_eq!(decode(path), decode(sends["path"].as_str().unwrap()));
        assert_same_pairs(query, &sends["query"]);
        assert_same_pairs(&form(&ours), &sends["body"]);
    }
}

/// Compares the pairs without their order, because keys of maps have no order.
fn assert_same_pairs(ours: &str, theirs: &Value) {
    let mut ours = pairs(ours);
    let mut theirs: Vec<(String, String)> = serde_json::from_value(theirs.clone()).unwrap();
    ours.sort();
    theirs.sort();
    assert_eq!(ours, theirs);
}

#[test]
fn numbers_are_decimal() {
    for (balance, expected) in [
        (0, "balance=0"),
        (-7, "balance=-7"),
        (1250, "balance=1250"),
        (i64::MAX, "balance=9223372036854775807"),
        (i64::MIN, "balance=-9223372036854775808"),
    ] {
        let request = encode!(CreateCustomer::new().balance(balance)).unwrap();
        assert_eq!(form(&request), expected);
    }
    let locales: Vec<String> = (0..12).map(|index| format!("l{index}")).collect();
    let request = encode!(CreateCustomer::new().preferred_locales(locales)).unwrap();
    assert!(form(&request).ends_with("&preferred_locales[11]=l11"));
}
