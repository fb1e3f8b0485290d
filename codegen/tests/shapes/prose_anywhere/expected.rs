// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// Retrieves a thing.
///
/// A thing has parts.
///
/// `GET /v1/things/{thing}`. See <https://example.com/things>.
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
    /// The ID of the thing.
    pub thing: Id<crate::Thing>,
}

object! {
    RetrieveThing deny_unknown_fields {
        thing = "thing",
    }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::Thing
}

impl RetrieveThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self { thing: thing.into() }
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub id: Id<Thing>,
    /// The first part.
    pub first: Option<First>,
    /// A part of a thing.
    pub second: Option<First>,
    pub parts: Option<Vec<First>>,
    /// Either part.
    pub either: Option<First>,
}

object! {
    Thing = "thing" {
        id = "id",
        first = "first",
        second = "second",
        parts = "parts",
        either = "either",
    }
}

/// A part of a thing.
///
/// API schema `part`. See <https://example.com/parts>.
#[derive(Clone)]
#[non_exhaustive]
pub struct First {
    pub size: Option<i64>,
}

object! {
    First {
        size = "size",
    }
}
