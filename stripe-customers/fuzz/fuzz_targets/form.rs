//! Any text in any parameter: an independent parser of forms reads the last value of every parameter, and nothing else. An empty
//! text is an error, unless the parameter is cleared, and so is an empty key.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use stripe_customers::create_customer::{Address, InvoiceSettings, InvoiceSettingsCustomField};
use stripe_customers::{Clearable, CreateCustomer, Metadata, RetrieveCustomer};

const KEY: &str = "sk_test_123";

/// The method that clears a parameter.
const CLEAR: u8 = 2;

/// The decoded pairs of a form.
type Pairs = BTreeMap<String, String>;

/// A parameter, its pairs in the form, and the request in which it is set.
type Set = (&'static str, Pairs, CreateCustomer);

fuzz_target!(|calls: Vec<(u8, &str, i64)>| {
    let mut request = CreateCustomer::new();
    let mut expected = Pairs::new();
    let mut cleared = None;
    for (method, text, number) in calls {
        let (parameter, pairs, next) = set(method, text, number, request);
        if parameter == "business_name" {
            cleared = (method % 8 == CLEAR).then_some(parameter);
        }
        request = next;
        expected.retain(|name, _| name.split('[').next() != Some(parameter));
        expected.extend(pairs);
        id(text);
    }
    let mut texts = expected
        .iter()
        .filter(|(name, _)| Some(name.as_str()) != cleared);
    let is_sent = texts.all(|(name, text)| !text.is_empty() && name != "metadata[]");
    let request = match request.http_request(KEY) {
        Ok(request) => request,
        Err(error) => return assert!(!is_sent && error.is_parameter(), "{error}"),
    };
    assert!(is_sent, "an empty text or key is an error");
    let pairs: Vec<_> = form_urlencoded::parse(request.body())
        .into_owned()
        .collect();
    let sent: Pairs = pairs.iter().cloned().collect();
    assert_eq!(sent.len(), pairs.len(), "names are unique");
    assert_eq!(sent, expected);
    assert!(request.body().is_ascii());
});

fn set(method: u8, text: &str, number: i64, request: CreateCustomer) -> Set {
    match method % 8 {
        0 => one("name", text, request.name(text)),
        1 => one("business_name", text, request.business_name(text)),
        CLEAR => one("business_name", "", request.business_name(Clearable::Clear)),
        3 => one("balance", &number.to_string(), request.balance(number)),
        4 => address(text, request),
        5 => fields(text, request),
        6 => locales(text, number, request),
        _ => metadata(text, number, request),
    }
}

fn one(parameter: &'static str, text: &str, request: CreateCustomer) -> Set {
    let pairs = [(parameter.to_owned(), text.to_owned())];
    (parameter, pairs.into(), request)
}

fn address(text: &str, request: CreateCustomer) -> Set {
    let pairs = ["address[city]", "address[line1]"].map(|name| (name.to_owned(), text.to_owned()));
    let address = Address::new().city(text).line1(text);
    ("address", pairs.into(), request.address(address))
}

fn fields(text: &str, request: CreateCustomer) -> Set {
    let names = ["[0][name]", "[0][value]", "[1][name]", "[1][value]"];
    let pairs = names.into_iter().zip(["n", "v", "n", text]);
    let pairs = pairs.map(|(name, value)| {
        let name = format!("invoice_settings[custom_fields]{name}");
        (name, value.to_owned())
    });
    let fields = ["v", text].map(|value| InvoiceSettingsCustomField::new("n", value));
    let settings = InvoiceSettings::new().custom_fields(fields);
    (
        "invoice_settings",
        pairs.collect(),
        request.invoice_settings(settings),
    )
}

fn locales(text: &str, number: i64, request: CreateCustomer) -> Set {
    let locales: Vec<_> = (0..number.rem_euclid(20)).map(|_| text).collect();
    let pairs =
        (0..locales.len()).map(|index| (format!("preferred_locales[{index}]"), text.to_owned()));
    (
        "preferred_locales",
        pairs.collect(),
        request.preferred_locales(locales),
    )
}

fn metadata(text: &str, number: i64, request: CreateCustomer) -> Set {
    let metadata: Metadata = text
        .split(',')
        .map(|key| (key, number.to_string()))
        .collect();
    let pairs = metadata
        .iter()
        .map(|(key, value)| (format!("metadata[{key}]"), value.to_owned()));
    (
        "metadata",
        pairs.collect(),
        request.metadata(metadata.clone()),
    )
}

/// Any id is one segment of the path and is decoded unchanged, or it is an error.
fn id(text: &str) {
    match RetrieveCustomer::new(text).http_request(KEY) {
        Ok(request) => {
            let segment = request.uri().path().strip_prefix("/v1/customers/").unwrap();
            assert!(!segment.contains('/'));
            let decoded = percent_encoding::percent_decode_str(segment);
            assert_eq!(decoded.decode_utf8().unwrap(), text);
            assert_eq!(request.uri().query(), None);
        }
        Err(error) => assert!(error.is_parameter()),
    }
}
