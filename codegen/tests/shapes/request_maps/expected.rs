// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::object;
use crate::runtime::types::{Clearable, Metadata};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `metadata`.
    pub metadata: Option<Metadata>,
    /// API field `clearable_metadata`.
    pub clearable_metadata: Option<Clearable<Metadata>>,
    /// API field `limits`.
    pub limits: Option<BTreeMap<String, i64>>,
    /// API field `options`.
    pub options: Option<BTreeMap<String, Options>>,
}

object! {
    CreateThing deny_unknown_fields { metadata = "metadata", clearable_metadata =
    "clearable_metadata", limits = "limits", options = "options" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `metadata`.
    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// API field `clearable_metadata`.
    ///
    /// [`Clearable::Clear`] clears it.
    pub fn clearable_metadata(
        mut self,
        clearable_metadata: impl Into<Clearable<Metadata>>,
    ) -> Self {
        self.clearable_metadata = Some(clearable_metadata.into());
        self
    }

    /// API field `limits`.
    pub fn limits(mut self, limits: BTreeMap<String, i64>) -> Self {
        self.limits = Some(limits);
        self
    }

    /// API field `options`.
    pub fn options(mut self, options: BTreeMap<String, Options>) -> Self {
        self.options = Some(options);
        self
    }
}

/// In the API field `options`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Options {
    /// API field `amount`.
    pub amount: Option<i64>,
}

object! {
    Options deny_unknown_fields { amount = "amount" }
}

impl Options {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `amount`.
    pub fn amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }
}
