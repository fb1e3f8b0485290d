// ---- intent.rs

//! [`Intent`], and the types that belong to it.

use crate::runtime::model::object;

/// Schema `intent` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Intent {
    /// API field `last_error`.
    pub last_error: Option<crate::shared::ApiError>,
}

object! {
    Intent = "intent" { last_error = "last_error" }
}

// ---- shared.rs

//! The types that several resources and operations share.

use crate::runtime::model::object;

/// Schema `api_error` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiError {
    /// API field `cause`.
    pub cause: Option<Box<ApiError>>,
    /// API field `intent`.
    pub intent: Option<Box<crate::Intent>>,
}

object! {
    ApiError { cause = "cause", intent = "intent" }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Expandable;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `error`.
    pub error: Option<crate::shared::ApiError>,
    /// API field `parent`.
    pub parent: Option<Expandable<Thing>>,
    /// API field `children`.
    pub children: Option<Vec<Thing>>,
}

object! {
    Thing { error = "error", parent = "parent", children = "children" }
}
