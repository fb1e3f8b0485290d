//! What is known after a request that writes has failed.

use std::net::TcpListener;
use std::time::Duration;

use stripe_customers::{Client, CreateCustomer, Error, RetrieveCustomer};

use crate::server::{Act, Server};
use crate::support::{
    CUSTOMER, KEY, builder, client, error, fail, http, run_clock_fast, stripe, success,
};

const CUT_OFF: &str =
    "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\ncontent-length: 999\r\n\r\n{\"id\": \"cus_1\", \"ob";

/// Returns whether the request was carried out, and the id of the object.
fn outcome(error: &Error) -> (Option<bool>, Option<&str>) {
    (error.was_carried_out(), error.object_id())
}

#[tokio::test(start_paused = true)]
async fn a_success_that_cannot_be_used_was_carried_out() {
    run_clock_fast();
    let mismatch = CUSTOMER.replace("1575239418", "\"yesterday\"");
    let without_id = CUSTOMER.replace("\"id\": \"cus_1\",", "");
    let with_escapes = CUSTOMER.replace("cus_1\"", "cus\\u005f1\", \"created\": []");
    let truncated = &CUSTOMER[..60];
    for (act, id) in [
        (stripe(200, "", &mismatch), Some("cus_1")),
        (stripe(200, "", truncated), Some("cus_1")),
        (stripe(200, "", &without_id), None),
        (stripe(200, "", &with_escapes), None),
        (stripe(200, "", ""), None),
        (Act::SendAndClose(CUT_OFF.into()), Some("cus_1")),
        (Act::SendAndReset(CUT_OFF.into()), Some("cus_1")),
        // Stripe's id of the request is missing.
        (Act::Send(http(200, "", truncated)), Some("cus_1")),
    ] {
        let (error, _) = fail([act]).await;
        assert_eq!(outcome(&error), (Some(true), id), "{error}");
    }
}

#[tokio::test]
async fn a_success_that_is_too_large_was_carried_out() {
    let large = format!("{CUSTOMER}{}", " ".repeat(10_000));
    let endless = format!("HTTP/1.1 200 OK\r\n\r\n{CUSTOMER}");
    for act in [stripe(200, "", &large), Act::SendAndFlood(endless)] {
        let server = Server::new([act]);
        let client = builder(&server).max_response_bytes(1000).build().unwrap();
        let error = CreateCustomer::new().send(&client).await.unwrap_err();
        assert!(
            error.to_string().contains("larger than the limit"),
            "{error}"
        );
        assert_eq!(outcome(&error), (Some(true), Some("cus_1")));
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_was_rejected_or_not_sent_was_not_carried_out() {
    run_clock_fast();
    for (status, type_) in [
        (400, "invalid_request_error"),
        (401, "invalid_request_error"),
        (402, "card_error"),
        (403, "invalid_request_error"),
        (429, "invalid_request_error"),
        (400, "idempotency_error"),
    ] {
        let (error, _) = fail([error(status, "", type_, "some_code")]).await;
        assert_eq!(outcome(&error), (Some(false), None), "{error}");
    }
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let client = Client::builder(KEY)
        .base_url(format!("http://{address}"))
        .build()
        .unwrap();
    let refused = CreateCustomer::new().send(&client).await.unwrap_err();
    assert_eq!(
        (refused.attempts(), outcome(&refused)),
        (3, (Some(false), None))
    );
    let invalid = RetrieveCustomer::new("").send(&client).await.unwrap_err();
    assert_eq!(
        (invalid.attempts(), outcome(&invalid)),
        (0, (Some(false), None))
    );
    assert_eq!(invalid.idempotency_key(), None);
}

#[tokio::test(start_paused = true)]
async fn every_other_failure_leaves_it_open() {
    run_clock_fast();
    for act in [
        error(500, "", "api_error", ""),
        error(409, "", "idempotency_error", "idempotency_key_in_use"),
        Act::SendAndClose(String::new()),
        Act::Send(http(200, "content-type: text/html\r\n", "<html>")),
        Act::Send(http(502, "", "<html>")),
        Act::Send(http(302, "location: /elsewhere\r\n", "")),
    ] {
        let (error, _) = fail([act]).await;
        assert_eq!(outcome(&error), (None, None), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn all_attempts_are_taken_into_account() {
    run_clock_fast();
    let rejected = || error(400, "", "invalid_request_error", "");
    for (first, carried_out) in [
        (error(500, "", "api_error", ""), None),
        (Act::SendAndClose(String::new()), None),
        (Act::SendAndClose(CUT_OFF.into()), Some(true)),
        (
            error(429, "", "invalid_request_error", "lock_timeout"),
            Some(false),
        ),
    ] {
        let (error, seen) = fail([first, rejected()]).await;
        assert_eq!(seen, 2);
        assert_eq!(error.was_carried_out(), carried_out);
    }
}

#[tokio::test]
async fn the_request_can_be_repeated_with_the_key_of_the_error() {
    for act in [
        Act::BeSilent,
        Act::SendAndClose(CUT_OFF.into()),
        stripe(200, "", "{\"id\": 7}"),
        error(500, "", "api_error", ""),
    ] {
        let server = Server::new([act, success()]);
        let request = CreateCustomer::new().description("hush-hush");
        let first = request.clone().customize().max_retries(0);
        let first = first.timeout(Duration::from_millis(200));
        let error = first.send(&client(&server)).await.unwrap_err();
        let key = error.idempotency_key().unwrap();
        let again = request.customize().idempotency_key(key);
        again.send(&client(&server)).await.unwrap();
        for seen in server.seen() {
            assert_eq!(seen.header("idempotency-key"), Some(key));
        }
    }
    let server = Server::new([error(404, "", "invalid_request_error", "")]);
    let error = RetrieveCustomer::new("cus_1")
        .send(&client(&server))
        .await
        .unwrap_err();
    assert_eq!(error.idempotency_key(), None, "a `GET` request has no key");
}
