// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where somebody lives.
    pub plain: Plain,
    /// Where somebody lives.
    pub nullable: Option<Plain>,
}

object! {
    Thing {
        plain = "plain",
        nullable = "nullable",
    }
}

/// Where somebody lives.
///
/// API schema `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Plain {
    pub city: Option<String>,
}

object! {
    Plain {
        city = "city",
    }
}
