// ---- bank.rs

//! [`Bank`], and the types that belong to it.

use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::Json;

/// API schema `bank`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Bank {}

object! {
    Bank = "bank" {}
}

/// API schema `deleted_bank`.
#[derive(Clone)]
#[non_exhaustive]
pub struct DeletedBank {}

object! {
    DeletedBank = "bank" deleted {}
}

/// A [`Bank`](crate::Bank), or its deleted counterpart.
#[derive(Clone)]
#[non_exhaustive]
pub enum RetrievedBank {
    /// `bank`
    Bank(Bank),
    /// `bank`, deleted
    Deleted(DeletedBank),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    RetrievedBank as "bank" {
        Bank = "bank",
        Deleted = "bank" deleted,
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::object;
use crate::runtime::types::{Expandable, Json};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Expandable.
    pub one: Expandable<crate::Card>,
    /// Expandable.
    pub several: Option<Expandable<Several>>,
    /// Expandable.
    pub deletable: Option<Expandable<crate::RetrievedBank, crate::Bank>>,
    /// Expandable.
    pub all: Option<Vec<Expandable<crate::Card>>>,
}

object! {
    Thing {
        one = "one",
        several = "several",
        deletable = "deletable",
        all = "all",
    }
}

expandable! {
    Thing {
        one = "one" -> crate::Card,
        several = "several" -> Several,
        deletable = "deletable" -> crate::Bank,
        all = "all" -> crate::Card,
    }
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Several {
    /// `bank`
    Bank(Box<crate::Bank>),
    /// `card`
    Card(Box<crate::Card>),
    /// `bank`, deleted
    DeletedBank(crate::DeletedBank),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Several {
        Bank = "bank",
        Card = "card",
        DeletedBank = "bank" deleted,
    }
}

expandable! {
    Several of [
        crate::Bank,
        crate::Card,
    ] {}
}
