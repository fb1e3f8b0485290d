// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
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
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }
}

// ---- delete_thing.rs

//! [`DeleteThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `DELETE /v1/things/{thing}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str) -> Result<(), Error> {
/// let response = DeleteThing::new(thing)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct DeleteThing {
    pub thing: String,
}

object! {
    DeleteThing deny_unknown_fields {
        thing = "thing",
    }
}

operation! {
    DeleteThing: Delete "/v1/things/{thing}" -> crate::Thing
}

impl DeleteThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<String>) -> Self {
        Self { thing: thing.into() }
    }
}

// ---- list_things.rs

//! [`ListThings`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;
use crate::runtime::wire::operation;

/// `GET /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = ListThings::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
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
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }
}

// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
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
    pub thing: String,
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
    pub fn new(thing: impl Into<String>) -> Self {
        Self { thing: thing.into() }
    }
}
