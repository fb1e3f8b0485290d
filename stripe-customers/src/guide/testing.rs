//! Testing your code, without and with Stripe.
//!
//! # Without a server
//!
//! Requests convert into HTTP requests, and HTTP responses can be decoded, without sending anything:
//!
//! ```
//! use stripe_customers::{CreateCustomer, http};
//!
//! fn welcome(name: &str) -> CreateCustomer {
//!     CreateCustomer::new().name(name).metadata([("source", "signup")])
//! }
//!
//! let request = welcome("Jenny Rosen").http_request("sk_test_123")?;
//! assert_eq!(request.method(), "POST");
//! assert_eq!(request.uri(), "https://api.stripe.com/v1/customers");
//! assert_eq!(request.body(), b"metadata[source]=signup&name=Jenny+Rosen");
//!
//! let body = r#"{"error": {"type": "card_error", "code": "card_declined", "message": "Declined."}}"#;
//! let response = http::Response::builder().status(402).body(body)?;
//! assert!(CreateCustomer::decode_response(response).unwrap_err().is_card());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! To test code that takes a value, decode the value from JSON, for example from Stripe's documentation or from a recorded response.
//! Only a few fields are required:
//!
//! ```
//! use stripe_customers::{Customer, from_json};
//!
//! /// The code to test.
//! fn greeting(customer: &Customer) -> String {
//!     let name = customer.name.as_deref().or(customer.email.as_deref());
//!     format!("Hello {}!", name.unwrap_or("customer"))
//! }
//!
//! let customer: Customer =
//!     from_json(r#"{"id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false}"#)?;
//! assert_eq!(greeting(&customer), "Hello customer!");
//!
//! let customer: Customer = from_json(
//!     r#"{"id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false, "name": "Jenny Rosen"}"#,
//! )?;
//! assert_eq!(greeting(&customer), "Hello Jenny Rosen!");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The types are `#[non_exhaustive]` because they gain fields, so they cannot be created with struct expressions.
//!
//! # Webhooks
//!
//! `Webhook::sign` signs as Stripe does, so the code that receives requests can be tested as it is:
//!
//! ```
//! use std::time::SystemTime;
//! use stripe_customers::webhook::Webhook;
//!
//! /// The code to test. Returns the status of the response.
//! fn handle(webhook: &Webhook, body: &str, signature: &str) -> u16 {
//!     match webhook.event(body, signature) {
//!         Ok(event) if event.type_ == "customer.deleted" => 200, // …
//!         Ok(_) => 200,
//!         Err(_) => 400,
//!     }
//! }
//!
//! let webhook = Webhook::new("whsec_test");
//! let body = r#"{
//!     "id": "evt_1", "object": "event", "type": "customer.deleted", "created": 1764000000,
//!     "livemode": false, "pending_webhooks": 1, "data": {"object": {"id": "cus_1", "object": "customer"}}
//! }"#;
//! let signature = webhook.sign(body, SystemTime::now());
//! assert_eq!(handle(&webhook, body, &signature), 200);
//!
//! let forged = Webhook::new("whsec_other").sign(body, SystemTime::now());
//! assert_eq!(handle(&webhook, body, &forged), 400);
//! ```
//!
//! # With a local server
//!
//! Pass a [`Client`](crate::Client) with another base URL to your code. Plain `http` is allowed for this machine, and the client
//! uses no proxy. With [wiremock](https://docs.rs/wiremock), for example:
//!
// wiremock is not a dependency of this crate. The service compiles and runs this test, and checks that the text is the same.
//! ```ignore
//! use serde_json::json;
//! use stripe_customers::{Client, CreateCustomer, Error};
//! use wiremock::matchers::{body_string_contains, method, path};
//! use wiremock::{Mock, MockServer, ResponseTemplate};
//!
//! /// The code to test.
//! async fn sign_up(client: &Client, email: &str) -> Result<String, Error> {
//!     let customer = CreateCustomer::new().email(email).send(client).await?;
//!     Ok(customer.id.to_string())
//! }
//!
//! #[tokio::test]
//! async fn sign_up_after_an_error_of_stripe() {
//!     let server = MockServer::start().await;
//!     let create = || Mock::given(method("POST")).and(path("/v1/customers"));
//!     create()
//!         .respond_with(ResponseTemplate::new(500))
//!         .up_to_n_times(1)
//!         .mount(&server)
//!         .await;
//!     let customer = json!({
//!         "id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false,
//!     });
//!     create()
//!         .and(body_string_contains("email=jenny"))
//!         .respond_with(ResponseTemplate::new(200).set_body_json(customer))
//!         .mount(&server)
//!         .await;
//!
//!     let client = Client::builder("sk_test_123").base_url(server.uri());
//!     let client = client.build().unwrap();
//!     let id = sign_up(&client, "jenny@example.com").await.unwrap();
//!     assert_eq!(id, "cus_1");
//!
//!     // Both attempts have the same idempotency key, so Stripe creates one customer.
//!     let attempts = server.received_requests().await.unwrap();
//!     let keys = attempts.iter().map(|it| &it.headers["idempotency-key"]);
//!     assert_eq!(keys.clone().count(), 2);
//!     assert!(keys.clone().eq(keys.rev()));
//! }
//! ```
//!
//! The [service] in the repository has this test and others: of signups while Stripe fails and the service crashes, and of webhooks.
//!
//! [localstripe](https://pypi.org/project/localstripe/) is a stateful test server, and
//! [stripe-mock](https://github.com/stripe/stripe-mock) validates requests against Stripe's OpenAPI document. To use them with a
//! program that calls [`Client::from_env`](crate::Client::from_env), set `STRIPE_API_BASE`.
//!
//! [service]: https://github.com/stripe-customers/stripe-customers/tree/main/stripe-customers/examples/service
//!
//! # With Stripe
//!
//! A key that starts with `sk_test_` uses test data, for which [`livemode`](crate::Customer::livemode) is `false`. Stripe has
//! [test cards](https://docs.stripe.com/testing) for every kind of error, and
//! [test clocks](https://docs.stripe.com/billing/testing/test-clocks) to simulate the passage of time:
//! `CreateCustomer::new().test_clock("clock_…")`.
