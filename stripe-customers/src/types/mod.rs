//! The types that generated fields are declared with, beside those of the standard library.

mod any_of;
mod clearable;
mod expandable;
mod json;
mod list;
mod metadata;
mod on_demand;
mod timestamp;

pub use any_of::AnyOf;
pub use clearable::Clearable;
pub use expandable::Expandable;
pub use json::Json;
pub use list::List;
pub use metadata::Metadata;
pub use on_demand::OnDemand;
pub use timestamp::Timestamp;
