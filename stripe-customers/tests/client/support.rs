//! What the tests have in common: answers, clients, and a clock that runs fast.

use std::time::Duration;

use stripe_customers::{Client, ClientBuilder, CreateCustomer, Customer, Error, Response};

use crate::server::{Act, Seen, Server};

pub const KEY: &str = "sk_test_secretsecretsecret";

pub const CUSTOMER: &str = r#"{"id": "cus_1", "object": "customer", "created": 1575239418,
    "description": "Customer for jenny.rosen@example.com", "livemode": false, "metadata": {}}"#;

/// An answer of HTTP, whole. `headers` are lines, each with its end.
pub fn http(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} Some Reason\r\n{headers}content-length: {length}\r\n\r\n{body}")
}

/// An answer of Stripe: JSON, with a request id.
pub fn stripe(status: u16, headers: &str, body: &str) -> Act {
    let headers = format!("content-type: application/json\r\nrequest-id: req_1\r\n{headers}");
    Act::Send(http(status, &headers, body))
}

/// The customer.
pub fn success() -> Act {
    stripe(200, "", CUSTOMER)
}

/// An error of Stripe.
pub fn error(status: u16, headers: &str, type_: &str, code: &str) -> Act {
    let body =
        format!(r#"{{"error": {{"code": "{code}", "message": "It is so.", "type": "{type_}"}}}}"#);
    stripe(status, headers, &body)
}

/// A client of the server.
pub fn builder(server: &Server) -> ClientBuilder {
    // Time runs fast in many of these tests.
    Client::builder(KEY)
        .base_url(server.url())
        .timeout(Duration::from_secs(100_000))
}

pub fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// Creates a customer at a server with this script. What came of it, and what the server saw.
pub async fn create(
    script: impl IntoIterator<Item = Act>,
) -> (Result<Response<Customer>, Error>, Vec<Seen>) {
    let server = Server::new(script);
    let result = CreateCustomer::new()
        .description("hush-hush")
        .send(&client(&server))
        .await;
    (result, server.seen())
}

/// The error of creating a customer at a server with this script, and how many requests the server saw.
pub async fn fail(script: impl IntoIterator<Item = Act>) -> (Error, usize) {
    let (result, seen) = create(script).await;
    let error = result.unwrap_err();
    assert_eq!(
        error.attempts() as usize,
        seen.len(),
        "the error counts as the server does"
    );
    (error, seen.len())
}

/// Lets the paused clock of Tokio run, 100 times as fast as a real one.
///
/// The clock of its own accord would leap to the next deadline whenever the runtime has nothing to do, so
/// also while the server thinks. It does not while a blocking task runs; here one always does.
pub fn run_clock_fast() {
    tokio::spawn(async {
        loop {
            let tick = || std::thread::sleep(Duration::from_millis(1));
            tokio::task::spawn_blocking(tick).await.unwrap();
            tokio::time::advance(Duration::from_millis(100)).await;
        }
    });
}

/// Waits, in real time, until `condition` holds.
pub async fn wait_until(condition: impl Fn() -> bool) {
    for _ in 0..5000 {
        if condition() {
            return;
        }
        let tick = || std::thread::sleep(Duration::from_millis(1));
        tokio::task::spawn_blocking(tick).await.unwrap();
    }
    panic!("nothing happened for five seconds");
}
