// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub status: Option<Status>,
    pub awkward: Option<Awkward>,
    pub nullable: Option<Nullable>,
}

object! {
    Thing {
        status = "status",
        awkward = "awkward",
        nullable = "nullable",
    }
}

string_enum! {
    /// Values of the API field `awkward`.
    Awkward {
        _3dSecure = "3d_secure",
        _2_1_0 = "2.1.0",
        FrCa = "fr-CA",
        ImagePng = "image/png",
        Type = "type",
        Self_ = "self",
        _1AB = "#1 a+b",
        _1_2 = "1:2",
    }
}

string_enum! {
    /// Values of the API field `nullable`.
    Nullable {
        Yes = "yes",
    }
}

string_enum! {
    /// Values of the API field `status`.
    Status {
        Active = "active",
        PastDue = "past_due",
        ActiveSoon = "ACTIVE_SOON",
    }
}
