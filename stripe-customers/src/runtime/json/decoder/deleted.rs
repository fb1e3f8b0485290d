//! Detection of deleted objects.

use super::{DecodeError, Decoder};

impl Decoder<'_> {
    /// Runs `read` on the next object. If the object contains `"deleted": true` and the type has no such field, moves
    /// back to the start of the object and returns `false`.
    pub fn unless_deleted(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<bool, DecodeError> {
        let (at, depth, memory) = (self.at, self.depth, self.memory);
        let watched = self.watched;
        self.watched = Some(depth + 1);
        let result = read(self);
        self.watched = watched;
        match result {
            Ok(()) => Ok(true),
            Err(error) => {
                self.back_to(at, depth);
                self.memory = memory;
                match error.is_deleted() || self.is_deleted() {
                    true => Ok(false),
                    false => Err(error),
                }
            }
        }
    }

    /// Returns whether the next object contains `"deleted": true`, without reading the object.
    ///
    /// Called when the object does not match the type of a live one: a deleted object may have `null` for a required
    /// field that precedes `deleted`, or no `object`.
    #[cold]
    pub fn is_deleted(&mut self) -> bool {
        let (at, depth) = (self.at, self.depth);
        let deleted = self.find_deleted().unwrap_or(false);
        self.back_to(at, depth);
        deleted
    }

    fn find_deleted(&mut self) -> Result<bool, DecodeError> {
        Ok(self.go_to_member("deleted")? && self.peek()? == b't')
    }

    /// Skips the value of a key that is not a field of the type.
    pub(crate) fn skip_unknown(&mut self, key: &str) -> Result<(), DecodeError> {
        if key == "deleted" && self.watched == Some(self.depth) && self.peek()? == b't' {
            return Err(DecodeError::deleted());
        }
        self.skip()
    }
}
