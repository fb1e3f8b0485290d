// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::expand::expandable;
use crate::runtime::model::{object, union};
use crate::runtime::types::{Json, Lazy};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `error`.
    pub error: Option<Error>,
}

object! {
    Thing { error = "error" }
}

/// Schema `api_error` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Error {
    /// API field `details`.
    pub details: Option<ErrorDetails>,
    /// API field `code`.
    pub code: Option<String>,
    /// API field `card`.
    pub card: Option<Lazy<crate::Card>>,
    /// API field `source`.
    pub source: Option<Lazy<ErrorSource>>,
}

object! {
    Error { details = "details", code = "code", card = "card", source = "source" }
}

/// In the API field `details`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ErrorDetails {
    /// API field `card`.
    pub card: Option<Lazy<crate::Card>>,
}

object! {
    ErrorDetails { card = "card" }
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ErrorSource {
    /// `bank`
    Bank(crate::Bank),
    /// `card`
    Card(crate::Card),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    ErrorSource { Bank = "bank", Card = "card" }
}

expandable! {
    ErrorSource of [crate::Bank, crate::Card] {}
}
