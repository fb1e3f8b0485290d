// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub names: Option<Vec<String>>,
    pub statuses: Option<Vec<Status>>,
    pub addresses: Option<Vec<Address>>,
    pub table: Option<Vec<Vec<f64>>>,
}

object! {
    Thing {
        names = "names",
        statuses = "statuses",
        addresses = "addresses",
        table = "table",
    }
}

/// Value of the API field `addresses`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Address {
    pub city: Option<String>,
}

object! {
    Address {
        city = "city",
    }
}

string_enum! {
    /// Values of the API field `statuses`.
    Status {
        Up = "up",
        Down = "down",
    }
}
