//! Events from webhooks, verified.
//!
//! Stripe sends an HTTP request to a webhook endpoint for each event. [`Webhook`] verifies the signature of the request and decodes
//! the [`Event`]. It needs neither a [`Client`](crate::Client) nor a runtime: the feature `webhook` is enough. The
//! [guide](crate::guide::webhooks) shows how to use it in web servers.
//!
//! ```
//! use std::time::SystemTime;
//! use stripe_customers::Customer;
//! use stripe_customers::webhook::{Event, Webhook};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let webhook = Webhook::new("whsec_test");
//! # let body: &[u8] = br#"{"id": "evt_1", "object": "event", "type": "customer.created", "created": 1764000000,
//! #     "livemode": false, "pending_webhooks": 1, "data": {"object":
//! #     {"id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false}}}"#;
//! # let signature_header = webhook.sign(body, SystemTime::now());
//! let event: Event = webhook.event(body, signature_header)?;
//! match event.type_.as_str() {
//!     "customer.created" | "customer.updated" => {
//!         let customer: Customer = event.object()?;
//!         println!("{} has the email {:?}", customer.id, customer.email);
//!     }
//!     "customer.deleted" => println!("{}", event.object_json()),
//!     other => println!("ignored: {other}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! See <https://docs.stripe.com/webhooks>.

pub use crate::Event;
pub use crate::runtime::webhook::{Webhook, WebhookError, WebhookErrorKind};

use crate::Timestamp;

impl Webhook {
    /// Verifies a request at the present time, and decodes its event.
    ///
    /// `body` is the body of the request, byte for byte as received: a body that was parsed and printed again has other bytes, so
    /// its signature does not match. `signature` is the header `Stripe-Signature`, as text or bytes, or empty for a request
    /// without it. Nothing of the body is decoded before it is verified.
    ///
    /// An event of an unknown type, of another API version or with an unknown object is not an error: its object is JSON until
    /// [`Event::object`] decodes it.
    ///
    /// This function does not exist on `wasm32-unknown-unknown`, which has no clock: use [`event_at`](Self::event_at).
    ///
    /// # Errors
    ///
    /// If the request does not [`verify`](Self::verify), or if its body is not an event.
    #[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
    pub fn event(
        &self,
        body: impl AsRef<[u8]>,
        signature: impl AsRef<[u8]>,
    ) -> Result<Event, WebhookError> {
        self.event_at(body, signature, std::time::SystemTime::now())
    }

    /// Verifies a request at the time `now`, and decodes its event, like [`event`](Self::event).
    ///
    /// # Errors
    ///
    /// If the request does not [`verify`](Self::verify_at), or if its body is not an event.
    pub fn event_at(
        &self,
        body: impl AsRef<[u8]>,
        signature: impl AsRef<[u8]>,
        now: impl Into<Timestamp>,
    ) -> Result<Event, WebhookError> {
        self.decode_at(body, signature, now)
    }
}
