// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::object;
use crate::runtime::types::{Clearable, Metadata};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    pub metadata: Option<Metadata>,
    pub clearable_metadata: Option<Clearable<Metadata>>,
    pub limits: Option<BTreeMap<String, i64>>,
    pub options: Option<BTreeMap<String, Options>>,
}

object! {
    CreateThing deny_unknown_fields {
        metadata = "metadata",
        clearable_metadata = "clearable_metadata",
        limits = "limits",
        options = "options",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn metadata(mut self, metadata: impl Into<Metadata>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }

    /// [`Clearable::Clear`] clears it.
    pub fn clearable_metadata(
        mut self,
        clearable_metadata: impl Into<Clearable<Metadata>>,
    ) -> Self {
        self.clearable_metadata = Some(clearable_metadata.into());
        self
    }

    pub fn limits(mut self, limits: BTreeMap<String, i64>) -> Self {
        self.limits = Some(limits);
        self
    }

    pub fn options(mut self, options: BTreeMap<String, Options>) -> Self {
        self.options = Some(options);
        self
    }
}

/// Value of the API field `options`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Options {
    pub amount: Option<i64>,
}

object! {
    Options deny_unknown_fields {
        amount = "amount",
    }
}

impl Options {
    /// Creates the parameters with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }
}
