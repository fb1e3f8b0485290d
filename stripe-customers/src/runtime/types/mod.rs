//! The types of generated fields that are not in the standard library.

mod any_of;
mod clearable;
pub(crate) mod elements;
mod expandable;
mod expansion;
mod id;
mod json;
mod lazy;
mod list;
mod metadata;
mod suggestion;
mod timestamp;

pub use any_of::AnyOf;
pub use clearable::Clearable;
pub use elements::ListIter;
pub use expandable::Expandable;
pub use expansion::Expansion;
pub use id::Id;
pub use json::Json;
pub use lazy::Lazy;
pub use list::{List, SearchPage, V2List};
pub use metadata::Metadata;
pub use timestamp::Timestamp;

pub(crate) use suggestion::MAX_STEPS;
