// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::generated::parts::choice::choice;
use crate::runtime::model::object;
use crate::runtime::types::{Clearable, Metadata};
use crate::runtime::wire::operation;

/// `POST /v1/things`; Sent as `application/x-www-form-urlencoded`; the API accepts
/// `application/json` too.
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
pub struct CreateThing {
    pub metadata: Option<Metadata>,
    pub source: Option<Source>,
    pub amount: Option<Amount>,
    pub clearable: Option<Clearable<Metadata>>,
}

object! {
    CreateThing deny_unknown_fields {
        metadata = "metadata",
        source = "source",
        amount = "amount",
        clearable = "clearable",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    pub fn source(mut self, source: impl Into<Source>) -> Self {
        self.source = Some(source.into());
        self
    }

    pub fn amount(mut self, amount: impl Into<Amount>) -> Self {
        self.amount = Some(amount.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn clearable(mut self, clearable: impl Into<Clearable<Metadata>>) -> Self {
        self.clearable = Some(clearable.into());
        self
    }
}

/// Value of the API field `amount`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Amount {
    /// Any value of this type.
    IntegerValue(i64),
    /// `integer`
    Integer,
    /// ``
    Empty,
}

choice! {
    Amount {
        IntegerValue(i64),
        Integer = "integer",
        Empty = "",
    }
}

/// Value of the API field `source`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Source {
    /// Any value of this type.
    Map(Metadata),
    /// Any value of this type.
    Text(String),
}

choice! {
    Source {
        Map(Metadata),
        Text(String),
    }
}

// ---- create_v2thing.rs

//! [`CreateV2Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Json;
use crate::runtime::wire::operation;

/// `POST /v2/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateV2Thing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateV2Thing {
    pub konbini: Option<Json>,
    pub list: Option<Vec<Json>>,
}

object! {
    CreateV2Thing deny_unknown_fields {
        konbini = "konbini",
        list = "list",
    }
}

operation! {
    CreateV2Thing: Post "/v2/things" json -> crate::Thing
}

impl CreateV2Thing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn konbini(mut self, konbini: Json) -> Self {
        self.konbini = Some(konbini);
        self
    }

    pub fn list(mut self, list: impl IntoIterator<Item = Json>) -> Self {
        self.list = Some(list.into_iter().collect());
        self
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
    pub note: Option<String>,
    pub limit: Option<String>,
}

object! {
    DeleteThing deny_unknown_fields {
        thing = "thing",
        note = "note",
        limit = "limit",
    }
}

operation! {
    DeleteThing: Delete "/v1/things/{thing}" @ "https://api.stripe.com" -> crate::Thing
}

impl DeleteThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            note: None,
            limit: None,
        }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    pub fn limit(mut self, limit: impl Into<String>) -> Self {
        self.limit = Some(limit.into());
        self
    }
}

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod create_thing;
pub mod create_v2thing;
pub mod delete_thing;
pub mod retrieve_thing;
pub mod retrieve_things;
pub mod thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    pub(crate) mod choice;
    #[cfg(test)]
    pub(crate) mod copies;
    #[cfg(test)]
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    #[cfg(test)]
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    #[cfg(test)]
    pub(crate) mod union;
    #[cfg(test)]
    pub(crate) mod whole_page;
}

pub use create_thing::CreateThing;
pub use create_v2thing::CreateV2Thing;
pub use delete_thing::DeleteThing;
pub use retrieve_thing::RetrieveThing;
pub use retrieve_things::RetrieveThings;
pub use thing::Thing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

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
    pub limit: Option<i64>,
    pub note: Option<String>,
}

object! {
    RetrieveThing deny_unknown_fields {
        thing = "thing",
        limit = "limit",
        note = "note",
    }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" @ "https://files.stripe.com" -> crate::Thing
}

impl RetrieveThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            limit: None,
            note: None,
        }
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

// ---- retrieve_things.rs

//! [`RetrieveThings`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `GET /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = RetrieveThings::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThings {
    pub limit: Option<i64>,
}

object! {
    RetrieveThings deny_unknown_fields {
        limit = "limit",
    }
}

operation! {
    RetrieveThings: Get "/v1/things" -> crate::Thing
}

impl RetrieveThings {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::object;
use crate::runtime::types::Json;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub parent: Option<Box<Thing>>,
    pub untyped: Option<Untyped>,
    pub map: Option<BTreeMap<String, String>>,
    pub fields: Option<Vec<Json>>,
    pub names: Option<Vec<String>>,
}

object! {
    Thing {
        parent = "parent",
        untyped = "untyped",
        map = "map",
        fields = "fields",
        names = "names",
    }
}

/// Value of the API field `untyped`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Untyped {
    pub a: Option<String>,
}

object! {
    Untyped {
        a = "a",
    }
}
