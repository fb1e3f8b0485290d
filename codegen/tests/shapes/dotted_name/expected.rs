// ---- retrieve_test_helper_clock.rs

//! [`RetrieveTestHelperClock`], and the types that belong to it.

use crate::model::object;
use crate::wire::{Method, Operation};

/// `GET /v1/test_helpers/clocks/{clock}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveTestHelperClock {
    /// API field `clock`.
    pub clock: String,
}

object! {
    RetrieveTestHelperClock closed { clock }
}

impl Operation for RetrieveTestHelperClock {
    type Output = crate::TestHelpersClock;
    const METHOD: Method = Method::Get;
    const PATH: &'static str = "/v1/test_helpers/clocks/{clock}";
}

impl RetrieveTestHelperClock {
    /// With what Stripe requires: `clock`.
    pub fn new(clock: impl Into<String>) -> Self {
        Self { clock: clock.into() }
    }
}

#[cfg(feature = "client")]
impl RetrieveTestHelperClock {
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
    ) -> Result<crate::Response<crate::TestHelpersClock>, crate::Error> {
        client.send(self).await
    }
}

// ---- test_helpers_clock.rs

//! [`TestHelpersClock`], and the types that belong to it.

use crate::model::object;

/// Schema `test_helpers.clock` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct TestHelpersClock {
    /// API field `ticks`.
    pub ticks: Option<Ticks>,
}

object! {
    TestHelpersClock = "test_helpers.clock" { ticks }
}

/// Schema `test_helpers.clock_ticks` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Ticks {
    /// API field `count`.
    pub count: Option<i64>,
}

object! {
    Ticks { count }
}
