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
//! Create values from JSON, for example from Stripe's documentation or from a recorded response:
//!
//! ```
//! use stripe_customers::{Customer, from_json};
//!
//! let customer: Customer = from_json(
//!     r#"{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false, "email": "a@example.com"}"#,
//! )?;
//! assert_eq!(customer.email.as_deref(), Some("a@example.com"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The types are `#[non_exhaustive]` because they gain fields, so they cannot be created with struct expressions.
//!
//! # With a local server
//!
//! Pass a [`Client`](crate::Client) with another base URL to your code. Plain `http` is allowed for this machine, and the client
//! uses no proxy:
//!
//! ```
//! use std::io::{Read, Write};
//! use std::net::TcpListener;
//! use stripe_customers::{Client, CreateCustomer};
//!
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let address = listener.local_addr()?;
//! std::thread::spawn(move || {
//!     let (mut stream, _) = listener.accept().unwrap();
//!     stream.read(&mut [0; 4096]).unwrap();
//!     let body = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#;
//!     write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
//! });
//!
//! let client = Client::builder("sk_test_123").base_url(format!("http://{address}")).build()?;
//! let customer = CreateCustomer::new().send_blocking(&client)?;
//! assert_eq!(customer.id, "cus_1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Libraries such as [wiremock](https://docs.rs/wiremock) reduce this code. [localstripe](https://pypi.org/project/localstripe/) is a
//! stateful test server, and [stripe-mock](https://github.com/stripe/stripe-mock) validates requests against Stripe's OpenAPI
//! document. To use them with a program that calls [`Client::from_env`](crate::Client::from_env), set `STRIPE_API_BASE`.
//!
//! # With Stripe
//!
//! A key that starts with `sk_test_` uses test data, for which [`livemode`](crate::Customer::livemode) is `false`. Stripe has
//! [test cards](https://docs.stripe.com/testing) for every kind of error, and
//! [test clocks](https://docs.stripe.com/billing/testing/test-clocks) to simulate the passage of time:
//! `CreateCustomer::new().test_clock("clock_…")`.
