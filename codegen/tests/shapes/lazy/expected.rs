// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::{Json, Lazy};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub error: Option<Error>,
}

object! {
    Thing {
        error = "error",
    }
}

/// API schema `api_error`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Error {
    pub details: Option<Lazy<ErrorDetails>>,
    pub code: Option<String>,
    pub request: Option<Lazy<ErrorRequest>>,
    pub origin: ErrorOrigin,
    pub card: Option<Lazy<crate::Card>>,
    pub source: Option<Lazy<ErrorSource>>,
}

object! {
    Error {
        details = "details",
        code = "code",
        request = "request",
        origin = "origin",
        card = "card",
        source = "source",
    }
}

/// Value of the API field `details`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ErrorDetails {
    pub card: Option<Lazy<crate::Card>>,
}

object! {
    ErrorDetails {
        card = "card",
    }
}

/// API schema `origin`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ErrorOrigin {
    pub url: Option<String>,
}

object! {
    ErrorOrigin {
        url = "url",
    }
}

/// API schema `request`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ErrorRequest {
    pub id: Option<String>,
}

object! {
    ErrorRequest {
        id = "id",
    }
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum ErrorSource {
    /// `bank`
    Bank(Box<crate::Bank>),
    /// `card`
    Card(Box<crate::Card>),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    ErrorSource {
        Bank = "bank",
        Card = "card",
    }
}

expandable! {
    ErrorSource of [
        crate::Bank,
        crate::Card,
    ] {}
}
