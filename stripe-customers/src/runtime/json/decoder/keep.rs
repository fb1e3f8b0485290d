//! What stays text.

use std::borrow::Cow;
use std::sync::Arc;

use crate::runtime::types::Json;

use super::{DecodeError, Decoder};

impl<'a> Decoder<'a> {
    /// The next value, of any kind, as text that outlives the decoder.
    pub(crate) fn keep(&mut self) -> Result<Json, DecodeError> {
        self.keep_while(Self::skip).map(|(json, ())| json)
    }

    /// What `read` takes, as text that outlives the decoder, and what it gives.
    pub(crate) fn keep_while<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<(Json, T), DecodeError> {
        self.peek()?;
        let start = self.at;
        let value = read(self)?;
        let text = self.shared.get_or_insert_with(|| self.text.into());
        let json = Json::new(Arc::clone(text), start..self.at, self.root);
        Ok((json, value))
    }

    /// The text of the next value, of any kind.
    pub(crate) fn raw(&mut self) -> Result<&'a str, DecodeError> {
        self.peek()?;
        let start = self.at;
        self.skip()?;
        Ok(self.since(start))
    }

    /// Takes an object, and gives its member `key` if that is a string.
    pub(crate) fn member_of_object(
        &mut self,
        key: &str,
    ) -> Result<Option<Cow<'a, str>>, DecodeError> {
        self.begin_object()?;
        let mut found = None;
        let mut first = true;
        while let Some(name) = self.next_key(first)? {
            first = false;
            if name == key && self.peek()? == b'"' {
                found = Some(self.string()?);
            } else {
                self.skip()?;
            }
        }
        Ok(found)
    }
}
