//! Stripe's own library for Python sends the same.
//!
//! ```text
//! pip install stripe==16.1.0
//! cargo test -p stripe-customers --test proof official -- --ignored
//! ```
//!
//! `STRIPE_PYTHON` is the Python that has it; `python3` by default. There, a value is cleared with an empty string, which is
//! also what the wire has for it: the same JSON is what both are asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use stripe_customers::{
    API_VERSION, Client, CreateCustomer, Customized, Operation, RetrieveCustomer,
};

use super::document::DOCUMENT;
use super::random::{Random, again};
use super::recorder::{Recorded, Recorder};
use super::{parameters, shrink};

/// How many requests of every type.
const CASES: u64 = 300;

const KEY: &str = "sk_test_123";

/// The library, in a process of its own. It ends with the value.
struct Library {
    child: Child,
    requests: Option<ChildStdin>,
    done: BufReader<ChildStdout>,
}

impl Library {
    fn start(server: &str) -> Self {
        let python = std::env::var("STRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let script = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/proof/official_library.py"
        );
        let mut child = Command::new(python)
            .args([script, server])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self {
            requests: child.stdin.take(),
            done: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Has it send one request.
    fn send(&mut self, asked: &Value) {
        writeln!(self.requests.as_mut().unwrap(), "{asked}").unwrap();
        let mut line = String::new();
        self.done.read_line(&mut line).unwrap();
        assert_eq!(line, "done\n", "it does not send {asked}; is it installed?");
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        // It ends when its standard input does.
        drop(self.requests.take());
        let _ = self.child.wait();
    }
}

/// What both have to agree on.
#[derive(Debug, PartialEq)]
struct Sent {
    method: String,
    path: String,
    /// The query and the body. Elements have their place in their name; maps have no order.
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
        assert_eq!(pairs.len(), names, "a name comes twice");
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

/// The header, but for what chance has made of it.
fn header(recorded: &Recorded, name: &str) -> Option<String> {
    let (_, value) = recorded.headers.iter().find(|(key, _)| key == name)?;
    let fresh = name == "idempotency-key" && !value.starts_with("own-");
    Some(match fresh {
        // A UUID of version 4 has its version here.
        true => format!("{} characters", value.len()),
        false => value.clone(),
    })
}

/// A path with what was escaped in it. The library for Python escapes a blank as in a form, which in a path is a plus:
/// ids have no blank, so nobody has noticed. Here it is `%20`, and both are read as a blank.
fn decoded(path: &str) -> String {
    let path = path.replace('+', "%20");
    let decoded = percent_encoding::percent_decode_str(&path).decode_utf8();
    decoded.unwrap().into_owned()
}

/// Some of the options that both have. The version is always one of them: theirs is that of another document.
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

/// What two libraries, ours and theirs, are told to do, and what came of it.
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
            library: Library::start(&recorder.url),
            recorder,
        }
    }

    /// Whether theirs sends what ours does, if both are asked for the same.
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
        self.library.send(asked);
        let theirs = Sent::of(&self.recorder.take());
        match ours == theirs {
            true => Ok(()),
            false => Err(format!("ours sends\n{ours:?}\nand theirs\n{theirs:?}")),
        }
    }

    fn send<T: Operation>(&self, request: Customized<T>, options: &Value) {
        let request = customized(request, options);
        request.send_blocking(&self.client).unwrap();
    }
}

/// Checks that both send the same; if they do not, says so of the smallest parameters with which they do not.
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
        // An idempotency key is no option here: ours is not sent with what only reads, theirs would be.
        let options = options(&mut random);
        let parameters = json!({"expand": parameters::draw(expand, &mut random)});
        check(
            &pair,
            json!({"id": id, "parameters": parameters, "options": options}),
        );
    }
}
