// ---- create_gadget.rs

//! [`CreateGadget`], and the types that belong to it.

use crate::runtime::model::{choice, object, string_enum};
use crate::runtime::types::Timestamp;
use crate::runtime::wire::operation;

/// `POST /v1/gadgets`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateGadget {
    /// What is said of it makes no difference.
    ///
    /// API field `shipping`.
    pub shipping: Option<Shipping>,
    /// API field `until`.
    pub until: Option<Until>,
}

object! {
    CreateGadget deny_unknown_fields { shipping = "shipping", until = "until" }
}

operation! {
    CreateGadget: Post "/v1/gadgets" -> crate::Thing
}

impl CreateGadget {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is said of it makes no difference.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    /// API field `until`.
    pub fn until(mut self, until: impl Into<Until>) -> Self {
        self.until = Some(until.into());
        self
    }
}

/// What is said of it makes no difference.
///
/// In the API field `shipping`.
#[derive(Clone)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Shipping {
    /// API field `address`.
    pub address: Option<ShippingAddress>,
    /// API field `speed`.
    pub speed: ShippingSpeed,
}

object! {
    Shipping deny_unknown_fields { address = "address", speed = "speed" }
}

impl Shipping {
    /// With what Stripe requires: `speed`.
    pub fn new(speed: ShippingSpeed) -> Self {
        Self {
            address: None,
            speed,
        }
    }

    /// API field `address`.
    pub fn address(mut self, address: ShippingAddress) -> Self {
        self.address = Some(address);
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

/// The values of the API field `speed`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ShippingSpeed {
    /// `express`
    Express,
    /// `standard`
    Standard,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    ShippingSpeed { Express = "express", Standard = "standard" }
}

/// In the API field `until`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Until {
    /// `now`
    Now,
    /// Any value of this type.
    Timestamp(Timestamp),
}

choice! {
    Until { Now = "now", Timestamp(Timestamp) }
}

// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `shipping`.
    pub shipping: Option<Shipping>,
    /// API field `until`.
    pub until: Option<Until>,
    /// API field `owner`.
    pub owner: Option<Owner>,
}

object! {
    CreateThing deny_unknown_fields { shipping = "shipping", until = "until", owner =
    "owner" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `shipping`.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    /// API field `until`.
    pub fn until(mut self, until: impl Into<Until>) -> Self {
        self.until = Some(until.into());
        self
    }

    /// API field `owner`.
    pub fn owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// In the API field `owner`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Owner {
    /// API field `name`.
    pub name: Option<String>,
}

object! {
    Owner deny_unknown_fields { name = "name" }
}

impl Owner {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `name`.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// In the API field `shipping`; the same type as
/// [`create_gadget::Shipping`](crate::create_gadget::Shipping).
pub type Shipping = crate::create_gadget::Shipping;

/// In the API field `address`; the same type as
/// [`create_gadget::ShippingAddress`](crate::create_gadget::ShippingAddress).
pub type ShippingAddress = crate::create_gadget::ShippingAddress;

/// The values of the API field `speed`; the same type as
/// [`create_gadget::ShippingSpeed`](crate::create_gadget::ShippingSpeed).
pub type ShippingSpeed = crate::create_gadget::ShippingSpeed;

/// In the API field `until`; the same type as
/// [`create_gadget::Until`](crate::create_gadget::Until).
pub type Until = crate::create_gadget::Until;

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.

pub mod create_gadget;
pub mod create_thing;
pub mod thing;
pub mod update_thing;

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

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `id`.
    pub id: Id<Thing>,
}

object! {
    Thing = "thing" { id = "id" }
}

// ---- update_thing.rs

//! [`UpdateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `POST /v1/things/{thing}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct UpdateThing {
    /// API field `thing`.
    pub thing: Id<crate::Thing>,
    /// API field `shipping`.
    pub shipping: Option<Shipping>,
    /// API field `owner`.
    pub owner: Option<Owner>,
}

object! {
    UpdateThing deny_unknown_fields { thing = "thing", shipping = "shipping", owner =
    "owner" }
}

operation! {
    UpdateThing: Post "/v1/things/{thing}" -> crate::Thing
}

impl UpdateThing {
    /// With what Stripe requires: `thing`.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            shipping: None,
            owner: None,
        }
    }

    /// API field `shipping`.
    pub fn shipping(mut self, shipping: Shipping) -> Self {
        self.shipping = Some(shipping);
        self
    }

    /// API field `owner`.
    pub fn owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// In the API field `owner`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Owner {
    /// API field `name`.
    pub name: Option<String>,
    /// API field `title`.
    pub title: Option<String>,
}

object! {
    Owner deny_unknown_fields { name = "name", title = "title" }
}

impl Owner {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `name`.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// API field `title`.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// In the API field `shipping`; the same type as
/// [`create_gadget::Shipping`](crate::create_gadget::Shipping).
pub type Shipping = crate::create_gadget::Shipping;

/// In the API field `address`; the same type as
/// [`create_gadget::ShippingAddress`](crate::create_gadget::ShippingAddress).
pub type ShippingAddress = crate::create_gadget::ShippingAddress;

/// The values of the API field `speed`; the same type as
/// [`create_gadget::ShippingSpeed`](crate::create_gadget::ShippingSpeed).
pub type ShippingSpeed = crate::create_gadget::ShippingSpeed;
