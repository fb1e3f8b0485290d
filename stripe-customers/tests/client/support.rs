//! Shared code of the tests: responses, clients, and a fast clock.

use std::time::Duration;

use stripe_customers::{Client, ClientBuilder, CreateCustomer, Customer, Error, Response};

use crate::server::{Act, Seen, Server};

pub const KEY: &str = "sk_test_secretsecretsecret";

pub const CUSTOMER: &str = r#"{"id": "cus_1", "object": "customer", "created": 1575239418,
    "description": "Customer for jenny.rosen@example.com", "livemode": false, "metadata": {}}"#;

/// An HTTP response. `headers` are complete lines.
pub fn http(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} Some Reason\r\n{headers}content-length: {length}\r\n\r\n{body}")
}

/// A response of Stripe: JSON with a request id.
pub fn stripe(status: u16, headers: &str, body: &str) -> Act {
    let headers = format!("content-type: application/json\r\nrequest-id: req_1\r\n{headers}");
    Act::Send(http(status, &headers, body))
}

/// A response with the customer.
pub fn success() -> Act {
    stripe(200, "", CUSTOMER)
}

/// An error response.
pub fn error(status: u16, headers: &str, type_: &str, code: &str) -> Act {
    let body =
        format!(r#"{{"error": {{"code": "{code}", "message": "Rejected.", "type": "{type_}"}}}}"#);
    stripe(status, headers, &body)
}

/// A builder of a client of the server.
pub fn builder(server: &Server) -> ClientBuilder {
    // The clock is fast in many tests.
    Client::builder(KEY)
        .base_url(server.url())
        .timeout(Duration::from_secs(100_000))
}

pub fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// Creates a customer at a server with this script. Returns the result and the requests of the server.
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

/// Creates a customer at a server with this script. Returns the error and the number of requests.
pub async fn fail(script: impl IntoIterator<Item = Act>) -> (Error, usize) {
    let (result, seen) = create(script).await;
    let error = result.unwrap_err();
    assert_eq!(
        error.attempts() as usize,
        seen.len(),
        "the error has the number of requests"
    );
    (error, seen.len())
}

/// Advances Tokio's paused clock, 100 times as fast as a real one.
///
/// A paused clock jumps to the next deadline when the runtime is idle, even while the server is working. It does not jump while a
/// blocking task runs, so one always runs here.
pub fn run_clock_fast() {
    tokio::spawn(async {
        loop {
            let tick = || std::thread::sleep(Duration::from_millis(1));
            tokio::task::spawn_blocking(tick).await.unwrap();
            tokio::time::advance(Duration::from_millis(100)).await;
        }
    });
}

/// Waits, in real time, until `condition` returns `true`.
pub async fn wait_until(condition: impl Fn() -> bool) {
    for _ in 0..5000 {
        if condition() {
            return;
        }
        let tick = || std::thread::sleep(Duration::from_millis(1));
        tokio::task::spawn_blocking(tick).await.unwrap();
    }
    panic!("the condition is still false after five seconds");
}
