//! Shared code of the targets.

mod json;

pub use json::{Json, is_json};

/// Returns whether `text` is one line without control characters.
pub fn is_one_line(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_control)
}
