// ---- create_gadget.rs

//! [`CreateGadget`], and the types that belong to it.

use crate::generated::parts::choice::choice;
use crate::runtime::model::{object, string_enum};
use crate::runtime::types::Timestamp;
use crate::runtime::wire::operation;

/// `POST /v1/gadgets`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateGadget::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateGadget {
    /// What is said of it makes no difference.
    pub shipping: Option<Shipping>,
    pub until: Option<Until>,
}

object! {
    CreateGadget deny_unknown_fields {
        shipping = "shipping",
        until = "until",
    }
}

operation! {
    CreateGadget: Post "/v1/gadgets" -> crate::Thing
}

impl CreateGadget {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is said of it makes no difference.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    pub fn until(mut self, until: impl Into<Until>) -> Self {
        self.until = Some(until.into());
        self
    }
}

/// What is said of it makes no difference.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    pub address: Option<ShippingAddress>,
    pub speed: ShippingSpeed,
}

object! {
    Shipping deny_unknown_fields {
        address = "address",
        speed = "speed",
    }
}

impl Shipping {
    /// Creates the parameters from the required fields.
    pub fn new(speed: ShippingSpeed) -> Self {
        Self { address: None, speed }
    }

    pub fn address(mut self, address: ShippingAddress) -> Self {
        self.address = Some(address);
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
    /// Values of the API field `speed`.
    ShippingSpeed {
        Express = "express",
        Standard = "standard",
    }
}

/// Value of the API field `until`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Until {
    /// `now`
    Now,
    /// Any value of this type.
    Timestamp(Timestamp),
}

choice! {
    Until {
        Now = "now",
        Timestamp(Timestamp),
    }
}

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
    pub shipping: Option<Shipping>,
    pub until: Option<Until>,
    pub owner: Option<Owner>,
}

object! {
    CreateThing deny_unknown_fields {
        shipping = "shipping",
        until = "until",
        owner = "owner",
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

    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    pub fn until(mut self, until: impl Into<Until>) -> Self {
        self.until = Some(until.into());
        self
    }

    pub fn owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// Value of the API field `owner`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Owner {
    pub name: Option<String>,
}

object! {
    Owner deny_unknown_fields {
        name = "name",
    }
}

impl Owner {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// Value of the API field `shipping`; the same type as
/// [`create_gadget::Shipping`](crate::create_gadget::Shipping).
pub type Shipping = crate::create_gadget::Shipping;

/// Value of the API field `address`; the same type as
/// [`create_gadget::ShippingAddress`](crate::create_gadget::ShippingAddress).
pub type ShippingAddress = crate::create_gadget::ShippingAddress;

/// Values of the API field `speed`; the same type as
/// [`create_gadget::ShippingSpeed`](crate::create_gadget::ShippingSpeed).
pub type ShippingSpeed = crate::create_gadget::ShippingSpeed;

/// Value of the API field `until`; the same type as
/// [`create_gadget::Until`](crate::create_gadget::Until).
pub type Until = crate::create_gadget::Until;

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod create_gadget;
pub mod create_thing;
pub mod thing;
pub mod update_thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    pub(crate) mod choice;
    #[cfg(test)]
    pub(crate) mod copies;
    #[cfg(test)]
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    #[cfg(test)]
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    #[cfg(test)]
    pub(crate) mod union;
    #[cfg(test)]
    pub(crate) mod whole_page;
}

pub use create_gadget::CreateGadget;
pub use create_thing::CreateThing;
pub use thing::Thing;
pub use update_thing::UpdateThing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub id: Id<Thing>,
}

object! {
    Thing = "thing" {
        id = "id",
    }
}

// ---- update_thing.rs

//! [`UpdateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `POST /v1/things/{thing}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str) -> Result<(), Error> {
/// let response = UpdateThing::new(thing)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct UpdateThing {
    pub thing: Id<crate::Thing>,
    pub shipping: Option<Shipping>,
    pub owner: Option<Owner>,
}

object! {
    UpdateThing deny_unknown_fields {
        thing = "thing",
        shipping = "shipping",
        owner = "owner",
    }
}

operation! {
    UpdateThing: Post "/v1/things/{thing}" -> crate::Thing
}

impl UpdateThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            shipping: None,
            owner: None,
        }
    }

    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    pub fn owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

impl crate::Thing {
    /// Returns the request [`UpdateThing`](crate::UpdateThing) with the ID of the object.
    pub fn update(&self) -> UpdateThing {
        UpdateThing::new(&self.id)
    }
}

/// Value of the API field `owner`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Owner {
    pub name: Option<String>,
    pub title: Option<String>,
}

object! {
    Owner deny_unknown_fields {
        name = "name",
        title = "title",
    }
}

impl Owner {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// Value of the API field `shipping`; the same type as
/// [`create_gadget::Shipping`](crate::create_gadget::Shipping).
pub type Shipping = crate::create_gadget::Shipping;

/// Value of the API field `address`; the same type as
/// [`create_gadget::ShippingAddress`](crate::create_gadget::ShippingAddress).
pub type ShippingAddress = crate::create_gadget::ShippingAddress;

/// Values of the API field `speed`; the same type as
/// [`create_gadget::ShippingSpeed`](crate::create_gadget::ShippingSpeed).
pub type ShippingSpeed = crate::create_gadget::ShippingSpeed;
