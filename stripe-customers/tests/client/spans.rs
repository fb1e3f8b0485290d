//! What is told through `tracing`.
#![cfg(feature = "tracing")]

use std::cell::RefCell;
use std::io;
use std::sync::Once;

use stripe_customers::{CreateCustomer, RetrieveCustomer};
use tracing_subscriber::fmt::format::FmtSpan;

use crate::server::{Act, Server};
use crate::support::{KEY, builder, error, http, success};

thread_local! {
    static TOLD: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// What is told of `calls`, one line for every span that ends and every event.
///
/// There is one subscriber for all tests, as in a program, which keeps the tests apart by their threads.
async fn told(calls: impl Future<Output = ()>) -> Vec<String> {
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
    TOLD.take();
    calls.await;
    let text = String::from_utf8(TOLD.take()).unwrap();
    // Other libraries tell things too, and what they tell is of interest only for the secrets in it.
    assert!(!text.contains(KEY) && !text.contains("hush"), "{text}");
    text.lines()
        .filter(|line| line.contains("stripe_customers"))
        .map(str::to_owned)
        .collect()
}

/// Writes to [`TOLD`] of the thread.
struct ToThread;

impl io::Write for ToThread {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        TOLD.with_borrow_mut(|told| told.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn assert_has(line: &str, facts: &[&str]) {
    for fact in facts {
        assert!(line.contains(fact), "{fact} is missing in {line}");
    }
}

#[tokio::test]
async fn a_span_for_every_attempt_and_an_event_between() {
    let server = Server::new([error(500, "", "api_error", ""), success()]);
    let client = builder(&server).build().unwrap();
    let lines = told(async {
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
    assert_has(first, &always);
    assert_has(second, &always);
    assert_has(
        first,
        &[
            "http.response.status_code=500",
            "error.type=\"500\"",
            "otel.status_code=\"ERROR\"",
        ],
    );
    assert!(!first.contains("resend_count"), "{first}");
    assert_has(
        between,
        &["DEBUG", "sending the request again", "It is so."],
    );
    assert_has(
        second,
        &[
            "http.response.status_code=200",
            "http.request.resend_count=1",
        ],
    );
    assert!(!second.contains("error.type"), "{second}");
}

#[tokio::test]
async fn an_attempt_without_an_answer_says_why() {
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
        let lines = told(async {
            let request = RetrieveCustomer::new("cus_hush");
            request.send(&client).await.unwrap_err();
        })
        .await;
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert_has(&lines[0], &[type_, "otel.status_code=\"ERROR\""]);
        assert_has(&lines[0], &["url.template=\"/v1/customers/{customer}\""]);
    }
    // What came was an answer of HTTP: that it is not Stripe's is found out later.
    let server = Server::new([page]);
    let client = builder(&server).build().unwrap();
    let lines = told(async {
        RetrieveCustomer::new("cus_hush")
            .send(&client)
            .await
            .unwrap_err();
    })
    .await;
    assert_has(&lines[0], &["http.response.status_code=200"]);
}
