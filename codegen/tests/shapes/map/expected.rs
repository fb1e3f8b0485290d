// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::object;

/// Schema `thing` of the API.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    /// API field `metadata`.
    pub metadata: Option<BTreeMap<String, String>>,
    /// API field `balances`.
    pub balances: Option<BTreeMap<String, i64>>,
    /// API field `limits`.
    pub limits: Option<BTreeMap<String, Limits>>,
}

object! {
    Thing { metadata = "metadata", balances = "balances", limits = "limits" }
}

/// In the API field `limits`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Limits {
    /// API field `daily`.
    pub daily: Option<i64>,
}

object! {
    Limits { daily = "daily" }
}
