// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `status`.
    pub status: Option<Status>,
    /// API field `awkward`.
    pub awkward: Option<Awkward>,
    /// API field `nullable`.
    pub nullable: Option<Nullable>,
}

object! {
    Thing { status = "status", awkward = "awkward", nullable = "nullable" }
}

/// The values of the API field `awkward`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Awkward {
    /// `3d_secure`
    _3dSecure,
    /// `2.1.0`
    _2_1_0,
    /// `fr-CA`
    FrCa,
    /// `image/png`
    ImagePng,
    /// `type`
    Type,
    /// `self`
    Self_,
    /// `#1 a+b`
    _1AB,
    /// `1:2`
    _1_2,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Awkward { _3dSecure = "3d_secure", _2_1_0 = "2.1.0", FrCa = "fr-CA", ImagePng =
    "image/png", Type = "type", Self_ = "self", _1AB = "#1 a+b", _1_2 = "1:2" }
}

/// The values of the API field `nullable`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Nullable {
    /// `yes`
    Yes,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Nullable { Yes = "yes" }
}

/// The values of the API field `status`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Status {
    /// `active`
    Active,
    /// `past_due`
    PastDue,
    /// `ACTIVE_SOON`
    ActiveSoon,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Status { Active = "active", PastDue = "past_due", ActiveSoon = "ACTIVE_SOON" }
}
