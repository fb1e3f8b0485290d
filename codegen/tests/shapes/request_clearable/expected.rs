// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Clearable, Timestamp};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// At most 150 characters.
    pub name: Option<Clearable<String>>,
    pub ends_at: Option<Clearable<Timestamp>>,
    pub tax_exempt: Option<Clearable<TaxExempt>>,
    pub tags: Option<Clearable<Vec<String>>>,
    pub address: Option<Clearable<Address>>,
}

object! {
    CreateThing deny_unknown_fields {
        name = "name",
        ends_at = "ends_at",
        tax_exempt = "tax_exempt",
        tags = "tags",
        address = "address",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// At most 150 characters. [`Clearable::Clear`] clears it.
    pub fn name(mut self, name: impl Into<Clearable<String>>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn ends_at(mut self, ends_at: impl Into<Clearable<Timestamp>>) -> Self {
        self.ends_at = Some(ends_at.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn tax_exempt(mut self, tax_exempt: impl Into<Clearable<TaxExempt>>) -> Self {
        self.tax_exempt = Some(tax_exempt.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn tags(mut self, tags: impl Into<Clearable<Vec<String>>>) -> Self {
        self.tags = Some(tags.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn address(mut self, address: impl Into<Clearable<Address>>) -> Self {
        self.address = Some(address.into());
        self
    }
}

/// Value of the API field `address`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Address {
    pub city: Option<String>,
}

object! {
    Address deny_unknown_fields {
        city = "city",
    }
}

impl Address {
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
    /// Values of the API field `tax_exempt`.
    TaxExempt {
        Exempt = "exempt",
        None = "none",
    }
}
