//! Comparison of pagination with Stripe's official library for Python. See [`official`](super::official).

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::{Value, json};
use stripe_customers::{API_VERSION, Client, ListCustomers};

use super::lists::{Lists, Request};

const CUSTOMERS: usize = 1000;

/// The requests without the headers that differ.
fn comparable(requests: Vec<Request>) -> Vec<(String, BTreeMap<String, String>, Vec<String>)> {
    let headers = |request: &Request| {
        let names = ["authorization", "stripe-account", "stripe-version"];
        let values = names.map(|name| request.headers.get(name).cloned().unwrap_or_default());
        values.to_vec()
    };
    let comparable = requests.into_iter().map(|request| {
        let headers = headers(&request);
        (request.path, request.query, headers)
    });
    comparable.collect()
}

fn theirs(lists: &Lists, parameters: &Value) -> Vec<String> {
    let python = std::env::var("STRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/proof/official_pages.py");
    let mut command = Command::new(python);
    let output = command
        .args([script, &lists.url, &parameters.to_string()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn ours(lists: &Lists, parameters: &Value) -> Vec<String> {
    let client = Client::builder("sk_test_123").base_url(&lists.url).build();
    let request: ListCustomers = serde_json::from_value(parameters.clone()).unwrap();
    let request = request.customize().stripe_account("acct_1");
    let customers = request.paginate_blocking(&client.unwrap());
    let ids = customers.map(|customer| customer.unwrap().id.into_string());
    ids.collect()
}

#[test]
#[ignore = "needs Stripe's library for Python (pip install stripe); run by .ci/run"]
fn the_same_pages_are_requested() {
    let end = format!("cus_{CUSTOMERS}");
    for parameters in [
        json!({}),
        json!({"limit": 100}),
        json!({"limit": 7, "email": "jenny & co@example.com", "expand": ["data.subscriptions", "data.tax"]}),
        json!({"limit": 33, "starting_after": "cus_500"}),
        json!({"ending_before": end, "limit": 100}),
        json!({"ending_before": end, "limit": 30, "created": {"gte": 5}}),
    ] {
        let lists = Lists::of_customers(CUSTOMERS);
        let our_ids = ours(&lists, &parameters);
        let our_requests = comparable(lists.requests());
        lists.forget();
        let mut of_library = parameters.clone();
        of_library["stripe_account"] = "acct_1".into();
        of_library["stripe_version"] = API_VERSION.into();
        let their_ids = theirs(&lists, &of_library);
        let their_requests = comparable(lists.requests());
        assert_eq!(our_ids, their_ids, "{parameters}");
        assert_eq!(our_requests, their_requests, "{parameters}");
        let skipped = if parameters.get("starting_after").is_some() {
            501
        } else {
            0
        };
        assert_eq!(our_ids.len(), CUSTOMERS - skipped);
    }
}
