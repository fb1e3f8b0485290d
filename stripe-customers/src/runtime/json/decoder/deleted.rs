//! Objects that turn out to be deleted ones.

use super::{DecodeError, Decoder};

impl Decoder<'_> {
    /// Runs `read` on the object that comes next; if the object says `"deleted": true` and the type has no
    /// such field, goes back to its start and returns `false`.
    pub(crate) fn unless_deleted(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), DecodeError>,
    ) -> Result<bool, DecodeError> {
        let (at, depth, watched) = (self.at, self.depth, self.watched);
        self.watched = Some(depth + 1);
        let result = read(self);
        self.watched = watched;
        match result {
            Ok(()) => Ok(true),
            Err(error) => {
                (self.at, self.depth) = (at, depth);
                match error.is_deleted() || self.says_deleted() {
                    true => Ok(false),
                    false => Err(error),
                }
            }
        }
    }

    /// Whether the object that comes next says `"deleted": true`; nothing is taken.
    ///
    /// For one that does not fit the live type: a deleted object may lack what a live one has, and the `null` that
    /// says so may stand before `deleted`.
    #[cold]
    fn says_deleted(&mut self) -> bool {
        let (at, depth) = (self.at, self.depth);
        let says = self.find_deleted().unwrap_or(false);
        (self.at, self.depth) = (at, depth);
        says
    }

    fn find_deleted(&mut self) -> Result<bool, DecodeError> {
        Ok(self.go_to_member("deleted")? && self.peek()? == b't')
    }

    /// Passes over the value of a key that the type does not name.
    pub(crate) fn skip_unknown(&mut self, key: &str) -> Result<(), DecodeError> {
        if key == "deleted" && self.watched == Some(self.depth) && self.peek()? == b't' {
            return Err(DecodeError::deleted());
        }
        self.skip()
    }
}
