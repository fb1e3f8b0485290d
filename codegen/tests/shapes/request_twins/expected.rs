// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// Where the invoice goes.
    ///
    /// API field `billing`.
    pub billing: Option<Billing>,
    /// Where the parcel goes.
    ///
    /// API field `shipping`.
    pub shipping: Option<Shipping>,
    /// API field `other`.
    pub other: Option<Other>,
    /// API field `untitled`.
    pub untitled: Option<Untitled>,
}

object! {
    CreateThing deny_unknown_fields { billing = "billing", shipping = "shipping", other =
    "other", untitled = "untitled" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the invoice goes.
    pub fn billing(mut self, billing: Billing) -> Self {
        self.billing = Some(billing);
        self
    }

    /// Where the parcel goes.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    /// API field `other`.
    pub fn other(mut self, other: Other) -> Self {
        self.other = Some(other);
        self
    }

    /// API field `untitled`.
    pub fn untitled(mut self, untitled: Untitled) -> Self {
        self.untitled = Some(untitled);
        self
    }
}

/// Where the invoice goes.
///
/// In the API field `billing`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Billing {
    /// The city of the invoice.
    ///
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Billing deny_unknown_fields { city = "city" }
}

impl Billing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// The city of the invoice.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// In the API field `other`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Other {
    /// API field `city`; at most 3 characters.
    pub city: Option<String>,
}

object! {
    Other deny_unknown_fields { city = "city" }
}

impl Other {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `city`; at most 3 characters.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// Where the parcel goes.
///
/// In the API field `shipping`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    /// The city of the parcel.
    ///
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Shipping deny_unknown_fields { city = "city" }
}

impl Shipping {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// The city of the parcel.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// In the API field `untitled`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Untitled {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Untitled deny_unknown_fields { city = "city" }
}

impl Untitled {
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
