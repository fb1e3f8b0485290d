// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Clearable, Timestamp};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `name`; at most 150 characters.
    pub name: Option<Clearable<String>>,
    /// API field `ends_at`.
    pub ends_at: Option<Clearable<Timestamp>>,
    /// API field `tax_exempt`.
    pub tax_exempt: Option<Clearable<TaxExempt>>,
    /// API field `tags`.
    pub tags: Option<Clearable<Vec<String>>>,
    /// API field `address`.
    pub address: Option<Clearable<Address>>,
}

object! {
    CreateThing deny_unknown_fields { name = "name", ends_at = "ends_at", tax_exempt =
    "tax_exempt", tags = "tags", address = "address" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `name`; at most 150 characters.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn name(mut self, name: impl Into<Clearable<String>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// API field `ends_at`.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn ends_at(mut self, ends_at: impl Into<Clearable<Timestamp>>) -> Self {
        self.ends_at = Some(ends_at.into());
        self
    }

    /// API field `tax_exempt`.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn tax_exempt(mut self, tax_exempt: impl Into<Clearable<TaxExempt>>) -> Self {
        self.tax_exempt = Some(tax_exempt.into());
        self
    }

    /// API field `tags`.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn tags(mut self, tags: impl Into<Clearable<Vec<String>>>) -> Self {
        self.tags = Some(tags.into());
        self
    }

    /// API field `address`.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn address(mut self, address: impl Into<Clearable<Address>>) -> Self {
        self.address = Some(address.into());
        self
    }
}

/// In the API field `address`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Address {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Address deny_unknown_fields { city = "city" }
}

impl Address {
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

/// The values of the API field `tax_exempt`.
#[derive(Clone)]
#[non_exhaustive]
pub enum TaxExempt {
    /// `exempt`
    Exempt,
    /// `none`
    None,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    TaxExempt { Exempt = "exempt", None = "none" }
}
