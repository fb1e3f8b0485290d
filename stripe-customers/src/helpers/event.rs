//! Methods of events.

use crate::{Decode, DecodeError, Event, Json};

impl Event {
    /// Decodes the object that the event is about, which is in `data.object`.
    ///
    /// The [type of the event](Self::type_) determines the type of the object. Every call decodes it again.
    ///
    /// ```
    /// use stripe_customers::{Customer, Event, from_json};
    ///
    /// let event: Event = from_json(
    ///     r#"{
    ///         "id": "evt_1", "object": "event", "type": "customer.created", "api_version": "2026-01-28.clover",
    ///         "created": 1764000000, "livemode": false, "pending_webhooks": 1,
    ///         "data": {"object": {"id": "cus_1", "object": "customer", "created": 1764000000, "livemode": false}}
    ///     }"#,
    /// )?;
    /// let customer: Customer = event.object()?;
    /// assert_eq!(customer.id, "cus_1");
    /// # Ok::<(), stripe_customers::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the object does not match `T`: it is another object, or [`api_version`](Self::api_version) has another shape of it. The
    /// error has the path of the field in the event: `event.data.object.email`.
    #[inline]
    pub fn object<T: Decode>(&self) -> Result<T, DecodeError> {
        self.data.object.decode_shared()
    }

    /// Returns the object that the event is about as Stripe sent it, in the shape of [`api_version`](Self::api_version).
    #[inline]
    #[must_use]
    pub const fn object_json(&self) -> &Json {
        &self.data.object
    }
}
