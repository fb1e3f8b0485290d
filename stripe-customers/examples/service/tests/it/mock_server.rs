//! A test with a mock server. The guide of the crate quotes it.

use serde_json::json;
use stripe_customers::{Client, CreateCustomer, Error};
use wiremock::matchers::{body_string_contains, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// The code to test.
async fn sign_up(client: &Client, email: &str) -> Result<String, Error> {
    let customer = CreateCustomer::new().email(email).send(client).await?;
    Ok(customer.id.to_string())
}

#[tokio::test]
async fn sign_up_after_an_error_of_stripe() {
    let server = MockServer::start().await;
    let create = || Mock::given(method("POST")).and(path("/v1/customers"));
    create()
        .respond_with(ResponseTemplate::new(500))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    let customer = json!({
        "id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false,
    });
    create()
        .and(body_string_contains("email=jenny"))
        .respond_with(ResponseTemplate::new(200).set_body_json(customer))
        .mount(&server)
        .await;

    let client = Client::builder("sk_test_123").base_url(server.uri());
    let client = client.build().unwrap();
    let id = sign_up(&client, "jenny@example.com").await.unwrap();
    assert_eq!(id, "cus_1");

    // Both attempts have the same idempotency key, so Stripe creates one customer.
    let attempts = server.received_requests().await.unwrap();
    let keys = attempts.iter().map(|it| &it.headers["idempotency-key"]);
    assert_eq!(keys.clone().count(), 2);
    assert!(keys.clone().eq(keys.rev()));
}
