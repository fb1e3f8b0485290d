//! Calls a server, and compares the time with hand-written code.
//!
//! ```text
//! cargo bench -p stripe-customers --bench call
//! ```
//!
//! The server runs on this machine, and connections stay open. The baseline is `reqwest` with the same headers and timeout,
//! and `serde_json::from_slice` into `support/by_hand.rs`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]
#![recursion_limit = "256"]

#[path = "support/by_hand.rs"]
mod by_hand;
#[path = "support/json.rs"]
mod json;
#[path = "support/server.rs"]
mod server;
#[path = "support/timing.rs"]
mod timing;

use std::net::SocketAddr;
use std::time::Duration;

use stripe_customers::reqwest::{self, header};
use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};
use timing::{Candidate, compare};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

const KEY: &str = "sk_test_123";

fn main() {
    let [(_, small), ..] = json::customers();
    let server = server::start(&small);
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let (ours, bare) = (Ours::new(server), Bare::new(server));
    compare(
        "retrieve, one at a time",
        vec![
            Candidate::new("reqwest, struct by hand", || {
                runtime.block_on(bare.clone().retrieve())
            }),
            Candidate::new("stripe_customers", || {
                runtime.block_on(ours.clone().retrieve())
            }),
        ],
    );
    compare(
        "retrieve, 64 at once",
        vec![
            Candidate::new("reqwest, struct by hand", || {
                at_once(&runtime, || bare.clone().retrieve())
            }),
            Candidate::new("stripe_customers", || {
                at_once(&runtime, || ours.clone().retrieve())
            }),
        ],
    );
    compare(
        "create, one at a time",
        vec![
            Candidate::new("reqwest, struct by hand", || {
                runtime.block_on(bare.clone().create())
            }),
            Candidate::new("stripe_customers", || {
                runtime.block_on(ours.clone().create())
            }),
        ],
    );
    compare(
        "a new client, and its first call",
        vec![
            Candidate::new("reqwest, struct by hand", || {
                runtime.block_on(Bare::new(server).retrieve())
            }),
            Candidate::new("stripe_customers", || {
                runtime.block_on(Ours::new(server).retrieve())
            }),
        ],
    );
}

/// Makes 64 concurrent calls.
fn at_once<F>(runtime: &Runtime, call: impl Fn() -> F)
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    runtime.block_on(async {
        let mut calls: JoinSet<_> = (0..64).map(|_| call()).collect();
        while let Some(response) = calls.join_next().await {
            response.unwrap();
        }
    });
}

#[derive(Clone)]
struct Ours(Client);

impl Ours {
    fn new(server: SocketAddr) -> Self {
        let builder = Client::builder(KEY).base_url(format!("http://{server}"));
        Self(builder.build().unwrap())
    }

    async fn retrieve(self) -> RetrievedCustomer {
        let call = RetrieveCustomer::new("cus_NffrFeUfNV2Hib").send(&self.0);
        call.await.unwrap().into_inner()
    }

    async fn create(self) -> stripe_customers::Customer {
        let create = CreateCustomer::new()
            .description("Customer for jenny.rosen@example.com")
            .email("jenny.rosen@example.com")
            .metadata([("order", "6735")]);
        create.send(&self.0).await.unwrap().into_inner()
    }
}

#[derive(Clone)]
struct Bare {
    http: reqwest::Client,
    base: String,
}

impl Bare {
    /// Uses the same headers as `stripe_customers`, except those that differ between requests.
    fn new(server: SocketAddr) -> Self {
        let request = RetrieveCustomer::new("cus_1").http_request(KEY).unwrap();
        let http = reqwest::Client::builder()
            .default_headers(request.headers().clone())
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(80))
            .no_proxy();
        Self {
            http: http.build().unwrap(),
            base: format!("http://{server}"),
        }
    }

    async fn retrieve(self) -> by_hand::Customer {
        let url = format!("{}/v1/customers/{}", self.base, "cus_NffrFeUfNV2Hib");
        decoded(self.http.get(url)).await
    }

    async fn create(self) -> by_hand::Customer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("description", "Customer for jenny.rosen@example.com");
        form.append_pair("email", "jenny.rosen@example.com");
        form.append_pair("metadata[order]", "6735");
        let request = self
            .http
            .post(format!("{}/v1/customers", self.base))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("idempotency-key", fresh_key())
            .body(form.finish());
        decoded(request).await
    }
}

/// Creates a random idempotency key of the same length.
fn fresh_key() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).unwrap();
    format!("{:036x}", u128::from_be_bytes(bytes))
}

async fn decoded(request: reqwest::RequestBuilder) -> by_hand::Customer {
    let response = request.send().await.unwrap();
    let body = response.error_for_status().unwrap().bytes().await.unwrap();
    serde_json::from_slice(&body).unwrap()
}
