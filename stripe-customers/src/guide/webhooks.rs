//! Events from webhooks: verifying, decoding and testing.
//!
//! Stripe sends an HTTP request to your endpoint for each event, such as `customer.created`. The module
//! [`webhook`](crate::webhook) requires the feature `webhook` only:
//!
//! ```toml
//! stripe-customers = { version = "0.1", default-features = false, features = ["webhook"] }
//! ```
//!
//! # Verifying a request
//!
//! Anyone can send a request to a public endpoint. The header `Stripe-Signature` proves that Stripe sent it: it contains the time and
//! a code (HMAC-SHA256) of the time and the body, with the secret of the endpoint as the key.
//! [`Webhook::event`](crate::webhook::Webhook::event) verifies it and then decodes the event:
//!
//! ```
//! use stripe_customers::webhook::{Webhook, WebhookErrorKind};
//! use stripe_customers::{Customer, DecodeError};
//!
//! /// Returns the status of the response.
//! fn handle(webhook: &Webhook, body: &[u8], signature: &str) -> u16 {
//!     let event = match webhook.event(body, signature) {
//!         Ok(event) => event,
//!         Err(error) => {
//!             eprintln!("webhook refused: {error}");
//!             return 400;
//!         }
//!     };
//!     let handled = match event.type_.as_str() {
//!         "customer.created" | "customer.updated" => event.object().map(save),
//!         _ => Ok(()), // Also types that Stripe adds in the future.
//!     };
//!     match handled {
//!         Ok(()) => 200,
//!         Err(error) => {
//!             eprintln!("{} of version {:?}: {error}", event.id, event.api_version);
//!             500 // Stripe sends the event again.
//!         }
//!     }
//! }
//!
//! fn save(customer: Customer) { /* … */ }
//!
//! let webhook = Webhook::new("whsec_test");
//! assert_eq!(handle(&webhook, b"{}", "t=1764000000,v1=00"), 400);
//! let error = webhook.event(b"{}", "").unwrap_err();
//! assert_eq!(error.kind(), WebhookErrorKind::NoHeader);
//! ```
//!
//! Errors do not contain the secret or the body, so they can be logged. Signatures that are older than five minutes are refused, as
//! are bodies of more than 1 MiB: see [`tolerance`](crate::webhook::Webhook::tolerance) and
//! [`max_body_bytes`](crate::webhook::Webhook::max_body_bytes).
//!
//! # The body as it was received
//!
//! The signature covers the bytes of the body. A web framework that parses JSON and prints it again changes white space, the order of
//! members, the form of numbers or escaped characters. The result means the same, but has other bytes, so no signature matches:
//!
//! ```
//! use stripe_customers::webhook::{Webhook, WebhookErrorKind};
//!
//! let webhook = Webhook::new("whsec_test");
//! let body = r#"{"id": "evt_1", "amount": 1.0}"#;
//! let signature = webhook.sign(body, 1_764_000_000);
//!
//! let parsed: serde_json::Value = serde_json::from_str(body)?;
//! let error = webhook.verify_at(parsed.to_string(), &signature, 1_764_000_000).unwrap_err();
//! assert_eq!(error.kind(), WebhookErrorKind::NoMatch);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! Therefore take the body as bytes, and not as `Json<…>` or `String`. Middleware that decompresses or rewrites the body changes it,
//! too. With axum, the argument is `Bytes`:
//!
// The web frameworks are not dependencies of this crate, not even of its tests, because they would multiply what a contributor
// compiles.
//! ```ignore
//! use axum::body::Bytes;
//! use axum::extract::State;
//! use axum::http::{HeaderMap, HeaderValue, StatusCode};
//! use stripe_customers::webhook::Webhook;
//!
//! async fn stripe(State(webhook): State<Webhook>, headers: HeaderMap, body: Bytes) -> StatusCode {
//!     let signature = headers.get("stripe-signature").map_or(&[][..], HeaderValue::as_bytes);
//!     match webhook.event(&body, signature) {
//!         Ok(event) => StatusCode::OK, // Not `Json<Event>` as an argument: that parses before anything is verified.
//!         Err(error) => StatusCode::BAD_REQUEST,
//!     }
//! }
//!
//! let app = axum::Router::new()
//!     .route("/stripe", axum::routing::post(stripe))
//!     .with_state(Webhook::new(std::env::var("STRIPE_WEBHOOK_SECRET")?));
//! ```
//!
//! With actix-web, it is `web::Bytes`:
//!
//! ```ignore
//! use actix_web::http::header::HeaderValue;
//! use actix_web::{HttpRequest, HttpResponse, post, web};
//! use stripe_customers::webhook::Webhook;
//!
//! #[post("/stripe")]
//! async fn stripe(webhook: web::Data<Webhook>, request: HttpRequest, body: web::Bytes) -> HttpResponse {
//!     let signature = request.headers().get("stripe-signature").map_or(&[][..], HeaderValue::as_bytes);
//!     match webhook.event(&body, signature) {
//!         Ok(event) => HttpResponse::Ok().finish(),
//!         Err(error) => HttpResponse::BadRequest().finish(),
//!     }
//! }
//! ```
//!
//! # Handling an event
//!
//! Respond within a few seconds, and do slow work afterwards: Stripe sends an event again, for up to three days, until the response
//! has a status of success. Events may arrive more than once and in any order. Store the [`id`](crate::Event::id) of each event and
//! skip those that are stored already. To act on the current state of an object, retrieve it instead of using the object in the event.
//!
//! # Rotating the secret
//!
//! When you roll the secret in the dashboard, Stripe signs with both secrets until the old one expires. Accept both until then:
//!
//! ```
//! use stripe_customers::webhook::Webhook;
//!
//! let webhook = Webhook::new("whsec_new").add_secret("whsec_old");
//! let old = Webhook::new("whsec_old").sign("{}", 1_764_000_000);
//! assert!(webhook.verify_at("{}", old, 1_764_000_000).is_ok());
//! ```
//!
//! # Events from a trusted source
//!
//! Events from a queue, from your own database or from Amazon EventBridge have no signature. Decode them with
//! [`from_json`](crate::from_json), which requires no feature:
//!
//! ```
//! use stripe_customers::{Event, from_json};
//!
//! # let stored = r#"{"id": "evt_1", "object": "event", "type": "customer.created", "created": 1764000000,
//! #     "livemode": false, "pending_webhooks": 1, "data": {"object": {"id": "cus_1"}}}"#;
//! let event: Event = from_json(stored)?;
//! assert_eq!(event.type_, "customer.created");
//! # Ok::<(), stripe_customers::DecodeError>(())
//! ```
//!
//! EventBridge wraps the event: it is the member `detail` of the message. To store requests before they are decoded, verify them with
//! [`Webhook::verify`](crate::webhook::Webhook::verify).
//!
//! # Versions of the API
//!
//! The version of the endpoint determines the shape of the object in the event, and [`api_version`](crate::Event::api_version) names
//! it. The types of this crate are made for [`API_VERSION`](crate::API_VERSION), so create the endpoint with this version. An event of
//! another version is not an error, but [`Event::object`](crate::Event::object) may fail if the object has another shape. The JSON of
//! the object is always available:
//!
//! ```
//! use stripe_customers::{API_VERSION, Customer, Event, from_json};
//!
//! # let old = r#"{"id": "evt_1", "object": "event", "type": "customer.created", "created": 1764000000,
//! #     "livemode": false, "pending_webhooks": 1, "api_version": "2014-01-31", "request": "iar_1",
//! #     "data": {"object": {"id": "cus_1", "object": "customer", "created": "today"}}}"#;
//! let event: Event = from_json(old)?;
//! if event.api_version.as_deref() != Some(API_VERSION) {
//!     println!("{} has version {:?}", event.id, event.api_version);
//! }
//! let error = event.object::<Customer>().unwrap_err();
//! assert_eq!(error.path(), "event.data.object.created");
//! assert_eq!(event.object_json().get("id").unwrap(), "cus_1");
//! # Ok::<(), stripe_customers::DecodeError>(())
//! ```
//!
//! # Testing
//!
//! [`Webhook::sign`](crate::webhook::Webhook::sign) signs as Stripe does. The page [Testing](super::testing#webhooks) uses it to test the
//! code that receives requests.
//!
//! [`event_at`](crate::webhook::Webhook::event_at) verifies at a given time, for example a request that was recorded.
//! `stripe listen --forward-to localhost:3000/stripe` forwards the events of a test account to your machine. It prints the secret that
//! it signs with.
//!
//! See <https://docs.stripe.com/webhooks> and <https://docs.stripe.com/webhooks/test>.

#![cfg_attr(
    not(feature = "webhook"),
    allow(
        rustdoc::broken_intra_doc_links,
        reason = "links into the module `webhook`"
    )
)]
