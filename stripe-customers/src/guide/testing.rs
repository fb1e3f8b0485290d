//! Testing: your own code, without Stripe and with it.
//!
//! # Without a server
//!
//! Requests and answers are plain data. So what your code sends can be looked at, and what Stripe would answer can be given to it:
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
//! let answer = r#"{"error": {"type": "card_error", "code": "card_declined", "message": "Declined."}}"#;
//! let answer = http::Response::builder().status(402).body(answer)?;
//! assert!(CreateCustomer::decode_response(answer).unwrap_err().is_card());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Values come from JSON, as Stripe's documentation shows it, or from a recording:
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
//! The types are `#[non_exhaustive]`: they gain fields, so they are made from JSON and not by naming all fields.
//!
//! # With a server on your machine
//!
//! Let your code take a [`Client`](crate::Client), and give it one of another address. Plain `http` is allowed there, and no proxy
//! is used:
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
//! Libraries such as [wiremock](https://docs.rs/wiremock) say that in fewer lines. [localstripe](https://pypi.org/project/localstripe/) remembers
//! what it was sent, [stripe-mock](https://github.com/stripe/stripe-mock) checks requests against Stripe's document. A program that
//! makes its client with [`Client::from_env`](crate::Client::from_env) is pointed to them with `STRIPE_API_BASE`.
//!
//! # With Stripe
//!
//! A key that begins with `sk_test_` works on test data, for which [`livemode`](crate::Customer::livemode) is `false`. There are
//! [cards for every outcome](https://docs.stripe.com/testing), and [test clocks](https://docs.stripe.com/billing/testing/test-clocks), on which a
//! customer lives through a year in a minute: `CreateCustomer::new().test_clock("clock_…")`.
