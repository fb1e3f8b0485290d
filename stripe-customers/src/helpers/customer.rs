//! Methods of customers.

use crate::{Customer, DeletedCustomer, Expandable, Id, PaymentMethod, RetrievedCustomer};

impl Customer {
    /// Returns the URL of the customer in Stripe's dashboard.
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

    /// Returns the id of the default payment method for invoices and subscriptions, which is
    /// `invoice_settings.default_payment_method`, expanded or not.
    ///
    /// `None` if the customer has no default payment method. Stripe then uses [`default_source`](Self::default_source).
    #[inline]
    #[must_use]
    pub fn default_payment_method_id(&self) -> Option<&Id<PaymentMethod>> {
        let settings = self.invoice_settings.as_ref()?;
        settings.default_payment_method.as_ref().map(Expandable::id)
    }
}

impl RetrievedCustomer {
    /// Returns whether the customer has been deleted. Only the id of a deleted customer is available.
    #[inline]
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        matches!(self, Self::Deleted(_))
    }

    /// Returns the id of the customer, deleted or not, or `None` for an unknown object.
    #[inline]
    #[must_use]
    pub const fn id(&self) -> Option<&Id<Customer>> {
        match self {
            Self::Customer(customer) => Some(&customer.id),
            Self::Deleted(customer) => Some(&customer.id),
            Self::Unknown(_) => None,
        }
    }

    /// Returns the customer, or `None` for a deleted customer or an unknown object.
    #[inline]
    #[must_use]
    pub const fn as_customer(&self) -> Option<&Customer> {
        match self {
            Self::Customer(customer) => Some(customer),
            _ => None,
        }
    }

    /// Consumes the value and returns the customer, or `None` for a deleted customer or an unknown object.
    #[inline]
    #[must_use]
    pub fn into_customer(self) -> Option<Customer> {
        match self {
            Self::Customer(customer) => Some(customer),
            _ => None,
        }
    }
}

macro_rules! into_id {
    ($($(#[$condition:meta])? $customer:ty),*) => {$(
        /// Allows a customer, or the response that contains it, where an id is expected: `RetrieveCustomer::new(&customer)`.
        $(#[$condition])?
        impl From<&$customer> for Id<Customer> {
            #[inline]
            fn from(customer: &$customer) -> Self {
                customer.id.clone()
            }
        }
    )*};
}

into_id! {
    Customer,
    DeletedCustomer,
    #[cfg(feature = "http")] crate::Response<Customer>,
    #[cfg(feature = "http")] crate::Response<DeletedCustomer>
}
