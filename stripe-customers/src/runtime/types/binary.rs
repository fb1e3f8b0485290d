//! An answer that is no JSON.

use std::fmt;

/// An answer that is no JSON, such as a PDF.
///
/// `Debug` shows the size.
#[derive(Clone, PartialEq, Eq)]
pub struct Binary(Vec<u8>);

impl Binary {
    pub(crate) fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.0.len())
    }
}
