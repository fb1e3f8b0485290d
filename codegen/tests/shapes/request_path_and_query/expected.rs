// ---- delete_thing_part.rs

//! [`DeleteThingPart`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `DELETE /v1/things/{thing}/parts/{id}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct DeleteThingPart {
    /// API field `thing`.
    pub thing: String,
    /// API field `id`.
    pub id: Id<crate::Thing>,
}

object! {
    DeleteThingPart deny_unknown_fields { thing = "thing", id = "id" }
}

operation! {
    DeleteThingPart: Delete "/v1/things/{thing}/parts/{id}" -> crate::Thing
}

impl DeleteThingPart {
    /// With what Stripe requires: `thing`, `id`.
    pub fn new(thing: impl Into<String>, id: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
        }
    }
}

// ---- retrieve_thing_part.rs

//! [`RetrieveThingPart`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::{Expansion, Id, Timestamp};
use crate::runtime::wire::operation;

/// `GET /v1/things/{thing}/parts/{id}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThingPart {
    /// Whose part.
    ///
    /// API field `thing`.
    pub thing: String,
    /// API field `id`; at most 5000 characters.
    pub id: Id<crate::Thing>,
    /// API field `expand`.
    pub expand: Option<Vec<Expansion<crate::Thing>>>,
    /// API field `created`.
    pub created: Option<Created>,
}

object! {
    RetrieveThingPart deny_unknown_fields { thing = "thing", id = "id", expand =
    "expand", created = "created" }
}

operation! {
    RetrieveThingPart: Get "/v1/things/{thing}/parts/{id}" -> crate::Thing
}

impl RetrieveThingPart {
    /// With what Stripe requires: `thing`, `id`.
    pub fn new(thing: impl Into<String>, id: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
            expand: None,
            created: None,
        }
    }

    /// API field `expand`.
    ///
    /// May be called several times.
    pub fn expand(mut self, path: impl Into<Expansion<crate::Thing>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }

    /// API field `created`.
    pub fn created(mut self, created: Created) -> Self {
        self.created = Some(created);
        self
    }
}

/// In the API field `created`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Created {
    /// API field `gt`.
    pub gt: Option<Timestamp>,
}

object! {
    Created deny_unknown_fields { gt = "gt" }
}

impl Created {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `gt`.
    pub fn gt(mut self, gt: impl Into<Timestamp>) -> Self {
        self.gt = Some(gt.into());
        self
    }
}
