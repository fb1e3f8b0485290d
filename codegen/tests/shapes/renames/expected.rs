// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod retrieve_thing;
pub mod thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    #[cfg(test)]
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

pub use retrieve_thing::RetrieveThing;
pub use thing::Item;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- thing.rs

//! [`Item`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Item {
    pub kind: Option<Size>,
    pub details: Option<Facts>,
    pub tax: Option<Levy>,
    pub width: Option<Height>,
}

object! {
    Item = "thing" {
        kind = "kind",
        details = "details",
        tax = "tax",
        width = "width",
    }
}

/// Value of the API field `details`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Facts {
    pub kind: Option<FactsKind>,
}

object! {
    Facts {
        kind = "kind",
    }
}

string_enum! {
    /// Values of the API field `kind`.
    FactsKind {
        Red = "red",
        Green = "green",
    }
}

/// Value of the API field `width`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Height {}

object! {
    Height {}
}

/// API schema `thing_tax`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Levy {
    pub source: Option<LevySource>,
}

object! {
    Levy {
        source = "source",
    }
}

string_enum! {
    /// Values of the API field `source`.
    LevySource {
        Ip = "ip",
        Manual = "manual",
    }
}

string_enum! {
    /// Values of the API field `kind`.
    Size {
        Small = "small",
        Large = "large",
    }
}
