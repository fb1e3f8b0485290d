// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::{Id, Timestamp};

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `id`; at most 5000 characters.
    pub id: Id<Thing>,
    /// API field `required_and_nullable`.
    pub required_and_nullable: Option<String>,
    /// API field `optional`.
    pub optional: Option<String>,
    /// API field `whole`.
    pub whole: i64,
    /// API field `fraction`.
    pub fraction: f64,
    /// API field `flag`.
    pub flag: bool,
    /// API field `created`.
    pub created: Timestamp,
    /// API field `currency`; three-letter ISO currency code in lower case.
    pub currency: Option<String>,
    /// API field `percent`; a decimal number as text.
    pub percent: Option<String>,
    /// API field `moment`; format `date-time`.
    pub moment: Option<String>,
    /// API field `day`; format `date`.
    pub day: Option<String>,
    /// API field `secret`; format `password`.
    pub secret: Option<String>,
    /// API field `picture`; format `byte`.
    pub picture: Option<String>,
}

object! {
    Thing = "thing" { id = "id", required_and_nullable = "required_and_nullable",
    optional = "optional", whole = "whole", fraction = "fraction", flag = "flag", created
    = "created", currency = "currency", percent = "percent", moment = "moment", day =
    "day", secret = "secret", picture = "picture" }
}
