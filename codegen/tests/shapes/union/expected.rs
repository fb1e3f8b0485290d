// ---- card.rs

//! [`Card`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `card`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Card {}

object! {
    Card = "card" {}
}

/// API schema `deleted_card`.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedCard {}

object! {
    DeletedCard = "card" deleted {}
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::Json;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub source: Option<Source>,
    pub previous_sources: Option<Vec<PreviousSource>>,
    pub destination: Option<Destination>,
    pub origin: Option<Origin>,
}

object! {
    Thing {
        source = "source",
        previous_sources = "previous_sources",
        destination = "destination",
        origin = "origin",
    }
}

/// API schema `destination`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Destination {
    /// `card`
    Card(Box<crate::Card>),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Destination {
        Card = "card",
    }
}

expandable! {
    Destination of [
        crate::Card,
    ] {}
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Origin {
    /// `card`
    Card(Box<crate::Card>),
    /// `bank_account`
    Bank(Box<crate::Bank>),
    /// `card`, deleted
    DeletedCard(crate::DeletedCard),
    /// `bank_account`, deleted
    DeletedBank(crate::DeletedBank),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Origin {
        Card = "card",
        Bank = "bank_account",
        DeletedCard = "card" deleted,
        DeletedBank = "bank_account" deleted,
    }
}

expandable! {
    Origin of [
        crate::Card,
        crate::Bank,
    ] {}
}

/// One of several objects, identified by `object`.
///
/// The same type as [`Source`].
pub type PreviousSource = Source;

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Source {
    /// `bank_account`
    Bank(Box<crate::Bank>),
    /// `card`, deleted
    DeletedCard(crate::DeletedCard),
    /// `card`
    Card(Box<crate::Card>),
    /// `bank_account`, deleted
    DeletedBank(crate::DeletedBank),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Source {
        Bank = "bank_account",
        DeletedCard = "card" deleted,
        Card = "card",
        DeletedBank = "bank_account" deleted,
    }
}

expandable! {
    Source of [
        crate::Bank,
        crate::Card,
    ] {}
}
