// ---- part.rs

//! [`Part`], and the types that belong to it.

use crate::runtime::model::object;

/// Schema `part` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Part {
    /// API field `addresses`.
    pub addresses: Option<Vec<crate::shared::PostalAddress>>,
}

object! {
    Part = "part" { addresses = "addresses" }
}

// ---- shared.rs

//! The types that several resources and operations share.

use crate::runtime::model::object;

/// Schema `postal_address` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct PostalAddress {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    PostalAddress { city = "city" }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `tax`.
    pub tax: Option<Tax>,
    /// API field `address`.
    pub address: Option<crate::shared::PostalAddress>,
    /// API field `part`.
    pub part: Option<crate::Part>,
    /// API field `lines`.
    pub lines: Option<Vec<Line>>,
}

object! {
    Thing = "thing" { tax = "tax", address = "address", part = "part", lines = "lines" }
}

/// Schema `thing_line` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Line {
    /// API field `amount`.
    pub amount: Option<i64>,
}

object! {
    Line { amount = "amount" }
}

/// Schema `thing_tax_resource` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Tax {
    /// API field `location`.
    pub location: Option<TaxLocation>,
}

object! {
    Tax { location = "location" }
}

/// Schema `tax_location_resource` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct TaxLocation {
    /// API field `country`.
    pub country: Option<String>,
    /// API field `source`.
    pub source: Option<TaxLocationSource>,
}

object! {
    TaxLocation { country = "country", source = "source" }
}

/// The values of the API field `source`.
#[derive(Clone)]
#[non_exhaustive]
pub enum TaxLocationSource {
    /// `ip`
    Ip,
    /// `manual`
    Manual,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    TaxLocationSource { Ip = "ip", Manual = "manual" }
}
