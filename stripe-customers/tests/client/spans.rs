//! Spans and events.
#![cfg(feature = "tracing")]

use std::cell::RefCell;
use std::io;
use std::sync::Once;

use stripe_customers::{CreateCustomer, Json, Method, RetrieveCustomer};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::server::{Act, Server};
use crate::support::{CUSTOMER, KEY, builder, error, http, stripe, success};

thread_local! {
    static LINES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Returns one line for every closed span and every event of `calls`.
///
/// All tests share one subscriber, like in a program. It separates them by their threads.
async fn record(calls: impl Future<Output = ()>) -> Vec<String> {
    static START: Once = Once::new();
    START.call_once(|| {
        tracing_subscriber::fmt()
            .with_writer(|| ToThread)
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::CLOSE)
            .without_time()
            .with_ansi(false)
            .init();
    });
    LINES.take();
    calls.await;
    let text = String::from_utf8(LINES.take()).unwrap();
    // Lines of other libraries are only checked for secrets.
    assert!(!text.contains(KEY) && !text.contains("hush"), "{text}");
    text.lines()
        .filter(|line| line.contains("stripe_customers"))
        .map(str::to_owned)
        .collect()
}

/// Writes to the [`LINES`] of the thread.
struct ToThread;

impl io::Write for ToThread {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.with_borrow_mut(|lines| lines.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn assert_contains(line: &str, fields: &[&str]) {
    for field in fields {
        assert!(line.contains(field), "{field} is missing in {line}");
    }
}

#[tokio::test]
async fn every_attempt_is_a_span_and_every_retry_an_event() {
    let server = Server::new([error(500, "", "api_error", "lock_timeout"), success()]);
    let client = builder(&server).build().unwrap();
    let lines = record(async {
        let request = CreateCustomer::new().description("hush-hush");
        request.send(&client).await.unwrap();
    })
    .await;
    let [first, between, second] = &lines[..] else {
        panic!("{lines:#?}");
    };
    let (address, port) = server
        .host()
        .split_once(':')
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let always = [
        "HTTP request{",
        "otel.name=POST /v1/customers ",
        "otel.kind=\"client\"",
        "http.request.method=\"POST\"",
        "url.template=\"/v1/customers\"",
        "stripe.request_id=\"req_1\"",
        &format!("server.address=\"{address}\""),
        &format!("server.port={port}"),
    ];
    assert_contains(first, &always);
    assert_contains(second, &always);
    assert_contains(
        first,
        &[
            "http.response.status_code=500",
            "error.type=\"500\"",
            "otel.status_code=\"ERROR\"",
        ],
    );
    assert!(!first.contains("resend_count"), "{first}");
    assert_contains(
        between,
        &[
            "DEBUG",
            "retrying the request",
            "kind=Api",
            "http.response.status_code=500",
            "stripe.error.type=\"api_error\"",
            "stripe.error.code=\"lock_timeout\"",
            "stripe.request_id=\"req_1\"",
            "attempts=1",
        ],
    );
    // Stripe's message may quote personal data.
    assert!(!between.contains("Rejected."), "{between}");
    assert_contains(
        second,
        &[
            "http.response.status_code=200",
            "http.request.resend_count=1",
        ],
    );
    assert!(!second.contains("error.type"), "{second}");
}

#[tokio::test]
async fn a_notice_of_stripe_is_a_warning() {
    let server = Server::new([stripe(
        200,
        "stripe-notice: Use `tax` instead.\r\n",
        CUSTOMER,
    )]);
    let client = builder(&server).build().unwrap();
    let lines = record(async {
        CreateCustomer::new().send(&client).await.unwrap();
    })
    .await;
    let expected = [
        "WARN",
        "notice of Stripe: Use `tax` instead.",
        "stripe.request_id=\"req_1\"",
    ];
    assert_contains(&lines[0], &expected);
}

#[tokio::test]
async fn the_span_of_an_attempt_without_a_response_has_the_reason() {
    let closes = Act::SendAndClose(String::new());
    let page = Act::Send(http(200, "", "<html>"));
    for (act, type_) in [
        (closes, "error.type=\"connection\""),
        (Act::BeSilent, "error.type=\"timeout\""),
    ] {
        let server = Server::new([act]);
        let client = builder(&server)
            .max_retries(0)
            .timeout(std::time::Duration::from_millis(200))
            .build()
            .unwrap();
        let lines = record(async {
            let request = RetrieveCustomer::new("cus_hush");
            request.send(&client).await.unwrap_err();
        })
        .await;
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert_contains(&lines[0], &[type_, "otel.status_code=\"ERROR\""]);
        assert_contains(&lines[0], &["url.template=\"/v1/customers/{customer}\""]);
    }
    // The attempt has an HTTP response. Decoding it fails later.
    let server = Server::new([page]);
    let client = builder(&server).build().unwrap();
    let lines = record(async {
        RetrieveCustomer::new("cus_hush")
            .send(&client)
            .await
            .unwrap_err();
    })
    .await;
    assert_contains(&lines[0], &["http.response.status_code=200"]);
}

#[tokio::test]
async fn a_request_of_your_own_has_the_same_span() {
    let server = Server::new([success()]);
    let client = builder(&server).build().unwrap();
    let lines = record(async {
        let request = client
            .request::<Json>(Method::Get, "/v1/x/{id}")
            .path("id", "hush-hush")
            .param("a", "hush-hush");
        request.send().await.unwrap();
    })
    .await;
    let [line] = &lines[..] else {
        panic!("{lines:#?}");
    };
    assert_contains(
        line,
        &["otel.name=GET /v1/x/{id}", "url.template=\"/v1/x/{id}\""],
    );
}
