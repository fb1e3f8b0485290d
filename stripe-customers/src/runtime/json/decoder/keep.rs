//! Values that are kept as text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::locate::locate;
use super::spans::Span;
use super::{DecodeError, Decoder, Step, memory};

/// A text that several kept values share.
pub(super) struct Shared {
    text: Arc<str>,
    root_name: fn() -> &'static str,
    /// The large values of the text. Set after all of it was read.
    spans: OnceLock<Vec<Span>>,
}

impl Shared {
    pub(super) fn new(text: Arc<str>, root_name: fn() -> &'static str) -> Arc<Self> {
        Arc::new(Self {
            text,
            root_name,
            spans: OnceLock::new(),
        })
    }
}

/// A value that is kept as text: a part of a text that several values share.
#[derive(Clone)]
pub(crate) struct Kept {
    shared: Arc<Shared>,
    part: Range<usize>,
}

impl Kept {
    /// A whole text, which is valid JSON.
    pub(crate) fn whole(text: &Arc<str>, root_name: fn() -> &'static str) -> Self {
        let start = text.len() - text.trim_start().len();
        Self {
            shared: Shared::new(Arc::clone(text), root_name),
            part: start..text.trim_end().len(),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        self.shared.text.get(self.part.clone()).unwrap_or("null")
    }

    /// A decoder of the value. Values that are kept as text share the text.
    pub(crate) fn decoder(&self) -> Decoder<'_> {
        let Shared {
            text,
            root_name,
            spans,
        } = &*self.shared;
        Decoder {
            at: self.part.start,
            shared: Some(Arc::clone(&self.shared)),
            spans: Cow::Borrowed(spans.get().map_or(&[], Vec::as_slice)),
            memory: memory::limit(self.part.len()),
            ..Decoder::new(text.get(..self.part.end).unwrap_or_default(), *root_name)
        }
    }

    /// The steps from the root of the shared text to the value, the outermost first.
    pub(crate) fn steps(&self) -> Vec<Step> {
        locate(&self.shared.text, self.part.start)
    }

    /// The first part of the path of an error in the shared text.
    pub(crate) fn root_name(&self) -> &'static str {
        (self.shared.root_name)()
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
        let shared = self
            .shared
            .get_or_insert_with(|| Shared::new(self.text.into(), self.root_name));
        let kept = Kept {
            shared: Arc::clone(shared),
            part: start..self.at,
        };
        Ok((kept, value))
    }

    /// Passes the large values to the values that are kept, after all of the text was read.
    pub(super) fn share_spans(&mut self) {
        if let (Some(shared), Cow::Owned(spans)) = (&self.shared, &mut self.spans) {
            spans.shrink_to_fit();
            // Not set before, because only the decoder of the whole text owns its spans.
            let _ = shared.spans.set(std::mem::take(spans));
        }
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
            self.back_to(at, depth);
            (self.memory, self.watched) = (memory, watched);
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
        let end = self.known_end()?;
        self.begin_object()?;
        let mut found = None;
        while let Some(name) = self.next_key()? {
            if name != key || found.is_some() {
                self.skip()?;
                continue;
            }
            found = Some(self.string().map_err(|error| error.at_name(key))?);
            if let Some(end) = end {
                self.at = end;
                self.depth -= 1;
                break;
            }
        }
        found.ok_or_else(|| DecodeError::missing(key))
    }
}
