//! The error for a parameter that cannot be sent.

use std::fmt;

/// The error for a parameter that cannot be sent. Its message begins with the name of the parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterError(String);

impl ParameterError {
    pub(super) fn new(name: &str, problem: &str) -> Self {
        Self(format!("`{name}` {problem}"))
    }

    /// A text is empty.
    pub(crate) fn empty(name: &str) -> Self {
        let problem = "is empty: expected text, because Stripe clears a value for which it gets an empty text; leave it unset, or clear it \
                       with `Clearable::Clear` or `Metadata::remove`";
        Self::new(name, problem)
    }
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ParameterError {}
