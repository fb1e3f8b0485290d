// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::AnyOf;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `options`.
    pub options: Option<AnyOf<Options, OptionsClient>>,
}

object! {
    Thing { options = "options" }
}

/// Schema `thing_options` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// API field `limit`.
    pub limit: Option<i64>,
}

object! {
    Options { limit = "limit" }
}

/// Schema `thing_options_client` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct OptionsClient {
    /// API field `hint`.
    pub hint: Option<String>,
}

object! {
    OptionsClient { hint = "hint" }
}
