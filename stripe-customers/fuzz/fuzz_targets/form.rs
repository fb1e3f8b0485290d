//! Any text in any parameter: a parser of forms that others wrote reads what was said last, and nothing else.

#![no_main]

use std::collections::BTreeMap;

use libfuzzer_sys::fuzz_target;
use stripe_customers::create_customer::{Address, InvoiceSettings, InvoiceSettingsCustomField};
use stripe_customers::{Clearable, CreateCustomer, Metadata, RetrieveCustomer};

const KEY: &str = "sk_test_123";

/// What a form says, name by name.
type Pairs = BTreeMap<String, String>;

fuzz_target!(|words: Vec<(u8, &str, i64)>| {
    let mut request = CreateCustomer::new();
    let mut expected = Pairs::new();
    let mut metadata = Metadata::new();
    for &(word, text, number) in &words {
        request = say(word, text, number, request, &mut metadata, &mut expected);
        id(text);
    }
    let request = request.http_request(KEY).unwrap();
    let pairs: Vec<_> = form_urlencoded::parse(request.body())
        .into_owned()
        .collect();
    let sent: Pairs = pairs.iter().cloned().collect();
    assert_eq!(sent.len(), pairs.len(), "no name comes twice");
    assert_eq!(sent, expected);
    assert!(request.body().is_ascii());
});

/// Says one thing to the request, and what the form has of it from now on.
fn say(
    word: u8,
    text: &str,
    number: i64,
    request: CreateCustomer,
    metadata: &mut Metadata,
    expected: &mut Pairs,
) -> CreateCustomer {
    let named = |name: &str| (name.to_owned(), text.to_owned());
    let (name, pairs, request) = match word % 8 {
        0 => ("name", vec![named("name")], request.name(text)),
        1 => (
            "business_name",
            vec![named("business_name")],
            request.business_name(text),
        ),
        2 => {
            let cleared = ("business_name".to_owned(), String::new());
            (
                "business_name",
                vec![cleared],
                request.business_name(Clearable::Clear),
            )
        }
        3 => {
            let pair = ("balance".to_owned(), number.to_string());
            ("balance", vec![pair], request.balance(number))
        }
        4 => {
            let address = Address::new().city(text).line1(text);
            let pairs = vec![named("address[city]"), named("address[line1]")];
            ("address", pairs, request.address(address))
        }
        5 => {
            let field = |value: &str| InvoiceSettingsCustomField::new("n", value);
            let settings = InvoiceSettings::new().custom_fields(vec![field("v"), field(text)]);
            let fields = "invoice_settings[custom_fields]";
            let mut pairs: Vec<_> = [("[0][name]", "n"), ("[0][value]", "v"), ("[1][name]", "n")]
                .map(|(name, value)| (format!("{fields}{name}"), value.to_owned()))
                .into();
            pairs.push(named(&format!("{fields}[1][value]")));
            (
                "invoice_settings",
                pairs,
                request.invoice_settings(settings),
            )
        }
        6 => {
            let locales: Vec<_> = (0..number.rem_euclid(20)).map(|_| text).collect();
            let names =
                (0..locales.len()).map(|index| named(&format!("preferred_locales[{index}]")));
            (
                "preferred_locales",
                names.collect(),
                request.preferred_locales(locales),
            )
        }
        _ => {
            *metadata = std::mem::take(metadata).set(text, number.to_string());
            let pairs = metadata
                .iter()
                .map(|(key, value)| (format!("metadata[{key}]"), value.to_owned()));
            (
                "metadata",
                pairs.collect(),
                request.metadata(metadata.clone()),
            )
        }
    };
    expected.retain(|key, _| key.split('[').next() != Some(name));
    expected.extend(pairs);
    request
}

/// Any id is one segment of the path, and comes back; or it would be another path, and is refused.
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
