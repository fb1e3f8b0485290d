// ---- retrieve_test_helpers_clock.rs

//! [`RetrieveTestHelpersClock`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `GET /v1/test_helpers/clocks/{clock}`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client, clock: &str) -> Result<(), Error> {
/// let response = RetrieveTestHelpersClock::new(clock)
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveTestHelpersClock {
    pub clock: String,
}

object! {
    RetrieveTestHelpersClock deny_unknown_fields {
        clock = "clock",
    }
}

operation! {
    RetrieveTestHelpersClock: Get "/v1/test_helpers/clocks/{clock}" -> crate::TestHelpersClock
}

impl RetrieveTestHelpersClock {
    /// Creates the request from the required fields.
    pub fn new(clock: impl Into<String>) -> Self {
        Self { clock: clock.into() }
    }
}

// ---- test_helpers_clock.rs

//! [`TestHelpersClock`], and the types that belong to it.

use crate::runtime::model::object;

/// API schema `test_helpers.clock`.
#[derive(Clone)]
#[non_exhaustive]
pub struct TestHelpersClock {
    pub ticks: Option<Ticks>,
}

object! {
    TestHelpersClock = "test_helpers.clock" {
        ticks = "ticks",
    }
}

/// API schema `test_helpers.clock_ticks`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Ticks {
    pub count: Option<i64>,
}

object! {
    Ticks {
        count = "count",
    }
}
