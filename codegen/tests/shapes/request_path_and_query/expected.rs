// ---- delete_thing_part.rs

//! [`DeleteThingPart`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `DELETE /v1/things/{thing}/parts/{id}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str, id: &str) -> Result<(), Error> {
/// let response = DeleteThingPart::new(thing, id)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct DeleteThingPart {
    pub thing: String,
    pub id: Id<crate::Thing>,
}

object! {
    DeleteThingPart deny_unknown_fields {
        thing = "thing",
        id = "id",
    }
}

operation! {
    DeleteThingPart: Delete "/v1/things/{thing}/parts/{id}" -> crate::Thing
}

impl DeleteThingPart {
    /// Creates the request from the required fields.
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
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str, id: &str) -> Result<(), Error> {
/// let response = RetrieveThingPart::new(thing, id)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThingPart {
    /// Whose part.
    pub thing: String,
    pub id: Id<crate::Thing>,
    pub expand: Option<Vec<Expansion<crate::Thing>>>,
    pub created: Option<Created>,
}

object! {
    RetrieveThingPart deny_unknown_fields {
        thing = "thing",
        id = "id",
        expand = "expand",
        created = "created",
    }
}

operation! {
    RetrieveThingPart: Get "/v1/things/{thing}/parts/{id}" -> crate::Thing
}

impl RetrieveThingPart {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<String>, id: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
            expand: None,
            created: None,
        }
    }

    /// Each call adds one path.
    pub fn expand(mut self, path: impl Into<Expansion<crate::Thing>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }

    pub fn created(mut self, created: Created) -> Self {
        self.created = Some(created);
        self
    }
}

/// Value of the API field `created`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Created {
    pub gt: Option<Timestamp>,
}

object! {
    Created deny_unknown_fields {
        gt = "gt",
    }
}

impl Created {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn gt(mut self, gt: impl Into<Timestamp>) -> Self {
        self.gt = Some(gt.into());
        self
    }
}
