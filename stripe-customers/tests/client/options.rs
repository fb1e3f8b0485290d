//! Options of clients and of requests.

use std::time::Duration;

use stripe_customers::{API_VERSION, ClientBuilder, CreateCustomer, Customized, RetrieveCustomer};

use crate::server::{Act, Seen, Server};
use crate::support::{KEY, builder, client, error, run_clock_fast, success};

type Request = Customized<CreateCustomer>;

/// Sends a request with options, with a configured client, and returns the request that the server received.
async fn sent(
    settings: impl FnOnce(ClientBuilder) -> ClientBuilder,
    options: impl FnOnce(Request) -> Request,
) -> Seen {
    let server = Server::new([success()]);
    let client = settings(builder(&server)).build().unwrap();
    let request = options(CreateCustomer::new().customize());
    request.send(&client).await.unwrap();
    server.seen().remove(0)
}

#[tokio::test]
async fn the_options_of_a_request_override_those_of_the_client() {
    let settings = |builder: ClientBuilder| {
        builder
            .stripe_account("acct_1")
            .stripe_context("acct_2/acct_3")
            .api_version("2020-08-27")
            .header("x-trace", "a")
    };
    let seen = sent(settings, |request| request).await;
    assert_eq!(seen.header("stripe-account"), Some("acct_1"));
    assert_eq!(seen.header("stripe-context"), Some("acct_2/acct_3"));
    assert_eq!(seen.header("stripe-version"), Some("2020-08-27"));
    assert_eq!(seen.header("x-trace"), Some("a"));
    let options = |request: Request| {
        request
            .stripe_account("acct_4")
            .stripe_context("acct_5")
            .api_version("2025-01-01.next")
            .header("X-Trace", "b")
            .header("x-other", "c")
    };
    let seen = sent(settings, options).await;
    assert_eq!(seen.header("stripe-account"), Some("acct_4"));
    assert_eq!(seen.header("stripe-context"), Some("acct_5"));
    assert_eq!(seen.header("stripe-version"), Some("2025-01-01.next"));
    assert_eq!(seen.header("x-trace"), Some("b"));
    assert_eq!(seen.header("x-other"), Some("c"));
}

#[tokio::test]
async fn a_request_with_default_options_is_the_same_as_without() {
    let seen = sent(|builder| builder, |request| request).await;
    assert_eq!(seen.header("stripe-account"), None);
    assert_eq!(seen.header("stripe-context"), None);
    assert_eq!(seen.header("stripe-version"), Some(API_VERSION));
    assert_eq!(
        seen.header("authorization"),
        Some(format!("Bearer {KEY}").as_str())
    );
    assert_eq!(seen.header("idempotency-key").map(str::len), Some(36));
}

#[tokio::test(start_paused = true)]
async fn the_key_of_the_caller_is_sent_with_every_attempt() {
    run_clock_fast();
    let failure = || error(500, "", "api_error", "");
    let server = Server::new([failure(), failure(), success()]);
    let response = CreateCustomer::new()
        .customize()
        .idempotency_key("order-6735")
        .send(&client(&server))
        .await
        .unwrap();
    assert_eq!(response.attempts(), 3);
    for seen in server.seen() {
        assert_eq!(seen.header("idempotency-key"), Some("order-6735"));
    }
}

#[tokio::test]
async fn a_get_request_has_no_key() {
    let server = Server::new([success()]);
    RetrieveCustomer::new("cus_1")
        .customize()
        .idempotency_key("order-6735")
        .send(&client(&server))
        .await
        .unwrap();
    assert_eq!(server.seen()[0].header("idempotency-key"), None);
}

#[tokio::test]
async fn an_invalid_option_is_an_error_before_anything_is_sent() {
    let server = Server::new([success()]);
    let client = client(&server);
    let request = || CreateCustomer::new().customize();
    let expected = "expected 1 to 255 visible ASCII characters";
    let long = "k".repeat(256);
    for (request, message) in [
        (
            request().idempotency_key(""),
            format!("the idempotency key is empty: {expected}"),
        ),
        (
            request().idempotency_key("order 6735"),
            format!("the idempotency key contains ' ': {expected}"),
        ),
        (
            request().idempotency_key("a\r\nStripe-Account: acct_2"),
            format!("the idempotency key contains '\\r': {expected}"),
        ),
        (
            request().idempotency_key(long),
            format!("the idempotency key has 256 characters: {expected}"),
        ),
        (
            request().stripe_account(""),
            "`Stripe-Account` is empty, or contains a line break or a character that is not ASCII"
                .into(),
        ),
        (
            request().api_version("2026\n"),
            "the API version is empty, or contains a line break or a character that is not ASCII"
                .into(),
        ),
        (
            request().header("authorization", "Bearer sk_test_other"),
            "header `authorization` is reserved and cannot be set: it contains the secret key"
                .into(),
        ),
    ] {
        let error = request.send(&client).await.unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(error.is_parameter());
        assert_eq!(error.attempts(), 0);
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn an_invalid_setting_of_the_client_is_an_error() {
    let server = Server::new([success()]);
    for builder in [
        builder(&server).stripe_account("acct\n1"),
        builder(&server).stripe_context(""),
        builder(&server).api_version("é"),
        builder(&server).header("a b", "c"),
        builder(&server).header("idempotency-key", "c"),
    ] {
        assert!(builder.build().unwrap_err().is_setup());
    }
}

#[tokio::test]
async fn the_timeout_of_a_request_can_be_set() {
    let server = Server::new([Act::BeSilent]);
    let error = CreateCustomer::new()
        .customize()
        .timeout(Duration::from_millis(100))
        .max_retries(0)
        .send(&client(&server))
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        format!("timed out after 100ms waiting for {}", server.host())
    );
}

#[tokio::test(start_paused = true)]
async fn the_retries_of_a_request_can_be_set() {
    run_clock_fast();
    for retries in [0, 1, 4] {
        let server = Server::new([error(500, "", "api_error", "")]);
        let request = CreateCustomer::new().customize().max_retries(retries);
        let error = request.send(&client(&server)).await.unwrap_err();
        assert_eq!(error.attempts(), retries + 1);
        assert_eq!(server.seen().len(), error.attempts() as usize);
    }
}

#[test]
fn options_are_printed_without_confidential_values() {
    let request = CreateCustomer::new()
        .description("hush-hush")
        .customize()
        .idempotency_key("order-6735")
        .header("x-gateway-token", "hidden");
    let text = format!(
        "{request:?} {:?}",
        builder(&Server::new([success()])).header("x-a", "hidden")
    );
    assert!(
        text.contains("order-6735") && text.contains("x-gateway-token"),
        "{text}"
    );
    assert!(!text.contains("hidden") && !text.contains("hush"), "{text}");
}
