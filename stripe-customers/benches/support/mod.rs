//! What the benchmarks and the count of allocations share.

#![allow(dead_code, reason = "every program uses a part of it")]

pub mod by_hand;
pub mod json;
pub mod parameters;
pub mod server;
pub mod timing;
