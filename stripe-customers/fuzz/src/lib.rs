//! What several targets ask of a text.

mod json;

pub use json::{Json, is_json};

/// Whether `text` is one line, with nothing hidden in it.
pub fn is_one_line(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_control)
}
