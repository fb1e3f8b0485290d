// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Json;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub anything: Option<Json>,
    pub anything_else: Option<Json>,
    pub nothing: Option<Nothing>,
}

object! {
    Thing {
        anything = "anything",
        anything_else = "anything_else",
        nothing = "nothing",
    }
}

/// Value of the API field `nothing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Nothing {}

object! {
    Nothing {}
}
