//! Stripe customers.

mod json;
mod model;
mod types;
mod wire;

#[rustfmt::skip]
mod generated;

pub use generated::*;
pub use json::DecodeError;
pub use model::UnlistedValue;
pub use types::{AnyOf, Clearable, Expandable, Json, List, Metadata, OnDemand, Timestamp};
