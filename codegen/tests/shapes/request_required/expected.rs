// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, email: &str) -> Result<(), Error> {
/// let response = CreateThing::new(email)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    pub email: String,
    pub shipping: Option<Shipping>,
}

object! {
    CreateThing deny_unknown_fields {
        email = "email",
        shipping = "shipping",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request from the required fields.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            email: email.into(),
            shipping: None,
        }
    }

    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }
}

/// Value of the API field `shipping`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    pub address: ShippingAddress,
    pub kinds: Vec<ShippingKind>,
    pub labels: Vec<String>,
    pub name: String,
    pub phone: Option<String>,
    pub priority: Option<i64>,
}

object! {
    Shipping deny_unknown_fields {
        address = "address",
        kinds = "kinds",
        labels = "labels",
        name = "name",
        phone = "phone",
        priority = "priority",
    }
}

impl Shipping {
    /// Creates the parameters from the required fields.
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

    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    pub fn priority(mut self, priority: i64) -> Self {
        self.priority = Some(priority);
        self
    }
}

/// Value of the API field `address`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct ShippingAddress {
    pub city: Option<String>,
}

object! {
    ShippingAddress deny_unknown_fields {
        city = "city",
    }
}

impl ShippingAddress {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

string_enum! {
    /// Values of the API field `kinds`.
    ShippingKind {
        Home = "home",
        Work = "work",
    }
}
