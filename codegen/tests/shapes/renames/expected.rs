// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.

pub mod retrieve_thing;
pub mod thing;

pub use retrieve_thing::RetrieveThing;
pub use thing::Item;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- thing.rs

//! [`Item`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Item {
    /// API field `kind`.
    pub kind: Option<Size>,
    /// API field `details`.
    pub details: Option<Facts>,
    /// API field `tax`.
    pub tax: Option<Levy>,
}

object! {
    Item = "thing" { kind = "kind", details = "details", tax = "tax" }
}

/// In the API field `details`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Facts {
    /// API field `kind`.
    pub kind: Option<FactsKind>,
}

object! {
    Facts { kind = "kind" }
}

/// The values of the API field `kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum FactsKind {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    FactsKind { Red = "red", Green = "green" }
}

/// Schema `thing_tax` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Levy {
    /// API field `source`.
    pub source: Option<LevySource>,
}

object! {
    Levy { source = "source" }
}

/// The values of the API field `source`.
#[derive(Clone)]
#[non_exhaustive]
pub enum LevySource {
    /// `ip`
    Ip,
    /// `manual`
    Manual,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    LevySource { Ip = "ip", Manual = "manual" }
}

/// The values of the API field `kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Size {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Size { Small = "small", Large = "large" }
}
