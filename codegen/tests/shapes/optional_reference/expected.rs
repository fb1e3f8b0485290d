// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where somebody lives.
    ///
    /// API field `plain`.
    pub plain: Plain,
    /// Where somebody lives.
    ///
    /// API field `nullable`.
    pub nullable: Option<Plain>,
}

object! {
    Thing { plain = "plain", nullable = "nullable" }
}

/// Where somebody lives.
///
/// Schema `address` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Plain {
    /// API field `city`.
    pub city: Option<String>,
}

object! {
    Plain { city = "city" }
}
