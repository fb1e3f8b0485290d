// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `GET /v1/things/{thing}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str) -> Result<(), Error> {
/// let response = RetrieveThing::new(thing)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThing {
    pub thing: Id<crate::Thing>,
}

object! {
    RetrieveThing deny_unknown_fields {
        thing = "thing",
    }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::RetrievedThing
}

impl RetrieveThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self { thing: thing.into() }
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::{Id, Json};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub id: Id<Thing>,
}

object! {
    Thing = "thing" {
        id = "id",
    }
}

/// API schema `deleted_thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedThing {
    pub id: Id<Thing>,
}

object! {
    DeletedThing = "thing" deleted {
        id = "id",
    }
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
    RetrievedThing as "thing" {
        Thing = "thing",
        Deleted = "thing" deleted,
    }
}
