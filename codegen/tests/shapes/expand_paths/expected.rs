// ---- bank.rs

//! [`Bank`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::object;
use crate::runtime::types::{Id, Lazy};

/// API schema `bank`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Bank {
    pub id: Option<Id<Bank>>,
    pub detail: Option<crate::shared::Part>,
    /// Expandable.
    pub owner: Option<Lazy<crate::Thing>>,
}

object! {
    Bank = "bank" {
        id = "id",
        detail = "detail",
        owner = "owner",
    }
}

expandable! {
    Bank {
        detail = "detail" -> crate::shared::Part,
        owner = "owner" -> crate::Thing,
    }
}

// ---- card.rs

//! [`Card`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::object;
use crate::runtime::types::{Id, Lazy};

/// API schema `card`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Card {
    pub id: Option<Id<Card>>,
    /// Expandable.
    pub detail: Option<Lazy<crate::Bank>>,
    /// Expandable.
    pub owner: Option<Lazy<crate::Thing>>,
}

object! {
    Card = "card" {
        id = "id",
        detail = "detail",
        owner = "owner",
    }
}

expandable! {
    Card {
        detail = "detail" -> crate::Bank,
        owner = "owner" -> crate::Thing,
    }
}

// ---- list_things.rs

//! [`ListThings`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::object;
use crate::runtime::types::{Expansion, List};
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
pub struct ListThings {
    pub expand: Option<Vec<Expansion<List<crate::Thing>>>>,
}

object! {
    ListThings deny_unknown_fields {
        expand = "expand",
    }
}

operation! {
    ListThings: Get "/v1/things" -> List<crate::Thing>
}

impl ListThings {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Each call adds one path.
    pub fn expand(mut self, path: impl Into<Expansion<List<crate::Thing>>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }
}

expandable! {
    from List<crate::Thing> {
        data -> crate::Thing,
    }
}

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod bank;
pub mod card;
pub mod list_things;
pub mod retrieve_thing;
pub mod retrieve_thing_source;
pub mod shared;
pub mod thing;
pub mod use_thing_part;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
    #[cfg(test)]
    pub(crate) mod choice;
    #[cfg(test)]
    pub(crate) mod copies;
    pub(crate) mod expandable;
    #[cfg(test)]
    pub(crate) mod file_upload;
    #[cfg(test)]
    pub(crate) mod filled;
    #[cfg(all(test, feature = "http"))]
    pub(crate) mod multipart;
    #[cfg(test)]
    pub(crate) mod range;
    pub(crate) mod union;
    #[cfg(test)]
    pub(crate) mod whole_page;
}

pub use bank::Bank;
pub use card::Card;
pub use list_things::ListThings;
pub use retrieve_thing::RetrieveThing;
pub use retrieve_thing_source::RetrieveThingSource;
pub use thing::{Thing, DeletedThing, RetrievedThing};
pub use use_thing_part::UseThingPart;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::{Expansion, Id};
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
    pub expand: Option<Vec<Expansion<crate::Thing>>>,
}

object! {
    RetrieveThing deny_unknown_fields {
        thing = "thing",
        expand = "expand",
    }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::Thing
}

impl RetrieveThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            expand: None,
        }
    }

    /// Each call adds one path.
    pub fn expand(mut self, path: impl Into<Expansion<crate::Thing>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }
}

// ---- retrieve_thing_source.rs

//! [`RetrieveThingSource`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::{Expansion, Id, Json};
use crate::runtime::wire::operation;

/// `GET /v1/things/{thing}/sources/{id}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str, id: &str) -> Result<(), Error> {
/// let response = RetrieveThingSource::new(thing, id)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThingSource {
    pub thing: Id<crate::Thing>,
    pub id: String,
    pub expand: Option<Vec<Expansion<Output>>>,
}

object! {
    RetrieveThingSource deny_unknown_fields {
        thing = "thing",
        id = "id",
        expand = "expand",
    }
}

operation! {
    RetrieveThingSource: Get "/v1/things/{thing}/sources/{id}" -> Output
}

impl RetrieveThingSource {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>, id: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
            expand: None,
        }
    }

    /// Each call adds one path.
    pub fn expand(mut self, path: impl Into<Expansion<Output>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Output {
    /// `bank`
    Bank(Box<crate::Bank>),
    /// `card`
    Card(Box<crate::Card>),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Output {
        Bank = "bank",
        Card = "card",
    }
}

expandable! {
    Output of [
        crate::Bank,
        crate::Card,
    ] {
        owner = "owner" -> crate::Thing,
    }
}

expandable! {
    from Output {
        owner -> crate::Thing,
    }
}

// ---- shared.rs

//! The types that several resources and operations share.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::object;
use crate::runtime::types::Lazy;

/// API schema `part`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Part {
    /// API field `use`; expandable.
    pub use_: Option<Lazy<crate::Thing>>,
}

object! {
    Part {
        use_ = "use",
    }
}

expandable! {
    Part {
        use_ = "use" -> crate::Thing,
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::{Expandable, Id, Json, List};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub id: Id<Thing>,
    /// Expandable.
    pub owner: Option<Expandable<RetrievedThing, Thing>>,
    pub parts: Option<Vec<crate::shared::Part>>,
    /// Expandable.
    pub sources: Option<List<Sources>>,
}

object! {
    Thing = "thing" {
        id = "id",
        owner = "owner",
        parts = "parts",
        sources = "sources",
    }
}

expandable! {
    Thing {
        owner = "owner" -> Thing,
        parts = "parts" -> crate::shared::Part,
        sources = "sources" -> List<Sources>,
    }
}

/// API schema `deleted_thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedThing {
    pub id: Option<Id<Thing>>,
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

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Sources {
    /// `bank`
    Bank(Box<crate::Bank>),
    /// `card`
    Card(Box<crate::Card>),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Sources {
        Bank = "bank",
        Card = "card",
    }
}

expandable! {
    Sources of [
        crate::Bank,
        crate::Card,
    ] {
        owner = "owner" -> Thing,
    }
}

expandable! {
    from Thing {
        owner -> Thing,
        parts -> crate::shared::Part,
        sources -> List<Sources>,
    }
}

// ---- use_thing_part.rs

//! [`UseThingPart`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
use crate::runtime::wire::operation;

/// `POST /v1/things/{thing}/parts/{part}/use`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str, part: &str) -> Result<(), Error> {
/// let response = UseThingPart::new(thing, part)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct UseThingPart {
    pub thing: Id<crate::Thing>,
    pub part: String,
}

object! {
    UseThingPart deny_unknown_fields {
        thing = "thing",
        part = "part",
    }
}

operation! {
    UseThingPart: Post "/v1/things/{thing}/parts/{part}/use" empty -> crate::Thing
}

impl UseThingPart {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>, part: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            part: part.into(),
        }
    }
}
