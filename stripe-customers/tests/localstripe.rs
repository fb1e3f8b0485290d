//! End-to-end tests with the stateful test server localstripe.
//!
//! ```text
//! pip install localstripe==1.15
//! cargo test -p stripe-customers --test localstripe -- --ignored
//! ```
//!
//! `LOCALSTRIPE_PYTHON` is the Python interpreter that has it, by default `python3`.
#![cfg(feature = "client")]
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

#[path = "proof/parameters.rs"]
mod parameters;
#[path = "proof/random.rs"]
mod random;

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use stripe_customers::{
    Client, CreateCustomer, Customer, DeleteCustomer, ListCustomers, RetrieveCustomer,
    RetrievedCustomer, SearchCustomers, UpdateCustomer,
};

use parameters::sendable;
use random::{Random, again};

/// A localstripe process, which ends when the value is dropped.
struct LocalStripe {
    child: Child,
    url: String,
}

impl LocalStripe {
    fn start() -> Self {
        let python = env::var("LOCALSTRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let mut child = Command::new(python)
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/localstripe_server.py"
            ))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let mut url = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut url).unwrap();
        assert!(
            url.starts_with("http"),
            "localstripe does not start: is it installed?"
        );
        Self {
            child,
            url: url.trim_end().to_owned(),
        }
    }

    fn client(&self, key: &str) -> Client {
        Client::builder(key).base_url(&self.url).build().unwrap()
    }
}

impl Drop for LocalStripe {
    fn drop(&mut self) {
        // The process ends when its standard input is closed.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

const KEY: &str = "sk_test_12345";

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn a_created_customer_is_retrieved() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .email("jenny.rosen@example.com")
        .name("Jenny Rosen")
        .phone("+1 555 0100")
        .preferred_locales(["fr", "en-GB"])
        .metadata([("order", "6735"), ("a&b", "c=d é\n")])
        .send(&client)
        .await
        .unwrap();
    assert!(created.id.as_str().starts_with("cus_"), "{}", created.id);
    assert_eq!((created.status(), created.attempts()), (200, 1));

    let retrieved = retrieve(&created, &client).await;
    assert_eq!(retrieved.id, created.id);
    assert!(!retrieved.livemode);
    assert_eq!(
        retrieved.description.as_deref(),
        Some("Customer for jenny.rosen@example.com")
    );
    assert_eq!(retrieved.email.as_deref(), Some("jenny.rosen@example.com"));
    assert_eq!(retrieved.name.as_deref(), Some("Jenny Rosen"));
    assert_eq!(retrieved.phone.as_deref(), Some("+1 555 0100"));
    assert_eq!(retrieved.preferred_locales.unwrap(), ["fr", "en-GB"]);
    let metadata = retrieved.metadata.unwrap();
    assert_eq!(metadata.get("order").map(String::as_str), Some("6735"));
    assert_eq!(metadata.get("a&b").map(String::as_str), Some("c=d é\n"));
}

async fn retrieve(created: &Customer, client: &Client) -> Customer {
    let request = RetrieveCustomer::new(&created.id);
    match request.send(client).await.unwrap().into_inner() {
        RetrievedCustomer::Customer(customer) => customer,
        other => panic!("expected a customer, found {other:?}"),
    }
}

/// The parameters that localstripe stores unchanged.
const KEPT: [&str; 8] = [
    "address",
    "description",
    "email",
    "invoice_settings",
    "metadata",
    "name",
    "phone",
    "preferred_locales",
];

/// Random parameters that are valid according to the OpenAPI document and supported by localstripe, which cannot clear absent
/// values and requires payment methods to exist.
fn draw(random: &mut Random) -> Value {
    let document: Value = serde_json::from_str(include_str!("../../spec/openapi.json")).unwrap();
    let content = &document["paths"]["/v1/customers"]["post"]["requestBody"]["content"];
    let mut schema = content["application/x-www-form-urlencoded"]["schema"].clone();
    let properties = schema["properties"].as_object_mut().unwrap();
    properties.retain(|name, _| KEPT.contains(&name.as_str()));
    let settings = &mut properties["invoice_settings"]["properties"];
    *settings = json!({"custom_fields": settings["custom_fields"], "footer": settings["footer"]});
    let mut drawn = sendable(parameters::draw(&schema, random));
    for cleared in ["/address", "/invoice_settings/custom_fields", "/metadata"] {
        let (outside, name) = cleared.rsplit_once('/').unwrap();
        let members = drawn.pointer_mut(outside).and_then(Value::as_object_mut);
        if let Some(members) = members.filter(|members| members.get(name) == Some(&json!(""))) {
            members.remove(name);
        }
    }
    sendable(drawn)
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn random_customers_are_retrieved_as_created() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    for case in 0..100 {
        let mut random = Random::of("localstripe", case);
        let asked = draw(&mut random);
        let balance = random.integer();
        let request: CreateCustomer = serde_json::from_value(asked.clone()).unwrap();
        let created = request.balance(balance).send(&client).await.unwrap();
        let retrieved = serde_json::to_value(retrieve(&created, &client).await).unwrap();
        let kept: Value = KEPT
            .into_iter()
            .map(|name| (name, retrieved[name].clone()))
            .collect();
        assert_eq!(without_nulls(sendable(kept)), asked, "{}", again());
        // `account_balance` has the opposite sign.
        let body: Value = serde_json::from_str(created.body()).unwrap();
        let owed = i128::from(balance);
        assert_eq!(
            body["account_balance"].to_string(),
            (-owed).to_string(),
            "{}",
            again()
        );
    }
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(members) = value.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    value
}

/// localstripe does not know how to clear a text, to remove a key of metadata, or how to clear all of them: these are in
/// `tests/wire.rs`.
#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_updated_customer_is_retrieved() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    let created = CreateCustomer::new()
        .name("Jenny Rosen")
        .email("jenny.rosen@example.com")
        .metadata([("order", "6735"), ("shop", "Berlin")]);
    let created = created.send(&client).await.unwrap();
    let updated = created
        .update()
        .name("Jenny R. Rosen")
        .phone("+1 555 0100")
        .preferred_locales(["fr"])
        .metadata([("order", "6736")])
        .send(&client)
        .await
        .unwrap();
    let retrieved = retrieve(&created, &client).await;
    for customer in [&*updated, &retrieved] {
        assert_eq!(customer.id, created.id);
        assert_eq!(customer.name.as_deref(), Some("Jenny R. Rosen"));
        assert_eq!(customer.email, created.email);
        assert_eq!(customer.phone.as_deref(), Some("+1 555 0100"));
        assert_eq!(customer.preferred_locales.as_ref().unwrap(), &["fr"]);
        let metadata = customer.metadata.as_ref().unwrap();
        assert_eq!(
            (&*metadata["order"], &*metadata["shop"]),
            ("6736", "Berlin")
        );
    }
}

/// localstripe answers 404 for a deleted customer, which Stripe still returns with `deleted`.
#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn a_deleted_customer_is_neither_updated_nor_deleted_again() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    let created = CreateCustomer::new().send(&client).await.unwrap();
    let deleted = created.delete().send(&client).await.unwrap();
    assert_eq!(deleted.id, created.id);
    let errors = [
        RetrieveCustomer::new(&deleted.id).send(&client).await.err(),
        UpdateCustomer::new(&*deleted)
            .name("Jenny")
            .send(&client)
            .await
            .err(),
        DeleteCustomer::new(&created.id).send(&client).await.err(),
    ];
    for error in errors {
        let error = error.unwrap();
        assert!(error.is_invalid_request(), "{error:?}");
        assert!(error.is_not_found(), "{error:?}");
        assert_eq!((error.status(), error.attempts()), (Some(404), 1));
    }
}

/// localstripe knows neither `ending_before` nor `created`, `email` and `test_clock`, nor search: these are compared with Stripe's
/// library in `tests/proof`.
#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn a_list_has_three_pages() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    let mut created = Vec::new();
    for number in 0..7 {
        let request = CreateCustomer::new().name(format!("Customer {number}"));
        created.push(request.send(&client).await.unwrap().id.clone());
    }
    let (mut listed, mut pages) = (Vec::new(), Vec::new());
    let mut request = ListCustomers::new().limit(3);
    loop {
        let page = request.send(&client).await.unwrap();
        let customers = page.decode().unwrap();
        pages.push(customers.len());
        listed.extend(customers.into_iter().map(|customer| customer.id));
        if !page.has_more {
            break;
        }
        request = request.starting_after(listed.last().unwrap());
    }
    assert_eq!(pages, [3, 3, 1]);
    listed.sort();
    created.sort();
    assert_eq!(listed, created);

    let error = SearchCustomers::new("created>0")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error:?}");
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_customer_is_an_invalid_request() {
    let server = LocalStripe::start();
    let error = RetrieveCustomer::new("cus_unknown")
        .send(&server.client(KEY))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(404), 1));
    assert!(error.to_string().contains("404"), "{error}");
    assert!(error.api_error().is_some());
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_key_is_an_authentication_error() {
    let server = LocalStripe::start();
    let error = CreateCustomer::new()
        .send(&server.client("not_a_secret_key"))
        .await
        .unwrap_err();
    assert!(error.is_authentication(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(401), 1));
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_parameter_is_an_invalid_request() {
    let server = LocalStripe::start();
    // localstripe does not know this parameter.
    let error = CreateCustomer::new()
        .business_name("Rocket Rides")
        .send(&server.client(KEY))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(400), 1));
    assert!(error.to_string().contains("Unexpected"), "{error}");
}
