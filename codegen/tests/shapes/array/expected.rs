// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `names`.
    pub names: Option<Vec<String>>,
    /// API field `statuses`; at most 3 elements.
    pub statuses: Option<Vec<Status>>,
    /// API field `addresses`.
    pub addresses: Option<Vec<Address>>,
    /// API field `table`.
    pub table: Option<Vec<Vec<f64>>>,
}

object! {
    Thing { names = "names", statuses = "statuses", addresses = "addresses", table =
    "table" }
}

/// In the API field `addresses`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Address {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Address { city = "city" }
}

/// The values of the API field `statuses`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Status {
    /// `up`
    Up,
    /// `down`
    Down,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Status { Up = "up", Down = "down" }
}
