// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
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
    /// Where the invoice goes.
    pub billing: Option<Billing>,
    /// Where the parcel goes.
    pub shipping: Option<Shipping>,
    pub other: Option<Other>,
    pub untitled: Option<Untitled>,
}

object! {
    CreateThing deny_unknown_fields {
        billing = "billing",
        shipping = "shipping",
        other = "other",
        untitled = "untitled",
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

    pub fn other(mut self, other: Other) -> Self {
        self.other = Some(other);
        self
    }

    pub fn untitled(mut self, untitled: Untitled) -> Self {
        self.untitled = Some(untitled);
        self
    }
}

/// Where the invoice goes.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Billing {
    /// The city of the invoice.
    pub city: Option<String>,
}

object! {
    Billing deny_unknown_fields {
        city = "city",
    }
}

impl Billing {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The city of the invoice.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// Value of the API field `other`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Other {
    /// At most 3 characters.
    pub city: Option<String>,
}

object! {
    Other deny_unknown_fields {
        city = "city",
    }
}

impl Other {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// At most 3 characters.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// Where the parcel goes.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    /// The city of the parcel.
    pub city: Option<String>,
}

object! {
    Shipping deny_unknown_fields {
        city = "city",
    }
}

impl Shipping {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// The city of the parcel.
    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}

/// Value of the API field `untitled`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Untitled {
    pub city: Option<String>,
}

object! {
    Untitled deny_unknown_fields {
        city = "city",
    }
}

impl Untitled {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn city(mut self, city: impl Into<String>) -> Self {
        self.city = Some(city.into());
        self
    }
}
