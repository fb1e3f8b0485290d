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
/// `GET /v1/things/{thing}`. See <https://example.com/retrieve>.
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
    /// Its ID.
    ///
    /// At most 9 characters.
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

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::{object, string_enum};

/// A thing.
///
/// API schema `thing`. See <https://example.com/thing>.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// Where somebody lives.
    pub address: Option<Address>,
    /// A code.
    pub code: Option<String>,
    /// What kind it is.
    ///
    /// Deprecated by Stripe.
    pub kind: Option<Kind>,
    pub list: Option<Vec<i64>>,
    pub size: Option<i64>,
    /// Format `uri`.
    pub url: Option<String>,
}

object! {
    Thing {
        address = "address",
        code = "code",
        kind = "kind",
        list = "list",
        size = "size",
        url = "url",
    }
}

expandable! {
    Thing {
        address = "address" -> Address,
    }
}

/// Where somebody lives.
///
/// API schema `address`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Address {}

object! {
    Address {}
}

string_enum! {
    /// What kind it is.
    Kind {
        Small = "small",
        Large = "large",
    }
}
