// ---- list_things.rs

//! [`ListThings`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;
use crate::runtime::wire::operation;

/// `GET /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = ListThings::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct ListThings {
    pub ending_before: Option<String>,
    pub limit: Option<i64>,
    pub starting_after: Option<String>,
}

object! {
    ListThings deny_unknown_fields {
        ending_before = "ending_before",
        limit = "limit",
        starting_after = "starting_after",
    }
}

operation! {
    ListThings: Get paginated "/v1/things" -> List<crate::Thing>
}

impl ListThings {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn ending_before(mut self, ending_before: impl Into<String>) -> Self {
        self.ending_before = Some(ending_before.into());
        self
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    pub fn starting_after(mut self, starting_after: impl Into<String>) -> Self {
        self.starting_after = Some(starting_after.into());
        self
    }
}

// ---- list_things_kinds.rs

//! [`ListThingsKinds`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::List;
use crate::runtime::wire::operation;

/// `GET /v1/things/kinds`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = ListThingsKinds::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct ListThingsKinds {}

object! {
    ListThingsKinds deny_unknown_fields {}
}

operation! {
    ListThingsKinds: Get "/v1/things/kinds" -> List<crate::Thing>
}

impl ListThingsKinds {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }
}

// ---- list_things_totals.rs

//! [`ListThingsTotals`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `GET /v1/things/totals`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = ListThingsTotals::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct ListThingsTotals {
    pub page: Option<String>,
}

object! {
    ListThingsTotals deny_unknown_fields {
        page = "page",
    }
}

operation! {
    ListThingsTotals: Get "/v1/things/totals" -> Page
}

impl ListThingsTotals {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }
}

/// The response.
#[derive(Clone)]
#[non_exhaustive]
pub struct Page {
    pub data: Option<Vec<crate::Thing>>,
    pub has_more: Option<bool>,
    pub next_page: Option<String>,
    pub sum: Option<i64>,
    pub url: Option<String>,
}

object! {
    Page = "search_result" {
        data = "data",
        has_more = "has_more",
        next_page = "next_page",
        sum = "sum",
        url = "url",
    }
}

// ---- list_v2things.rs

//! [`ListV2Things`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::types::V2List;
use crate::runtime::wire::operation;

/// `GET /v2/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = ListV2Things::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct ListV2Things {
    pub limit: Option<i64>,
    pub page: Option<String>,
}

object! {
    ListV2Things deny_unknown_fields {
        limit = "limit",
        page = "page",
    }
}

operation! {
    ListV2Things: Get paginated "/v2/things" -> V2List<crate::Thing>
}

impl ListV2Things {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    pub fn limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }

    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }
}

// ---- search_things.rs

//! [`SearchThings`], and the types that belong to it.

use crate::generated::parts::expandable::expandable;
use crate::runtime::model::object;
use crate::runtime::types::{Expansion, SearchPage};
use crate::runtime::wire::operation;

/// `GET /v1/things/search`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, query: &str) -> Result<(), Error> {
/// let response = SearchThings::new(query)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct SearchThings {
    pub expand: Option<Vec<Expansion<SearchPage<crate::Thing>>>>,
    pub page: Option<String>,
    pub query: String,
}

object! {
    SearchThings deny_unknown_fields {
        expand = "expand",
        page = "page",
        query = "query",
    }
}

operation! {
    SearchThings: Get paginated "/v1/things/search" -> SearchPage<crate::Thing>
}

impl SearchThings {
    /// Creates the request from the required fields.
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            expand: None,
            page: None,
            query: query.into(),
        }
    }

    /// Each call adds one path.
    pub fn expand(
        mut self,
        path: impl Into<Expansion<SearchPage<crate::Thing>>>,
    ) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }

    pub fn page(mut self, page: impl Into<String>) -> Self {
        self.page = Some(page.into());
        self
    }
}

expandable! {
    from SearchPage<crate::Thing> {
        data -> crate::Thing,
    }
}
