// ---- card.rs

//! [`Card`], and the types that belong to it.

use crate::runtime::model::object;

/// Schema `card` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Card {}

object! {
    Card = "card" {}
}

/// Schema `deleted_card` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedCard {}

object! {
    DeletedCard = "card" deleted {}
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::expand::expandable;
use crate::runtime::model::{object, union};
use crate::runtime::types::Json;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `source`.
    pub source: Option<Source>,
    /// API field `previous_sources`.
    pub previous_sources: Option<Vec<PreviousSource>>,
}

object! {
    Thing { source = "source", previous_sources = "previous_sources" }
}

/// One of several objects, identified by `object`.
///
/// the same type as [`Source`].
pub type PreviousSource = Source;

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Source {
    /// `bank_account`
    Bank(crate::Bank),
    /// `card`, deleted
    DeletedCard(crate::DeletedCard),
    /// `card`
    Card(crate::Card),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Source { Bank = "bank_account", DeletedCard = "card" deleted, Card = "card" }
}

expandable! {
    Source of [crate::Bank, crate::Card] {}
}
