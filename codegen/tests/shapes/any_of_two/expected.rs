// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::AnyOf;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub options: Option<AnyOf<Options, OptionsClient>>,
}

object! {
    Thing {
        options = "options",
    }
}

/// API schema `thing_options`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    pub limit: Option<i64>,
}

object! {
    Options {
        limit = "limit",
    }
}

/// API schema `thing_options_client`.
#[derive(Clone)]
#[non_exhaustive]
pub struct OptionsClient {
    pub hint: Option<String>,
}

object! {
    OptionsClient {
        hint = "hint",
    }
}
