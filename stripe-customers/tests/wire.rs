//! What the requests of the crate look like on the wire.

#![cfg(feature = "http")]
#![allow(clippy::unwrap_used)]

use percent_encoding::percent_decode_str;
use serde_json::Value;
use stripe_customers::http::Request;
use stripe_customers::{Clearable, CreateCustomer, Metadata, RetrieveCustomer, create_customer};

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
        let error = encode!(RetrieveCustomer::new(id)).unwrap_err();
        assert_eq!(error.to_string(), message);
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
