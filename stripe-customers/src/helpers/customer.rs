//! Questions to a customer.

use crate::{Customer, DeletedCustomer, Expandable, Id, PaymentMethod, RetrievedCustomer};

impl Customer {
    /// Where Stripe's dashboard shows the customer, to whoever is logged in to the account.
    ///
    /// ```
    /// let json = r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#;
    /// let customer: stripe_customers::Customer = stripe_customers::from_json(json)?;
    /// assert_eq!(customer.dashboard_url(), "https://dashboard.stripe.com/test/customers/cus_1");
    /// # Ok::<(), stripe_customers::DecodeError>(())
    /// ```
    ///
    /// See <https://docs.stripe.com/dashboard/basics>.
    #[inline]
    #[must_use]
    pub fn dashboard_url(&self) -> String {
        let mode = if self.livemode { "" } else { "test/" };
        format!("https://dashboard.stripe.com/{mode}customers/{}", self.id)
    }

    /// The id of the payment method that pays invoices and subscriptions unless they name one of their own:
    /// `invoice_settings.default_payment_method`, expanded or not.
    ///
    /// `None` if none is chosen. Then Stripe falls back to [`default_source`](Self::default_source).
    #[inline]
    #[must_use]
    pub fn default_payment_method_id(&self) -> Option<&Id<PaymentMethod>> {
        let settings = self.invoice_settings.as_ref()?;
        settings.default_payment_method.as_ref().map(Expandable::id)
    }
}

impl RetrievedCustomer {
    /// Whether the customer has been deleted, so that no more than its id is left.
    #[inline]
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }

    /// The id of the customer, deleted or not; `None` of what this version of the crate does not know.
    #[inline]
    #[must_use]
    pub const fn id(&self) -> Option<&Id<Customer>> {
        match self {
            Self::Customer(customer) => Some(&customer.id),
            Self::Deleted(customer) => Some(&customer.id),
            Self::Unknown(_) => None,
        }
    }

    /// The customer; `None` if it has been deleted.
    #[inline]
    #[must_use]
    pub const fn as_customer(&self) -> Option<&Customer> {
        match self {
            Self::Customer(customer) => Some(customer),
            _ => None,
        }
    }

    /// The customer; `None` if it has been deleted.
    #[inline]
    #[must_use]
    pub fn into_customer(self) -> Option<Customer> {
        match self {
            Self::Customer(customer) => Some(customer),
            _ => None,
        }
    }
}

/// So that a request for one customer can be made from another's answer: `RetrieveCustomer::new(&customer)`.
impl From<&Customer> for Id<Customer> {
    #[inline]
    fn from(customer: &Customer) -> Self {
        customer.id.clone()
    }
}

impl From<&DeletedCustomer> for Id<Customer> {
    #[inline]
    fn from(customer: &DeletedCustomer) -> Self {
        customer.id.clone()
    }
}
