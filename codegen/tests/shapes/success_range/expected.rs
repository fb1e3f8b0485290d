// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {}

object! {
    CreateThing deny_unknown_fields {}
}

operation! {
    CreateThing: Post "/v1/things" empty -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }
}

// ---- list_things.rs

//! [`ListThings`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;
use crate::runtime::wire::operation;

/// `GET /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct ListThings {}

object! {
    ListThings deny_unknown_fields {}
}

operation! {
    ListThings: Get "/v1/things" -> List<crate::Thing>
}

impl ListThings {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }
}

// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `GET /v1/things/{thing}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThing {
    /// API field `thing`.
    pub thing: String,
}

object! {
    RetrieveThing deny_unknown_fields { thing = "thing" }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::Thing
}

impl RetrieveThing {
    /// With what Stripe requires: `thing`.
    pub fn new(thing: impl Into<String>) -> Self {
        Self { thing: thing.into() }
    }
}
