// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::{Id, Timestamp};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub id: Id<Thing>,
    pub required_and_nullable: Option<String>,
    pub optional: Option<String>,
    pub whole: i64,
    pub fraction: f64,
    pub flag: bool,
    pub created: Timestamp,
    /// Three-letter ISO currency code in lower case.
    pub currency: Option<String>,
    /// A decimal number as text.
    pub percent: Option<String>,
    /// Format `date-time`.
    pub time: Option<String>,
    /// Format `date`.
    pub day: Option<String>,
    /// Format `password`.
    pub secret: Option<String>,
    /// Format `byte`.
    pub picture: Option<String>,
}

object! {
    Thing = "thing" {
        id = "id",
        required_and_nullable = "required_and_nullable",
        optional = "optional",
        whole = "whole",
        fraction = "fraction",
        flag = "flag",
        created = "created",
        currency = "currency",
        percent = "percent",
        time = "time",
        day = "day",
        secret = "secret",
        picture = "picture",
    }
}
