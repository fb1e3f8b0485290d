//! The types that generated fields are declared with, beside those of the standard library.

mod any_of;
#[allow(dead_code, reason = "for operations whose answer is no JSON")]
mod binary;
mod clearable;
mod expandable;
#[allow(dead_code, reason = "for operations that upload")]
mod file_upload;
mod id;
mod json;
mod lazy;
mod list;
mod metadata;
#[allow(dead_code, reason = "for operations that search by numbers")]
mod range;
mod timestamp;

pub use any_of::AnyOf;
pub use clearable::Clearable;
pub use expandable::Expandable;
pub use file_upload::Content;
pub use id::Id;
pub use json::Json;
pub use lazy::Lazy;
pub use list::List;
pub use metadata::Metadata;
pub use timestamp::Timestamp;

#[allow(unused_imports, reason = "for operations that have them")]
pub use self::{binary::Binary, file_upload::FileUpload, range::Range};
#[allow(
    unused_imports,
    reason = "for operations whose answers can be expanded"
)]
pub use crate::expand::Expansion;
