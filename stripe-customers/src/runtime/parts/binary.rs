//! Responses that are not JSON.

use std::fmt;
use std::sync::Arc;

use crate::runtime::json::DecodeError;
use crate::runtime::wire::operation::Output;

/// A response that is not JSON, such as a PDF.
///
/// `Debug` shows the size.
#[derive(Clone, PartialEq, Eq)]
pub struct Binary(Vec<u8>);

impl Binary {
    /// Returns the bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Consumes the value and returns the bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl Output for Binary {
    const ACCEPT: &'static str = "*/*";

    fn read(_: &Arc<str>, bytes: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self(bytes.to_vec()))
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.0.len())
    }
}
