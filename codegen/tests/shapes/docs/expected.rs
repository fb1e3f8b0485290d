// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// Retrieves a thing.
///
/// The first paragraph, which is so long that it does not fit on one line of a comment and has
/// to be wrapped.
///
/// - a list
/// - is left alone
///
/// `GET /v1/things/{thing}`.
///
/// See <https://example.com/retrieve>.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThing {
    /// Its ID.
    ///
    /// API field `thing`; at most 9 characters.
    pub thing: String,
}

object! {
    RetrieveThing deny_unknown_fields { thing = "thing" }
}

operation! {
    RetrieveThing: Get "/v1/things/{thing}" -> crate::Thing
}

impl RetrieveThing {
    /// With what Stripe requires: `thing`.
    pub fn new(thing: impl Into<String>) -> Self {
        Self { thing: thing.into() }
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::runtime::expand::expandable;
use crate::runtime::model::{object, string_enum};

/// A thing.
///
/// Schema `thing` of the API.
///
/// See <https://example.com/thing>.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where somebody lives.
    ///
    /// API field `address`; expandable.
    pub address: Option<Address>,
    /// A code.
    ///
    /// API field `code`; at least 2 characters; at most 3 characters; must match `^[a-z]+$`.
    pub code: Option<String>,
    /// What kind it is.
    ///
    /// API field `kind`; deprecated by Stripe.
    pub kind: Option<Kind>,
    /// API field `list`; at least 1 elements; at most 9 elements.
    pub list: Option<Vec<i64>>,
    /// API field `size`; at least -1; at most 10.
    pub size: Option<i64>,
    /// API field `url`; format `uri`.
    pub url: Option<String>,
}

object! {
    Thing { address = "address", code = "code", kind = "kind", list = "list", size =
    "size", url = "url" }
}

expandable! {
    Thing {
        address = "address" -> Address,
    }
}

/// Where somebody lives.
///
/// Schema `address` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Address {}

object! {
    Address {}
}

/// What kind it is.
///
/// The values of the API field `kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Kind {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Kind { Small = "small", Large = "large" }
}
