// ---- intent.rs

//! [`Intent`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `intent`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Intent {
    pub last_error: Option<crate::shared::ApiError>,
}

object! {
    Intent = "intent" {
        last_error = "last_error",
    }
}

// ---- shared.rs

//! The types that several resources and operations share.

use crate::runtime::model::object;

/// API schema `api_error`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiError {
    pub cause: Option<Box<ApiError>>,
    pub intent: Option<Box<crate::Intent>>,
}

object! {
    ApiError {
        cause = "cause",
        intent = "intent",
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Expandable;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub error: Option<crate::shared::ApiError>,
    pub parent: Option<Expandable<Thing>>,
    pub children: Option<Vec<Thing>>,
}

object! {
    Thing {
        error = "error",
        parent = "parent",
        children = "children",
    }
}
