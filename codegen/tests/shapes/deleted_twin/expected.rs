// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::model::object;
use crate::wire::{Method, Operation};

/// `GET /v1/things/{thing}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThing {
    /// API field `thing`.
    pub thing: String,
}

object! {
    RetrieveThing closed { thing }
}

impl Operation for RetrieveThing {
    type Output = crate::RetrievedThing;
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/v1/things/{thing}";
}

impl RetrieveThing {
    /// With what Stripe requires: `thing`.
    pub fn new(thing: impl Into<String>) -> Self {
        Self { thing: thing.into() }
    }
}

#[cfg(feature = "client")]
impl RetrieveThing {
    /// Sends the request with `client`, and waits for the answer.
    ///
    /// It is sent again where that can help: see
    /// [`max_retries`](crate::ClientBuilder::max_retries). Dropping the future stops everything.
    /// Needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// When a parameter of the path is not an id (nothing is sent then), when no answer comes, when
    /// it is not a success, and when it does not fit the type: see [`Error`](crate::Error).
    pub async fn send(
        &self,
        client: &crate::Client,
    ) -> Result<crate::Response<crate::RetrievedThing>, crate::Error> {
        client.send(self).await
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::model::{object, union};
use crate::types::Json;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `id`.
    pub id: String,
}

object! {
    Thing = "thing" { id }
}

/// Schema `deleted_thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedThing {
    /// API field `id`.
    pub id: String,
}

object! {
    DeletedThing = "thing" deleted { id }
}

/// A [`Thing`](crate::Thing), or what is left of a deleted one.
#[derive(Clone)]
#[non_exhaustive]
pub enum RetrievedThing {
    /// `thing`
    Thing(Thing),
    /// `thing`, deleted
    Deleted(DeletedThing),
    /// An object that this version of the crate does not list, kept as data.
    Unlisted(Json),
}

union! {
    RetrievedThing as "thing" { Thing = "thing", Deleted = "thing" deleted }
}
