// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `email`.
    pub email: String,
    /// API field `shipping`.
    pub shipping: Option<Shipping>,
}

object! {
    CreateThing deny_unknown_fields { email = "email", shipping = "shipping" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// With what Stripe requires: `email`.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            shipping: None,
        }
    }

    /// API field `shipping`.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }
}

/// In the API field `shipping`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    /// API field `address`.
    pub address: ShippingAddress,
    /// API field `kinds`.
    pub kinds: Vec<ShippingKind>,
    /// API field `labels`.
    pub labels: Vec<String>,
    /// API field `name`.
    pub name: String,
    /// API field `phone`.
    pub phone: Option<String>,
    /// API field `priority`.
    pub priority: Option<i64>,
}

object! {
    Shipping deny_unknown_fields { address = "address", kinds = "kinds", labels =
    "labels", name = "name", phone = "phone", priority = "priority" }
}

impl Shipping {
    /// With what Stripe requires: `address`, `kinds`, `labels`, `name`.
    pub fn new(
        address: ShippingAddress,
        kinds: impl IntoIterator<Item = ShippingKind>,
        labels: impl IntoIterator<Item = impl Into<String>>,
        name: impl Into<String>,
    ) -> Self {
        Self {
            address,
            kinds: kinds.into_iter().collect(),
            labels: labels.into_iter().map(Into::into).collect(),
            name: name.into(),
            phone: None,
            priority: None,
        }
    }

    /// API field `phone`.
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// API field `priority`.
    pub fn priority(mut self, priority: i64) -> Self {
        self.priority = Some(priority);
        self
    }
}

/// In the API field `address`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct ShippingAddress {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    ShippingAddress deny_unknown_fields { city = "city" }
}

impl ShippingAddress {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `city`.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// The values of the API field `kinds`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ShippingKind {
    /// `home`
    Home,
    /// `work`
    Work,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    ShippingKind { Home = "home", Work = "work" }
}
