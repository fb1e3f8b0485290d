//! Whether a request was carried out although the call failed, and what is needed to repeat it.

use std::borrow::Cow;

use crate::runtime::json::Decoder;

use super::{Error, ErrorKind};

impl Error {
    /// Returns whether Stripe carried out the request: whether the customer exists although there is no usable response.
    ///
    /// | | |
    /// |---|---|
    /// | `Some(true)` | Stripe responded with success, but the response does not match the type, is cut off, or is too large. [`object_id`](Self::object_id) may have the id. |
    /// | `Some(false)` | Nothing was sent, no attempt could connect, or Stripe rejected the request. |
    /// | `None` | Unknown: there is no response, or one that does not determine it, such as an error of Stripe's servers (500) or a page of a proxy. |
    ///
    /// All attempts of the call are taken into account. To be safe, repeat the request with the same
    /// [`idempotency_key`](Self::idempotency_key) unless the result is `Some(false)`.
    #[must_use]
    pub fn was_carried_out(&self) -> Option<bool> {
        match (self.0.sent.earlier, self.last_was_carried_out()) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), last) => last,
            (None, _) => None,
        }
    }

    fn last_was_carried_out(&self) -> Option<bool> {
        if self.is_connect() {
            return Some(false);
        }
        match self.kind() {
            ErrorKind::Setup | ErrorKind::Parameter => Some(false),
            ErrorKind::Connection
            | ErrorKind::Timeout
            | ErrorKind::UnexpectedResponse
            | ErrorKind::Decode => self.has_success_of_stripe().then_some(true),
            ErrorKind::Api => None,
            // Another request with the same key is in progress.
            _ if self.status() == Some(409) => None,
            _ => Some(false),
        }
    }

    /// Returns whether there is a response with a status of success, which may be incomplete, and it is from Stripe.
    fn has_success_of_stripe(&self) -> bool {
        let success = self.raw().is_some_and(|raw| raw.is_success());
        let of_stripe = self.request_id().is_some() || self.object_id().is_some();
        success && of_stripe && self.api_error().is_none() && !self.0.permanent
    }

    /// Returns the id of the object in a successful response that cannot be used, if the received part contains it.
    ///
    /// After a create, it is the id of the created object:
    ///
    /// ```no_run
    /// # use stripe_customers::{Client, CreateCustomer, Error, RetrieveCustomer};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// if let Err(error) = CreateCustomer::new().send(&client).await {
    ///     if let Some(id) = error.object_id() {
    ///         let customer = RetrieveCustomer::new(id).send(&client).await?;
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn object_id(&self) -> Option<&str> {
        let raw = self.raw().filter(|raw| raw.is_success())?;
        match Decoder::new(raw.body.as_str(), || "").look_ahead("id") {
            Ok(Some(Cow::Borrowed(id))) => Some(id),
            _ => None,
        }
    }

    /// Returns the idempotency key of the request, for [`Customized::idempotency_key`](crate::Customized::idempotency_key).
    ///
    /// Stripe carries out requests with the same key once, so the request can be repeated with it. `None` if nothing was
    /// sent, for requests without a key (`GET` and `DELETE`), and if another HTTP client sent the request.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.sent.key.as_ref()?.to_str().ok()
    }
}
