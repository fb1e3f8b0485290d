// ---- retrieve_test_helpers_clock.rs

//! [`RetrieveTestHelpersClock`], and the types that belong to it.

use crate::runtime::model::object;
use crate::runtime::wire::operation;

/// `GET /v1/test_helpers/clocks/{clock}`.
#[derive(Clone)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct RetrieveTestHelpersClock {
    /// API field `clock`.
    pub clock: String,
}

object! {
    RetrieveTestHelpersClock deny_unknown_fields { clock = "clock" }
}

operation! {
    RetrieveTestHelpersClock: Get "/v1/test_helpers/clocks/{clock}" -> crate::TestHelpersClock
}

impl RetrieveTestHelpersClock {
    /// With what Stripe requires: `clock`.
    pub fn new(clock: impl Into<String>) -> Self {
        Self { clock: clock.into() }
    }
}

// ---- test_helpers_clock.rs

//! [`TestHelpersClock`], and the types that belong to it.

use crate::runtime::model::object;

/// Schema `test_helpers.clock` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct TestHelpersClock {
    /// API field `ticks`.
    pub ticks: Option<Ticks>,
}

object! {
    TestHelpersClock = "test_helpers.clock" { ticks = "ticks" }
}

/// Schema `test_helpers.clock_ticks` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Ticks {
    /// API field `count`.
    pub count: Option<i64>,
}

object! {
    Ticks { count = "count" }
}
