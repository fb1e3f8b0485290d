//! All valid parameters are sent completely, and the requests are valid.

use std::io::Write;
use std::process::{Command, Stdio};

use http::Request;
use serde_json::{Map, Value, json};
use stripe_customers::create_customer::{Shipping, TaxExempt};
use stripe_customers::{Clearable, CreateCustomer, Metadata, RetrieveCustomer, http};

use super::document::DOCUMENT;
use super::random::{Random, again};
use super::{form, parameters, shrink, text};

/// The number of requests of every type.
const CASES: u64 = 1000;

fn schema(path: &str, method: &str) -> &'static Value {
    &DOCUMENT["paths"][path][method]["requestBody"]["content"]["application/x-www-form-urlencoded"]
        ["schema"]
}

/// Validates values with a library for JSON Schema, and reports the first one that is not valid.
const VALIDATE: &str = "
import json, sys, jsonschema
for part in json.load(sys.stdin):
    validator = jsonschema.Draft4Validator(part['schema'])
    for value in part['values']:
        for error in validator.iter_errors(value):
            sys.exit(f'{error.json_path}: {error.message} in {json.dumps(value)}')
";

/// The parameters of `retrieve` in the query, as a schema.
fn query() -> Value {
    let operation = &DOCUMENT["paths"]["/v1/customers/{customer}"]["get"];
    json!({"type": "object", "properties": {"expand": operation["parameters"][1]["schema"]}})
}

/// Returns the body of a request with these parameters.
fn create(parameters: &str) -> Result<String, String> {
    let request: CreateCustomer =
        serde_json::from_str(parameters).map_err(|error| error.to_string())?;
    let request = request.http_request("sk_test_123").unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://api.stripe.com/v1/customers");
    Ok(String::from_utf8(request.into_body()).unwrap())
}

/// Checks that the request contains all parameters.
fn whole(schema: &Value, parameters: &Value) -> Result<String, String> {
    let body = create(&parameters.to_string())?;
    let sent = form::read(schema, &body);
    match sent == parameters::sendable(parameters.clone()) {
        true => Ok(body),
        false => Err(format!("the request has other parameters\n{body}")),
    }
}

#[test]
fn a_request_to_create_has_all_parameters() {
    let schema = schema("/v1/customers", "post");
    let whole = |parameters: &Value| whole(schema, parameters);
    for case in 0..CASES {
        let mut random = Random::of("create", case);
        let parameters = parameters::draw(schema, &mut random);
        let body = whole(&parameters).unwrap_or_else(|problem| {
            let smallest = shrink::smallest(&parameters, &|it| whole(it).is_err());
            panic!("{smallest}: {problem}\n{}", again())
        });
        // The order of the parameters makes no difference.
        let shuffled = create(&text::write(&parameters, &mut random));
        assert_eq!(Ok(body), shuffled, "{}", again());
    }
}

#[test]
#[ignore = "needs Python with jsonschema"]
fn requests_are_valid_for_another_library() {
    let (schema, query) = (schema("/v1/customers", "post"), query());
    let created = (0..CASES).map(|case| {
        let parameters = parameters::draw(schema, &mut Random::of("create", case));
        form::read(schema, &create(&parameters.to_string()).unwrap())
    });
    let retrieved = (0..CASES).map(|case| {
        let mut parameters = parameters::draw(&query, &mut Random::of("retrieve", case));
        parameters["customer"] = "cus_1".into();
        let request: RetrieveCustomer = serde_json::from_value(parameters).unwrap();
        let request = request.http_request("sk_test_123").unwrap();
        form::read(&query, request.uri().query().unwrap_or_default())
    });
    let parts = json!([
        {"schema": schema, "values": created.collect::<Vec<_>>()},
        {"schema": query, "values": retrieved.collect::<Vec<_>>()},
    ]);

    let python = std::env::var("STRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut library = Command::new(python)
        .args(["-c", VALIDATE])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = library.stdin.take().unwrap();
    // The library ends early if a value is not valid; its output says which.
    let _ = input.write_all(parts.to_string().as_bytes());
    drop(input);
    let output = library.wait_with_output().unwrap();
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{problem}\n{}", again());
}

#[test]
fn an_unknown_parameter_is_an_error() {
    let schema = schema("/v1/customers", "post");
    for case in 0..CASES {
        let mut random = Random::of("refused", case);
        let mut parameters = parameters::draw(schema, &mut random);
        parameters["unknown"] = json!("value");
        let error = serde_json::from_value::<CreateCustomer>(parameters).unwrap_err();
        assert_eq!(
            error.to_string(),
            "CreateCustomer.unknown: unknown parameter",
            "{}",
            again()
        );
    }
}

#[test]
fn a_request_to_retrieve_accepts_any_id() {
    let query = query();
    for case in 0..CASES {
        let mut random = Random::of("retrieve", case);
        let mut parameters = parameters::draw(&query, &mut random);
        let id = format!("cus_{}", random.text(30));
        parameters["customer"] = id.as_str().into();
        let request: RetrieveCustomer = serde_json::from_value(parameters.clone()).unwrap();
        let request = request.http_request("sk_test_123").unwrap();
        assert_eq!(
            (request.method().as_str(), &*id),
            ("GET", &*last_segment(&request)),
            "{}",
            again()
        );
        assert!(request.body().is_empty());

        let sent = form::read(&query, request.uri().query().unwrap_or_default());
        parameters.as_object_mut().unwrap().remove("customer");
        assert_eq!(sent, parameters::sendable(parameters), "{}", again());
    }
}

/// Returns the last segment of the path, decoded.
fn last_segment(request: &Request<Vec<u8>>) -> String {
    let segments: Vec<_> = request.uri().path().split('/').collect();
    let ["", "v1", "customers", id] = segments.as_slice() else {
        panic!("{}", request.uri());
    };
    percent_encoding::percent_decode_str(id)
        .decode_utf8()
        .unwrap()
        .into_owned()
}

/// A call of a method of a request. The last call for each parameter has effect.
#[derive(Clone)]
enum Setter {
    Name(Clearable<String>),
    Exempt(Clearable<TaxExempt>),
    Shipping(Clearable<Shipping>),
    Metadata(Clearable<Metadata>),
    Balance(i64),
}

impl Setter {
    fn draw(random: &mut Random) -> Self {
        let clear = random.once_in(3);
        match random.below(5) {
            0 if clear => Self::Name(Clearable::Clear),
            0 => Self::Name(format!("n{}", random.text(9)).into()),
            1 if clear => Self::Exempt(Clearable::Clear),
            1 => Self::Exempt(TaxExempt::Reverse.into()),
            2 if clear => Self::Shipping(Clearable::Clear),
            2 => Self::Shipping(
                Shipping::new(Default::default(), format!("s{}", random.text(9))).into(),
            ),
            3 if clear => Self::Metadata(Clearable::Clear),
            3 => Self::Metadata(
                [(
                    format!("k{}", random.below(3)),
                    format!("v{}", random.text(9)),
                )]
                .into(),
            ),
            _ => Self::Balance(random.integer()),
        }
    }

    fn apply(self, request: CreateCustomer) -> CreateCustomer {
        match self {
            Self::Name(name) => request.business_name(name),
            Self::Exempt(exempt) => request.tax_exempt(exempt),
            Self::Shipping(shipping) => request.shipping(shipping),
            Self::Metadata(metadata) => request.metadata(metadata),
            Self::Balance(balance) => request.balance(balance),
        }
    }

    /// The parameter that the method sets.
    const fn parameter(&self) -> &'static str {
        match self {
            Self::Name(_) => "business_name",
            Self::Exempt(_) => "tax_exempt",
            Self::Shipping(_) => "shipping",
            Self::Metadata(_) => "metadata",
            Self::Balance(_) => "balance",
        }
    }
}

#[test]
fn the_last_value_of_a_parameter_is_sent() {
    for case in 0..CASES {
        let mut random = Random::of("setters", case);
        let setters: Vec<_> = (0..random.below(12))
            .map(|_| Setter::draw(&mut random))
            .collect();
        let all = setters
            .iter()
            .cloned()
            .fold(CreateCustomer::new(), |request, setter| {
                setter.apply(request)
            });
        let last = setters.iter().enumerate().filter(|(index, setter)| {
            setters
                .iter()
                .skip(index + 1)
                .all(|later| later.parameter() != setter.parameter())
        });
        let last = last.fold(CreateCustomer::new(), |request, (_, setter)| {
            setter.clone().apply(request)
        });
        let [all, last] =
            [all, last].map(|request| request.http_request("sk_test_123").unwrap().into_body());
        assert_eq!(all, last, "{}", again());
        let sent: Map<_, _> = form::pairs(std::str::from_utf8(&all).unwrap());
        let parameters = setters
            .iter()
            .map(Setter::parameter)
            .collect::<std::collections::BTreeSet<_>>();
        assert_eq!(sent.len(), parameters.len(), "{sent:?}\n{}", again());
    }
}
