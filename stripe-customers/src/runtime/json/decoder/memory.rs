//! The limit of the memory that a decoded value takes, so that a hostile text cannot exhaust it.

use super::{DecodeError, Decoder};

/// The maximum number of bytes that are allocated for each byte of text.
///
/// The worst case is a small multiple of this limit: a vector that grows is copied, and strings are not counted because
/// they are not larger than their text. Real responses stay far below it: the fields that are absent or `null` take memory
/// too, but every element has others.
const PER_BYTE: usize = 12;

/// The number of bytes that may be allocated in addition, for short texts with large types.
const BASE: usize = 512 * 1024;

/// Returns the limit for a text of `length` bytes.
pub(super) const fn limit(length: usize) -> usize {
    length.saturating_mul(PER_BYTE).saturating_add(BASE)
}

impl Decoder<'_> {
    /// Counts `bytes` that are about to be allocated. Returns an error if they exceed the limit.
    pub(crate) fn count_memory(&mut self, bytes: usize) -> Result<(), DecodeError> {
        self.memory = self
            .memory
            .checked_sub(bytes)
            .ok_or_else(DecodeError::too_large)?;
        Ok(())
    }

    /// Counts the memory of a full vector that grows, from `length` elements of `size` bytes.
    pub(crate) fn count_growth(&mut self, length: usize, size: usize) -> Result<(), DecodeError> {
        // As `Vec` does: it doubles, from four small elements or one large one.
        let least = if size <= 1024 { 4 } else { 1 };
        self.count_memory(length.max(least).saturating_mul(size))
    }

    /// Counts the memory of an entry of `size` bytes that is added to a B-tree with `length` entries.
    pub(crate) fn count_entry(&mut self, length: usize, size: usize) -> Result<(), DecodeError> {
        /// Every node but the root has at least this many entries.
        const MINIMUM: usize = 5;
        const CAPACITY: usize = 11;
        /// The pointers of a node to its parent and its children, and its length.
        const POINTERS: usize = 8 * (CAPACITY + 1) + 16;
        match length % MINIMUM {
            0 => self.count_memory(size.saturating_mul(CAPACITY) + POINTERS),
            _ => Ok(()),
        }
    }
}
