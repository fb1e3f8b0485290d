// ---- part.rs

//! [`Part`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `part`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Part {
    pub addresses: Option<Vec<crate::shared::PostalAddress>>,
}

object! {
    Part = "part" {
        addresses = "addresses",
    }
}

// ---- shared.rs

//! The types that several resources and operations share.

use crate::runtime::model::object;

/// API schema `postal_address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct PostalAddress {
    pub city: Option<String>,
}

object! {
    PostalAddress {
        city = "city",
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub tax: Option<Tax>,
    pub address: Option<crate::shared::PostalAddress>,
    pub part: Option<crate::Part>,
    pub lines: Option<Vec<Line>>,
}

object! {
    Thing = "thing" {
        tax = "tax",
        address = "address",
        part = "part",
        lines = "lines",
    }
}

/// API schema `thing_line`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Line {
    pub amount: Option<i64>,
}

object! {
    Line {
        amount = "amount",
    }
}

/// API schema `thing_tax_resource`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Tax {
    pub location: Option<TaxLocation>,
}

object! {
    Tax {
        location = "location",
    }
}

/// API schema `tax_location_resource`.
#[derive(Clone)]
#[non_exhaustive]
pub struct TaxLocation {
    pub country: Option<String>,
    pub source: Option<TaxLocationSource>,
}

object! {
    TaxLocation {
        country = "country",
        source = "source",
    }
}

string_enum! {
    /// Values of the API field `source`.
    TaxLocationSource {
        Ip = "ip",
        Manual = "manual",
    }
}
