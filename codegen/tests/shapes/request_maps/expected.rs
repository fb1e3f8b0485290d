// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::model::object;
use crate::types::{Clearable, Metadata};
use crate::wire::{Method, Operation};

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
    CreateThing closed { metadata, clearable_metadata, limits, options }
}

impl Operation for CreateThing {
    type Output = crate::Thing;
    const METHOD: Method = Method::Post;
    const PATH: &'static str = "/v1/things";
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

#[cfg(feature = "client")]
impl CreateThing {
    /// Sends the request with `client`, and waits for the answer.
    ///
    /// It is sent again where that can help: see
    /// [`max_retries`](crate::ClientBuilder::max_retries). Dropping the future stops everything.
    /// Needs a Tokio runtime.
    ///
    /// # Errors
    ///
    /// When a parameter of the path is not an id (nothing is sent then), when no answer comes, when
    /// it is not a success, and when it does not fit the type: see [`Error`](crate::Error).
    pub async fn send(
        &self,
        client: &crate::Client,
    ) -> Result<crate::Response<crate::Thing>, crate::Error> {
        client.send(self).await
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
    Options closed { amount }
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
