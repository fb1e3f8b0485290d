// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Json;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `anything`.
    pub anything: Option<Json>,
    /// API field `anything_else`.
    pub anything_else: Option<Json>,
    /// API field `nothing`.
    pub nothing: Option<Nothing>,
}

object! {
    Thing { anything = "anything", anything_else = "anything_else", nothing = "nothing" }
}

/// In the API field `nothing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Nothing {}

object! {
    Nothing {}
}
