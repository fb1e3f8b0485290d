//! Comparison of requests with Stripe's official library for Python.
//!
//! ```text
//! pip install stripe==16.1.0
//! cargo test -p stripe-customers --test proof official -- --ignored
//! ```
//!
//! `STRIPE_PYTHON` is the Python interpreter that has it, by default `python3`. The library clears a value with an empty string, like
//! the form, so both get the same JSON.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde_json::{Value, json};
use stripe_customers::{
    API_VERSION, Client, CreateCustomer, Customized, Operation, RetrieveCustomer,
};

use super::document::DOCUMENT;
use super::library::Library;
use super::random::{Random, again};
use super::recorder::{Recorded, Recorder};
use super::{parameters, shrink};

/// The number of requests of every type.
const CASES: u64 = 300;

const KEY: &str = "sk_test_123";

/// The parts of a request that must be equal.
#[derive(Debug, PartialEq)]
struct Sent {
    method: String,
    path: String,
    /// The query and the body, without order. The names of elements contain their index.
    pairs: BTreeMap<String, String>,
    headers: Vec<(&'static str, Option<String>)>,
}

impl Sent {
    fn of(recorded: &Recorded) -> Self {
        let (path, query) = recorded
            .target
            .split_once('?')
            .unwrap_or((&recorded.target, ""));
        let pairs = [query, &recorded.body]
            .map(|form| form_urlencoded::parse(form.as_bytes()).into_owned());
        let pairs: Vec<_> = pairs.into_iter().flatten().collect();
        let names = pairs.len();
        let pairs: BTreeMap<_, _> = pairs.into_iter().collect();
        assert_eq!(pairs.len(), names, "a name occurs twice");
        Self {
            method: recorded.method.clone(),
            path: decoded(path),
            pairs,
            headers: HEADERS.map(|name| (name, header(recorded, name))).into(),
        }
    }
}

const HEADERS: [&str; 6] = [
    "authorization",
    "content-type",
    "idempotency-key",
    "stripe-account",
    "stripe-context",
    "stripe-version",
];

/// Returns the header, with random values replaced.
fn header(recorded: &Recorded, name: &str) -> Option<String> {
    let (_, value) = recorded.headers.iter().find(|(key, _)| key == name)?;
    let fresh = name == "idempotency-key" && !value.starts_with("own-");
    Some(match fresh {
        // The position of the version in a UUID of version 4.
        true => format!("{} characters", value.len()),
        false => value.clone(),
    })
}

/// Decodes a path. The library for Python encodes a space as `+`, which is only correct in forms. Ids never contain spaces, so this
/// has no effect in practice. Here it is `%20`, and both are decoded as a space.
fn decoded(path: &str) -> String {
    let path = path.replace('+', "%20");
    let decoded = percent_encoding::percent_decode_str(&path).decode_utf8();
    decoded.unwrap().into_owned()
}

/// Draws options that both libraries have. The version is always set, because the default versions differ.
fn options(random: &mut Random) -> Value {
    let mut options = json!({"stripe_version": API_VERSION});
    for name in ["stripe_account", "stripe_context"] {
        if random.once_in(3) {
            options[name] = format!("acct_{}", random.below(1000)).into();
        }
    }
    options
}

fn customized<T>(mut request: Customized<T>, options: &Value) -> Customized<T> {
    let option = |name: &str| options[name].as_str().map(str::to_owned);
    request = request.api_version(option("stripe_version").unwrap());
    if let Some(account) = option("stripe_account") {
        request = request.stripe_account(account);
    }
    if let Some(context) = option("stripe_context") {
        request = request.stripe_context(context);
    }
    match option("idempotency_key") {
        Some(key) => request.idempotency_key(key),
        None => request,
    }
}

/// Both libraries, and the server that records their requests.
struct Pair {
    recorder: Recorder,
    client: Client,
    library: Library,
}

impl Pair {
    fn start() -> Self {
        let recorder = Recorder::start();
        let client = Client::builder(KEY).base_url(&recorder.url).build();
        Self {
            client: client.unwrap(),
            library: Library::start("official_library.py", &[&recorder.url]),
            recorder,
        }
    }

    /// Checks that both libraries send the same request.
    fn agree(&mut self, asked: &Value) -> Result<(), String> {
        let options = &asked["options"];
        let mut parameters = asked["parameters"].clone();
        match asked["id"].as_str() {
            None => {
                let request: CreateCustomer = serde_json::from_value(parameters).unwrap();
                self.send(request.customize(), options);
            }
            Some(id) => {
                parameters["customer"] = id.into();
                let request: RetrieveCustomer = serde_json::from_value(parameters).unwrap();
                self.send(request.customize(), options);
            }
        }
        let ours = Sent::of(&self.recorder.take());
        assert_eq!(self.library.ask(asked), "done");
        let theirs = Sent::of(&self.recorder.take());
        match ours == theirs {
            true => Ok(()),
            false => Err(format!(
                "this crate sends\n{ours:?}\nthe official library sends\n{theirs:?}"
            )),
        }
    }

    fn send<T: Operation>(&self, request: Customized<T>, options: &Value) {
        let request = customized(request, options);
        request.send_blocking(&self.client).unwrap();
    }
}

/// Checks that both libraries send the same request. Otherwise fails with the smallest parameters for which they differ.
fn check(pair: &RefCell<Pair>, asked: Value) {
    let result = pair.borrow_mut().agree(&asked);
    if let Err(problem) = result {
        let ask = |parameters: &Value| {
            let options = &asked["options"];
            let asked = json!({"id": asked["id"], "parameters": parameters, "options": options});
            pair.borrow_mut().agree(&asked)
        };
        let smallest = shrink::smallest(&asked["parameters"], &|it| ask(it).is_err());
        let problem = ask(&smallest).err().unwrap_or(problem);
        panic!("{smallest}\n{problem}\n{}", again());
    }
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_created() {
    let pair = RefCell::new(Pair::start());
    let content = &DOCUMENT["paths"]["/v1/customers"]["post"]["requestBody"]["content"];
    let schema = &content["application/x-www-form-urlencoded"]["schema"];
    for case in 0..CASES {
        let mut random = Random::of("official create", case);
        let parameters = parameters::draw(schema, &mut random);
        let mut options = options(&mut random);
        if random.once_in(2) {
            options["idempotency_key"] = format!("own-{case}").into();
        }
        check(
            &pair,
            json!({"id": null, "parameters": parameters, "options": options}),
        );
    }
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_retrieved() {
    let pair = RefCell::new(Pair::start());
    let operation = &DOCUMENT["paths"]["/v1/customers/{customer}"]["get"];
    let expand = &operation["parameters"][1]["schema"];
    for case in 0..CASES {
        let mut random = Random::of("official retrieve", case);
        let id = format!("cus_{}", random.text(30));
        // Without an idempotency key: this crate does not send it with `GET` requests, the official library does.
        let options = options(&mut random);
        let parameters = json!({"expand": parameters::draw(expand, &mut random)});
        check(
            &pair,
            json!({"id": id, "parameters": parameters, "options": options}),
        );
    }
}
