//! Retries.

use std::time::Duration;

use stripe_customers::{CreateCustomer, ErrorKind, RetrieveCustomer};
use tokio::time::Instant;

use crate::server::{Act, Server};
use crate::support::{builder, client, create, error, fail, run_clock_fast, success};

fn failure() -> Act {
    error(500, "", "api_error", "")
}

/// Makes a call that succeeds in the end. Returns the number of attempts and the time.
async fn succeed(script: impl IntoIterator<Item = Act>) -> (u32, Duration) {
    let start = Instant::now();
    let (result, seen) = create(script).await;
    let response = result.unwrap();
    assert_eq!(response.attempts() as usize, seen.len());
    (response.attempts(), start.elapsed())
}

#[tokio::test(start_paused = true)]
async fn server_errors_are_retried_with_the_same_key_and_body() {
    run_clock_fast();
    let start = Instant::now();
    let (result, seen) = create([failure(), failure(), success()]).await;
    assert_eq!(result.unwrap().attempts(), 3);
    assert_eq!(seen.len(), 3);
    for again in &seen[1..] {
        assert_eq!(again.headers, seen[0].headers);
        assert_eq!(again.body, seen[0].body);
        assert_eq!(again.target, seen[0].target);
    }
    assert!(seen[0].header("idempotency-key").is_some());
    assert!(start.elapsed() >= Duration::from_secs(1), "two delays");
}

#[tokio::test(start_paused = true)]
async fn the_last_error_is_returned_after_all_retries() {
    run_clock_fast();
    let (error, seen) = fail([failure()]).await;
    assert_eq!(seen, 3);
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(
        error.to_string(),
        "Rejected. (500 api_error, request req_1, 3 attempts)"
    );
}

#[tokio::test(start_paused = true)]
async fn the_number_of_retries_can_be_set() {
    run_clock_fast();
    for (retries, attempts) in [(0, 1), (1, 2), (5, 6)] {
        let server = Server::new([failure()]);
        let client = builder(&server).max_retries(retries).build().unwrap();
        let request = CreateCustomer::new();
        assert_eq!(
            request.send(&client).await.unwrap_err().attempts(),
            attempts
        );
        assert_eq!(server.seen().len(), attempts as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn a_conflict_is_retried() {
    run_clock_fast();
    let conflict = error(409, "", "invalid_request_error", "");
    assert_eq!(succeed([conflict, success()]).await.0, 2);
}

#[tokio::test(start_paused = true)]
async fn a_lock_is_retried() {
    run_clock_fast();
    let locked = error(429, "", "invalid_request_error", "lock_timeout");
    assert_eq!(succeed([locked, success()]).await.0, 2);
}

#[tokio::test]
async fn rate_limit_errors_are_not_retried() {
    let limited = error(429, "", "invalid_request_error", "rate_limit");
    let (error, seen) = fail([limited, success()]).await;
    assert_eq!((error.kind(), seen), (ErrorKind::RateLimit, 1));
}

#[tokio::test]
async fn an_invalid_request_is_not_retried() {
    for status in [400, 401, 402, 403, 404] {
        let mistake = error(status, "", "invalid_request_error", "");
        assert_eq!(fail([mistake, success()]).await.1, 1, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn stripe_should_retry_true_takes_precedence_over_the_status() {
    run_clock_fast();
    for status in [400, 402, 429] {
        let advised = error(status, "stripe-should-retry: true\r\n", "api_error", "");
        assert_eq!(succeed([advised, success()]).await.0, 2, "{status}");
    }
}

#[tokio::test]
async fn stripe_should_retry_false_takes_precedence_over_the_status() {
    for (status, code) in [(500, ""), (409, ""), (429, "lock_timeout")] {
        let advised = error(status, "stripe-should-retry: false\r\n", "api_error", code);
        assert_eq!(fail([advised, success()]).await.1, 1, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_delays_the_retry_up_to_a_minute() {
    run_clock_fast();
    for (value, least, most) in [("2", 2, 60), ("600", 60, 300), ("Fri, 01 Jan 2038", 0, 60)] {
        let headers = format!("retry-after: {value}\r\n");
        let busy = error(503, &headers, "api_error", "");
        let (attempts, time) = succeed([busy, success()]).await;
        assert_eq!(attempts, 2);
        assert!(
            (least..most).contains(&time.as_secs()),
            "{value}: waited for {time:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_get_request_is_retried_without_a_key() {
    run_clock_fast();
    let server = Server::new([failure(), success()]);
    let request = RetrieveCustomer::new("cus_1");
    assert_eq!(request.send(&client(&server)).await.unwrap().attempts(), 2);
    for seen in server.seen() {
        assert_eq!(seen.header("idempotency-key"), None);
    }
}

#[tokio::test(start_paused = true)]
async fn dropping_the_call_stops_the_retries() {
    run_clock_fast();
    let server = Server::new([failure()]);
    let client = client(&server);
    let call = tokio::spawn(async move { CreateCustomer::new().send(&client).await });
    while server.seen().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    call.abort();
    tokio::time::sleep(Duration::from_secs(10)).await;
    let seen = server.seen().len();
    assert!(seen <= 2, "{seen} requests");
    tokio::time::sleep(Duration::from_secs(10)).await;
    assert_eq!(server.seen().len(), seen);
}
