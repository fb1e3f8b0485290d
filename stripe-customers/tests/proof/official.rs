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

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stripe_customers::{
    API_VERSION, Client, CreateCustomer, Customized, DeleteCustomer, ListCustomers, Operation,
    RetrieveCustomer, SearchCustomers, UpdateCustomer, search,
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

fn read<T: DeserializeOwned>(parameters: Value) -> T {
    serde_json::from_value(parameters).unwrap()
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
        if let Some(id) = asked["id"].as_str() {
            parameters["customer"] = id.into();
        }
        match asked["call"].as_str().unwrap() {
            "create" => self.send(read::<CreateCustomer>(parameters).customize(), options),
            "delete" => self.send(read::<DeleteCustomer>(parameters).customize(), options),
            "list" => self.send(read::<ListCustomers>(parameters).customize(), options),
            "modify" => self.send(read::<UpdateCustomer>(parameters).customize(), options),
            "retrieve" => self.send(read::<RetrieveCustomer>(parameters).customize(), options),
            "search" => self.send(read::<SearchCustomers>(parameters).customize(), options),
            other => panic!("unexpected call: {other}"),
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
            let (call, id) = (&asked["call"], &asked["id"]);
            let asked =
                json!({"call": call, "id": id, "parameters": parameters, "options": options});
            pair.borrow_mut().agree(&asked)
        };
        let smallest = shrink::smallest(&asked["parameters"], &|it| ask(it).is_err());
        let problem = ask(&smallest).err().unwrap_or(problem);
        panic!("{smallest}\n{problem}\n{}", again());
    }
}

/// The body of a request, as a schema.
fn body(path: &str) -> &'static Value {
    let content = &DOCUMENT["paths"][path]["post"]["requestBody"]["content"];
    &content["application/x-www-form-urlencoded"]["schema"]
}

/// The query of a request, as a schema.
fn query(path: &str) -> Value {
    let parameters = DOCUMENT["paths"][path]["get"]["parameters"].as_array();
    let in_query = parameters
        .unwrap()
        .iter()
        .filter(|it| it["in"] == "query")
        .map(|it| {
            (
                it["name"].as_str().unwrap().to_owned(),
                it["schema"].clone(),
            )
        });
    json!({"type": "object", "properties": in_query.collect::<serde_json::Map<_, _>>()})
}

/// Draws options, and in half of the cases an idempotency key.
fn options_and_key(random: &mut Random, case: u64) -> Value {
    let mut options = options(random);
    if random.once_in(2) {
        options["idempotency_key"] = format!("own-{case}").into();
    }
    options
}

fn id(random: &mut Random) -> Value {
    format!("cus_{}", random.text(30)).into()
}

/// Checks random calls of one kind. `draw` returns the id, the parameters and the options.
fn compare(call: &str, mut draw: impl FnMut(&mut Random, u64) -> (Value, Value, Value)) {
    let pair = RefCell::new(Pair::start());
    for case in 0..CASES {
        let mut random = Random::of(&format!("official {call}"), case);
        let (id, parameters, options) = draw(&mut random, case);
        let asked = json!({"call": call, "id": id, "parameters": parameters, "options": options});
        check(&pair, asked);
    }
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_created() {
    let schema = body("/v1/customers");
    compare("create", |random, case| {
        let parameters = parameters::draw(schema, random);
        (Value::Null, parameters, options_and_key(random, case))
    });
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_updated() {
    let schema = body("/v1/customers/{customer}");
    compare("modify", |random, case| {
        let mut parameters = parameters::draw(schema, random);
        // The overlay corrects these: an empty text clears them.
        for name in ["description", "email", "name", "phone"] {
            if random.once_in(8) {
                parameters[name] = "".into();
            }
        }
        (id(random), parameters, options_and_key(random, case))
    });
}

// Without an idempotency key: this crate sends it only with requests that write, the official library with all.

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_retrieved() {
    let schema = query("/v1/customers/{customer}");
    compare("retrieve", |random, _| {
        (
            id(random),
            parameters::draw(&schema, random),
            options(random),
        )
    });
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_deleted() {
    compare("delete", |random, _| {
        (id(random), json!({}), options(random))
    });
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_listed() {
    let schema = query("/v1/customers");
    compare("list", |random, _| {
        let mut parameters = parameters::draw(&schema, random);
        // Both together are an error.
        if !parameters["starting_after"].is_null() {
            parameters.as_object_mut().unwrap().remove("ending_before");
        }
        (Value::Null, parameters, options(random))
    });
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_customers_are_searched_for() {
    let schema = query("/v1/customers/search");
    compare("search", |random, _| {
        let mut parameters = parameters::draw(&schema, random);
        let text = random.text(100);
        let clauses = [
            search::field("name").is(&text),
            !search::metadata(&text).is_null(),
            search::field("created").above(random.integer()),
        ];
        let query = match random.once_in(2) {
            true => search::all(clauses),
            false => search::any(clauses),
        };
        parameters["query"] = query.as_str().into();
        (Value::Null, parameters, options(random))
    });
}
