// ---- client.rs

//! [`ClientObject`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `client`.
#[derive(Clone)]
#[non_exhaustive]
pub struct ClientObject {}

object! {
    ClientObject {}
}

// ---- mod.rs

//! The types of Stripe's API: one module for every resource and operation.
#![allow(missing_docs, reason = "the name and type of many fields are enough")]

pub mod _3ds_;
pub mod client;
pub mod order_dot_return;
pub mod order_return;
pub mod parts_;
pub mod retrieve_thing;
pub mod retrieve_things;
pub mod thing;
pub mod update_thing;

#[path = "../runtime/parts"]
pub(crate) mod parts {
    #[cfg(test)]
    pub(crate) mod accepted;
    #[cfg(test)]
    pub(crate) mod binary;
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

pub use _3ds_::_3ds;
pub use client::ClientObject;
pub use order_dot_return::OrderDotReturn;
pub use order_return::OrderReturn;
pub use parts_::Parts;
pub use retrieve_thing::RetrieveThing;
pub use retrieve_things::RetrieveThings;
pub use thing::Thing;
pub use update_thing::UpdateThing;

/// The version of Stripe's API that this crate is made for, sent with every request.
///
/// See <https://docs.stripe.com/api/versioning>.
pub const API_VERSION: &str = "2026-01-01.test";

// ---- order_dot_return.rs

//! [`OrderDotReturn`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `order.return`.
#[derive(Clone)]
#[non_exhaustive]
pub struct OrderDotReturn {}

object! {
    OrderDotReturn = "order.return" {}
}

// ---- retrieve_thing.rs

//! [`RetrieveThing`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::Id;
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
    /// API field `default`.
    pub default_: Option<String>,
}

object! {
    RetrieveThing deny_unknown_fields {
        thing = "thing",
        default_ = "default",
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
            default_: None,
        }
    }

    /// API field `default`.
    pub fn default_(mut self, default_: impl Into<String>) -> Self {
        self.default_ = Some(default_.into());
        self
    }
}

// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::generated::parts::union::union;
use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Expandable, Json};

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `Id`.
    pub upper_id: Option<String>,
    pub id: Option<String>,
    /// API field `≥`.
    pub u2265: Option<String>,
    pub option: Option<OptionValue>,
    pub status: Option<Status>,
    /// Expandable.
    pub step: Option<Expandable<crate::ClientObject>>,
    pub client: Option<crate::ClientObject>,
    pub parts: Option<crate::Parts>,
    pub secure: Option<crate::_3ds>,
    pub order: Option<Order>,
}

object! {
    Thing {
        upper_id = "Id",
        id = "id",
        u2265 = "≥",
        option = "option",
        status = "status",
        step = "step",
        client = "client",
        parts = "parts",
        secure = "secure",
        order = "order",
    }
}

expandable! {
    Thing {
        step_ = "step" -> crate::ClientObject,
    }
}

string_enum! {
    /// Values of the API field `option`.
    OptionValue {
        U2265 = "≥",
        U2264 = "≤",
        Empty = "",
    }
}

/// One of several objects, identified by `object`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Order {
    /// `order.return`
    OrderDotReturn(Box<crate::OrderDotReturn>),
    /// `order_return`
    OrderReturn(Box<crate::OrderReturn>),
    /// An object that this version of the crate does not know, kept as data.
    Unknown(Json),
}

union! {
    Order {
        OrderDotReturn = "order.return",
        OrderReturn = "order_return",
    }
}

expandable! {
    Order of [
        crate::OrderDotReturn,
        crate::OrderReturn,
    ] {}
}

string_enum! {
    /// Values of the API field `status`.
    Status {
        UnknownValueValue = "unknown",
        UnknownValue = "unknown_value",
    }
}

// ---- update_thing.rs

//! [`UpdateThing`], and the types that belong to it.

use crate::generated::parts::choice::choice;
use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Id, Timestamp};
use crate::runtime::wire::operation;

/// `POST /v1/things/{thing}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, thing: &str) -> Result<(), Error> {
/// let response = UpdateThing::new(thing)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct UpdateThing {
    pub thing: Id<crate::Thing>,
    pub eq: Option<EqValue>,
    pub from: Option<FromValue>,
    pub matrix: Option<Vec<Vec<String>>>,
    pub partial_eq: Option<PartialEqValue>,
    /// API field `send`.
    pub send_: Option<bool>,
    pub timestamp: Option<TimestampValue>,
}

object! {
    UpdateThing deny_unknown_fields {
        thing = "thing",
        eq = "eq",
        from = "from",
        matrix = "matrix",
        partial_eq = "partial_eq",
        send_ = "send",
        timestamp = "timestamp",
    }
}

operation! {
    UpdateThing: Post "/v1/things/{thing}" -> crate::Thing
}

impl UpdateThing {
    /// Creates the request from the required fields.
    pub fn new(thing: impl Into<Id<crate::Thing>>) -> Self {
        Self {
            thing: thing.into(),
            eq: None,
            from: None,
            matrix: None,
            partial_eq: None,
            send_: None,
            timestamp: None,
        }
    }

    pub fn eq(mut self, eq: EqValue) -> Self {
        self.eq = Some(eq);
        self
    }

    pub fn from(mut self, from: FromValue) -> Self {
        self.from = Some(from);
        self
    }

    pub fn matrix(mut self, matrix: impl IntoIterator<Item = Vec<String>>) -> Self {
        self.matrix = Some(matrix.into_iter().collect());
        self
    }

    pub fn partial_eq(mut self, partial_eq: PartialEqValue) -> Self {
        self.partial_eq = Some(partial_eq);
        self
    }

    /// API field `send`.
    pub fn send_(mut self, send_: bool) -> Self {
        self.send_ = Some(send_);
        self
    }

    pub fn timestamp(mut self, timestamp: impl Into<TimestampValue>) -> Self {
        self.timestamp = Some(timestamp.into());
        self
    }
}

string_enum! {
    /// Values of the API field `eq`.
    EqValue {
        A = "a",
    }
}

/// Value of the API field `from`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct FromValue {
    /// API field `new`.
    pub new_: Option<String>,
    /// API field `a-b`.
    pub a_minus_b: Option<String>,
    pub a_b: Option<String>,
    /// API field `type_info`.
    pub type_info_: Option<String>,
}

object! {
    FromValue deny_unknown_fields {
        new_ = "new",
        a_minus_b = "a-b",
        a_b = "a_b",
        type_info_ = "type_info",
    }
}

impl FromValue {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `new`.
    pub fn new_(mut self, new_: impl Into<String>) -> Self {
        self.new_ = Some(new_.into());
        self
    }

    /// API field `a-b`.
    pub fn a_minus_b(mut self, a_minus_b: impl Into<String>) -> Self {
        self.a_minus_b = Some(a_minus_b.into());
        self
    }

    pub fn a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }

    /// API field `type_info`.
    pub fn type_info_(mut self, type_info_: impl Into<String>) -> Self {
        self.type_info_ = Some(type_info_.into());
        self
    }
}

string_enum! {
    /// Values of the API field `partial_eq`.
    PartialEqValue {
        B = "b",
    }
}

/// Value of the API field `timestamp`.
#[derive(Clone)]
#[non_exhaustive]
pub enum TimestampValue {
    /// `now`
    Now,
    /// Any value of this type.
    Timestamp(Timestamp),
}

choice! {
    TimestampValue {
        Now = "now",
        Timestamp(Timestamp),
    }
}
