// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `GET /v1/things/{thing}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThing {
    /// API field `thing`.
    pub thing: Id<crate::Thing>,
}

object! {
    RetrieveThing deny_unknown_fields { thing = "thing" }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::RetrievedThing
}

impl RetrieveThing {
    /// With what Stripe requires: `thing`.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self { thing: thing.into() }
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::{object, union};
use crate::runtime::types::{Id, Json};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `id`.
    pub id: Id<Thing>,
}

object! {
    Thing = "thing" { id = "id" }
}

/// Schema `deleted_thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedThing {
    /// API field `id`.
    pub id: Id<Thing>,
}

object! {
    DeletedThing = "thing" deleted { id = "id" }
}

/// A [`Thing`](crate::Thing), or its deleted counterpart.
#[derive(Clone)]
#[non_exhaustive]
pub enum RetrievedThing {
    /// `thing`
    Thing(Thing),
    /// `thing`, deleted
    Deleted(DeletedThing),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    RetrievedThing as "thing" { Thing = "thing", Deleted = "thing" deleted }
}
