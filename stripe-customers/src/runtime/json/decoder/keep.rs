//! Values that are kept as text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::locate::locate;
use super::{DecodeError, Decoder, Step};

/// A value that is kept as text: a part of a text that several values share.
#[derive(Clone)]
pub(crate) struct Kept {
    text: Arc<str>,
    part: Range<usize>,
    root_name: fn() -> &'static str,
}

impl Kept {
    /// A whole text, which is valid JSON.
    pub(crate) fn whole(text: &Arc<str>, root_name: fn() -> &'static str) -> Self {
        let start = text.len() - text.trim_start().len();
        Self {
            text: Arc::clone(text),
            part: start..text.trim_end().len(),
            root_name,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.text.get(self.part.clone()).unwrap_or("null")
    }

    /// A decoder of the value.
    pub(crate) fn decoder(&self) -> Decoder<'_> {
        Decoder::of_part(&self.text, self.part.clone(), self.root_name)
    }

    /// A decoder at a position inside the value.
    #[cfg(feature = "client")]
    pub(crate) fn decoder_at(&self, at: usize) -> Decoder<'_> {
        Decoder::of_part(&self.text, at..self.part.end, self.root_name)
    }

    /// The steps from the root of the shared text to the value, the outermost first.
    pub(crate) fn steps(&self) -> Vec<Step> {
        locate(&self.text, self.part.start)
    }

    /// The first part of the path of an error in the shared text.
    pub(crate) fn root_name(&self) -> &'static str {
        (self.root_name)()
    }
}

impl<'a> Decoder<'a> {
    /// Keeps the next value, of any kind, as text that outlives the decoder.
    pub(crate) fn keep(&mut self) -> Result<Kept, DecodeError> {
        self.keep_while(Self::skip).map(|(kept, ())| kept)
    }

    /// Keeps what `read` consumes as text that outlives the decoder. Also returns the result of `read`.
    pub(crate) fn keep_while<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<(Kept, T), DecodeError> {
        self.peek()?;
        let start = self.at;
        let value = read(self)?;
        let text = self.shared.get_or_insert_with(|| self.text.into());
        let kept = Kept {
            text: Arc::clone(text),
            part: start..self.at,
            root_name: self.root_name,
        };
        Ok((kept, value))
    }

    /// Returns what `read` makes of the next value. The decoder is behind the value then, even if `read` fails.
    pub(crate) fn take_or_skip<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        self.peek()?;
        let (at, depth, memory) = (self.at, self.depth, self.memory);
        let watched = self.watched;
        let result = read(self);
        if result.is_err() {
            (self.at, self.depth, self.memory) = (at, depth, memory);
            self.watched = watched;
            self.skip()?;
        }
        result
    }

    /// Returns the text of the next value, of any kind.
    pub(crate) fn raw(&mut self) -> Result<&'a str, DecodeError> {
        self.peek()?;
        let start = self.at;
        self.skip()?;
        Ok(self.since(start))
    }

    /// Reads an object and returns its member `key`, which is a string.
    pub(crate) fn member_of_object(
        &mut self,
        key: &'static str,
    ) -> Result<Cow<'a, str>, DecodeError> {
        self.begin_object()?;
        let mut found = None;
        let mut first = true;
        while let Some(name) = self.next_key(first)? {
            first = false;
            if name == key && found.is_none() {
                found = Some(self.string().map_err(|error| error.at_name(key))?);
            } else {
                self.skip()?;
            }
        }
        found.ok_or_else(|| DecodeError::missing(key))
    }
}
