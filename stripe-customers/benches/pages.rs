//! Lists 100,000 customers over 1,000 pages, and compares the time with a loop written by hand.
//!
//! ```text
//! cargo bench -p stripe-customers --bench pages
//! ```
//!
//! The server runs on this machine, and the connection stays open. The baseline is `reqwest` with the same headers and timeout, and
//! `serde_json::from_slice` into a page of the customers of `support/by_hand.rs`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

#[path = "support/by_hand.rs"]
mod by_hand;
#[path = "support/json.rs"]
mod json;
#[path = "support/server.rs"]
mod server;

use std::hint::black_box;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde::Deserialize;
use stripe_customers::{Client, ListCustomers, reqwest};
use tokio::runtime::Builder;

const KEY: &str = "sk_test_123";
const PAGES: usize = 1000;
const PER_PAGE: usize = 100;

/// The number of turns of each candidate. They take turns, so that other work on the machine slows down all of them.
const TURNS: usize = 7;

fn main() {
    let [(_, small), ..] = json::customers();
    let server = server::start_with(move |target| page(&small, target));
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let client = Client::builder(KEY).base_url(format!("http://{server}"));
    let client = client.build().unwrap();
    let bare = bare();
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..TURNS {
        let start = Instant::now();
        runtime.block_on(by_hand(&bare, server));
        times[0].push(start.elapsed());
        for (prefetch, times) in [false, true].into_iter().zip(&mut times[1..]) {
            let start = Instant::now();
            runtime.block_on(paginate(&client, prefetch));
            times.push(start.elapsed());
        }
    }
    let medians = times.map(|mut times| {
        times.sort();
        times.get(TURNS / 2).map_or(f64::NAN, Duration::as_secs_f64)
    });
    println!("list, 100,000 customers");
    let names = [
        "reqwest, struct by hand",
        "stripe_customers",
        "the same, prefetch",
    ];
    for (name, time) in names.into_iter().zip(medians) {
        println!(
            "  {name:44} {:12.0} ns  {:5.2}",
            time * 1e9,
            time / medians[0]
        );
    }
}

/// The page of customers with the number in `starting_after`.
fn page(customer: &str, target: &str) -> String {
    let number = target
        .split_once("starting_after=cus_")
        .map_or(0, |(_, id)| {
            let digits: String = id.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().unwrap() / PER_PAGE + 1
        });
    let mut page = String::with_capacity(PER_PAGE * (customer.len() + 2) + 100);
    page.push_str("{\n  \"object\": \"list\",\n  \"data\": [");
    let (before, after) = customer.split_once("\"cus_").unwrap();
    let (_, after) = after.split_once('"').unwrap();
    for index in 0..PER_PAGE {
        let separator = if index == 0 { "" } else { "," };
        let id = number * PER_PAGE + index;
        page.push_str(&format!("{separator}\n{before}\"cus_{id:014}\"{after}"));
    }
    let has_more = number + 1 < PAGES;
    page.push_str(&format!(
        "],\n  \"has_more\": {has_more},\n  \"url\": \"/v1/customers\"\n}}"
    ));
    page
}

async fn paginate(client: &Client, prefetch: bool) {
    let request = ListCustomers::new().limit(100);
    let mut customers = request.paginate(client);
    if prefetch {
        customers = customers.prefetch();
    }
    let mut count = 0;
    while let Some(customer) = customers.next().await {
        black_box(customer.unwrap());
        count += 1;
    }
    assert_eq!(count, PAGES * PER_PAGE);
}

#[derive(Deserialize)]
struct Page {
    data: Vec<by_hand::Customer>,
    has_more: bool,
}

/// A client with the same headers as `stripe_customers`.
fn bare() -> reqwest::Client {
    let request = ListCustomers::new().http_request(KEY).unwrap();
    let http = reqwest::Client::builder()
        .default_headers(request.headers().clone())
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(80))
        .no_proxy();
    http.build().unwrap()
}

async fn by_hand(http: &reqwest::Client, server: SocketAddr) {
    let mut count = 0;
    let mut after = None;
    loop {
        let mut url = format!("http://{server}/v1/customers?limit=100");
        if let Some(id) = &after {
            url.push_str(&format!("&starting_after={id}"));
        }
        let response = http.get(url).send().await.unwrap();
        let body = response.error_for_status().unwrap().bytes().await.unwrap();
        let page: Page = serde_json::from_slice(&body).unwrap();
        after = page.data.last().map(|customer| customer.id.clone());
        for customer in page.data {
            black_box(customer);
            count += 1;
        }
        if !page.has_more {
            break;
        }
    }
    assert_eq!(count, PAGES * PER_PAGE);
}
