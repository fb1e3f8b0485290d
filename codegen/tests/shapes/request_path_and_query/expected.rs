// ---- delete_thing_part.rs

//! [`DeleteThingPart`], and the types that belong to it.

use crate::model::object;
use crate::wire::{Method, Operation};

/// `DELETE /v1/things/{thing}/parts/{id}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct DeleteThingPart {
    /// API field `thing`.
    pub thing: String,
    /// API field `id`.
    pub id: String,
}

object! {
    DeleteThingPart closed { thing, id }
}

impl Operation for DeleteThingPart {
    type Output = crate::Thing;
    const METHOD: Method = Method::Delete;
    const PATH: &'static str = "/v1/things/{thing}/parts/{id}";
}

impl DeleteThingPart {
    /// With what Stripe requires: `thing`, `id`.
    pub fn new(thing: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
        }
    }
}

#[cfg(feature = "client")]
impl DeleteThingPart {
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

// ---- retrieve_thing_part.rs

//! [`RetrieveThingPart`], and the types that belong to it.

use crate::model::object;
use crate::types::Timestamp;
use crate::wire::{Method, Operation};

/// `GET /v1/things/{thing}/parts/{id}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveThingPart {
    /// Whose part.
    ///
    /// API field `thing`.
    pub thing: String,
    /// API field `id`; at most 5000 characters.
    pub id: String,
    /// API field `expand`.
    pub expand: Option<Vec<String>>,
    /// API field `created`.
    pub created: Option<Created>,
}

object! {
    RetrieveThingPart closed { thing, id, expand, created }
}

impl Operation for RetrieveThingPart {
    type Output = crate::Thing;
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/v1/things/{thing}/parts/{id}";
}

impl RetrieveThingPart {
    /// With what Stripe requires: `thing`, `id`.
    pub fn new(thing: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            thing: thing.into(),
            id: id.into(),
            expand: None,
            created: None,
        }
    }

    /// API field `expand`.
    pub fn expand(
        mut self,
        expand: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.expand = Some(expand.into_iter().map(Into::into).collect());
        self
    }

    /// API field `created`.
    pub fn created(mut self, created: Created) -> Self {
        self.created = Some(created);
        self
    }
}

#[cfg(feature = "client")]
impl RetrieveThingPart {
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

/// In the API field `created`.
#[derive(Clone, Default)]
#[must_use = "parameters do nothing until they are in a request"]
#[non_exhaustive]
pub struct Created {
    /// API field `gt`.
    pub gt: Option<Timestamp>,
}

object! {
    Created closed { gt }
}

impl Created {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `gt`.
    pub fn gt(mut self, gt: impl Into<Timestamp>) -> Self {
        self.gt = Some(gt.into());
        self
    }
}
