// ---- thing.rs

//! [`Thing`], and the types that belong to it.

use std::collections::BTreeMap;

use crate::runtime::model::object;

/// API schema `thing`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Thing {
    pub metadata: Option<BTreeMap<String, String>>,
    pub balances: Option<BTreeMap<String, i64>>,
    pub limits: Option<BTreeMap<String, Limits>>,
}

object! {
    Thing {
        metadata = "metadata",
        balances = "balances",
        limits = "limits",
    }
}

/// Value of the API field `limits`.
#[derive(Clone)]
#[non_exhaustive]
pub struct Limits {
    pub daily: Option<i64>,
}

object! {
    Limits {
        daily = "daily",
    }
}
