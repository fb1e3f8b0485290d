//! The decoder, which reads a text in one pass.

mod deleted;
mod keep;
mod locate;
mod memory;
mod number;
mod skip;
mod spans;
mod string;

use std::borrow::Cow;
use std::sync::Arc;

use super::error::{DecodeError, Step};
use super::scan::white_prefix;

pub(crate) use keep::Kept;
use keep::Shared;
use spans::Span;

/// The maximum nesting of objects and arrays, the same as in `serde_json`. It prevents a response from exhausting the
/// stack.
const DEPTH_LIMIT: u32 = 127;

/// Reads one JSON value from a text, forward only.
#[derive(Clone)]
pub struct Decoder<'a> {
    text: &'a str,
    /// The position of the next byte. Always at a character boundary of `text`.
    at: usize,
    depth: u32,
    /// Whether an object or array has just begun. Not set at the start of a value.
    begun: bool,
    /// The depth of an object that may be the deleted counterpart of the type that is being read.
    watched: Option<u32>,
    /// Whether the text is a response of Stripe, which is an object with a member `object`.
    response: bool,
    /// A copy of the text, shared by the values that are kept as text. Created for the first of them.
    shared: Option<Arc<Shared>>,
    /// The large values of the text that have been skipped. Borrowed if the text was read before.
    spans: Cow<'a, [Span]>,
    /// The number of bytes that the decoded value may still allocate.
    memory: usize,
    /// Returns the first part of the path of an error.
    root_name: fn() -> &'static str,
}

impl<'a> Decoder<'a> {
    /// Creates a decoder of a whole text.
    pub(crate) const fn new(text: &'a str, root_name: fn() -> &'static str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            begun: false,
            watched: None,
            response: false,
            shared: None,
            spans: Cow::Owned(Vec::new()),
            memory: memory::limit(text.len()),
            root_name,
        }
    }

    /// Creates a decoder of a response. Values that are kept as text share `text` instead of copying it.
    pub(crate) fn of_response(text: &'a Arc<str>, root_name: fn() -> &'static str) -> Self {
        Self {
            response: true,
            shared: Some(Shared::new(Arc::clone(text), root_name)),
            ..Self::new(text, root_name)
        }
    }

    /// Returns whether the next value is a whole response.
    pub fn is_response(&self) -> bool {
        self.response && self.depth == 0
    }

    /// Skips white space and returns the first byte of the next value or punctuation, without reading it.
    #[inline]
    pub(crate) fn peek(&mut self) -> Result<u8, DecodeError> {
        match self.byte() {
            Some(byte) if byte > b' ' => Ok(byte),
            _ => self.peek_after_white(),
        }
    }

    fn peek_after_white(&mut self) -> Result<u8, DecodeError> {
        self.at += white_prefix(self.rest());
        self.byte().ok_or_else(|| self.syntax("a value"))
    }

    /// Fails if anything but white space is left.
    pub(crate) fn end(&mut self) -> Result<(), DecodeError> {
        if self.peek().is_ok() {
            return Err(self.syntax("the end"));
        }
        self.share_spans();
        Ok(())
    }

    /// Reads `null` if it is the next value, and returns whether it was.
    #[inline]
    pub(crate) fn null(&mut self) -> Result<bool, DecodeError> {
        if self.peek()? != b'n' {
            return Ok(false);
        }
        self.word("null")?;
        Ok(true)
    }

    pub(crate) fn boolean(&mut self) -> Result<bool, DecodeError> {
        match self.peek()? {
            b't' => self.word("true").map(|()| true),
            b'f' => self.word("false").map(|()| false),
            _ => Err(self.unexpected("true or false")),
        }
    }

    /// Reads the `{` of an object. To be followed by calls of [`next_key`](Self::next_key) until it returns `None`.
    pub(crate) fn begin_object(&mut self) -> Result<(), DecodeError> {
        if self.peek()? != b'{' {
            return Err(self.unexpected("an object"));
        }
        self.enter()
    }

    /// Reads the next key of the object, up to its value. Returns `None` after the `}`.
    pub(crate) fn next_key(&mut self) -> Result<Option<Cow<'a, str>>, DecodeError> {
        match self.next_member()? {
            true => self.key().map(Some),
            false => Ok(None),
        }
    }

    /// Returns whether the object has another member, or `false` after the `}`.
    #[inline]
    pub(crate) fn next_member(&mut self) -> Result<bool, DecodeError> {
        self.next_part(b'}')
    }

    /// Reads a key, up to its value.
    #[inline]
    pub(crate) fn key(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek()? != b'"' {
            return Err(self.syntax("a key"));
        }
        let key = self.string()?;
        self.colon()?;
        Ok(key)
    }

    /// Reads the next key if it is `name`, without escapes, and returns whether it was. Faster than reading any key.
    #[inline]
    pub(crate) fn take_key(&mut self, name: &str) -> bool {
        let Some((b'"', rest)) = self.rest().split_first() else {
            return false;
        };
        let taken = matches!(rest.get(name.len()..), Some([b'"', b':', ..]))
            && rest.starts_with(name.as_bytes());
        if taken {
            self.at += name.len() + 3;
            self.take(b' ');
        }
        taken
    }

    #[inline]
    fn colon(&mut self) -> Result<(), DecodeError> {
        if self.peek()? != b':' {
            return Err(self.syntax("`:`"));
        }
        self.at += 1;
        // Stripe sends one space here.
        self.take(b' ');
        Ok(())
    }

    /// Reads the `[` of an array. To be followed by calls of [`next_element`](Self::next_element) until it returns
    /// `false`.
    pub(crate) fn begin_array(&mut self) -> Result<(), DecodeError> {
        if self.peek()? != b'[' {
            return Err(self.unexpected("an array"));
        }
        self.enter()
    }

    /// Returns whether the array has another element, or `false` after the `]`.
    pub(crate) fn next_element(&mut self) -> Result<bool, DecodeError> {
        self.next_part(b']')
    }

    /// Returns the member `key` of the next object if it is a string, without reading the object.
    pub fn look_ahead(&mut self, key: &str) -> Result<Option<Cow<'a, str>>, DecodeError> {
        let (at, depth) = (self.at, self.depth);
        let found = match self.go_to_member(key)? && self.peek()? == b'"' {
            true => Some(self.string()?),
            false => None,
        };
        self.back_to(at, depth);
        Ok(found)
    }

    /// Moves to the value of the member `key` of the next object. Returns `false` if there is no such member.
    pub(crate) fn go_to_member(&mut self, key: &str) -> Result<bool, DecodeError> {
        self.begin_object()?;
        while let Some(name) = self.next_key()? {
            if name == key {
                return Ok(true);
            }
            self.skip()?;
        }
        Ok(false)
    }

    /// An error that describes the kind of the next value. It never quotes strings, which may be personal data.
    #[cold]
    pub(crate) fn unexpected(&mut self, expected: &'static str) -> DecodeError {
        let found = match self.peek() {
            Ok(b'"') => "a string".into(),
            Ok(b'{') => "an object".into(),
            Ok(b'[') => "an array".into(),
            Ok(b'n' | b't' | b'f' | b'-' | b'0'..=b'9') => match self.raw() {
                Ok(text) => Cow::Owned(text.to_owned()),
                Err(error) => return error,
            },
            _ => return self.syntax("a value"),
        };
        DecodeError::unexpected(expected, found)
    }

    #[cold]
    fn syntax(&self, expected: &'static str) -> DecodeError {
        syntax(self.text, self.at, expected)
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    #[inline]
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves back to the start of a value.
    fn back_to(&mut self, at: usize, depth: u32) {
        (self.at, self.depth, self.begun) = (at, depth, false);
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let taken = self.byte() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn word(&mut self, word: &'static str) -> Result<(), DecodeError> {
        if !self.rest().starts_with(word.as_bytes()) {
            return Err(self.syntax(word));
        }
        self.at += word.len();
        Ok(())
    }

    fn enter(&mut self) -> Result<(), DecodeError> {
        self.at += 1;
        self.depth += 1;
        self.begun = true;
        if self.depth > DEPTH_LIMIT {
            return Err(DecodeError::too_deep(DEPTH_LIMIT));
        }
        Ok(())
    }

    /// Returns whether another member or element follows, or `false` after `close`.
    fn next_part(&mut self, close: u8) -> Result<bool, DecodeError> {
        let first = std::mem::take(&mut self.begun);
        let byte = self.peek()?;
        if byte == close {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !first {
            if byte != b',' {
                return Err(self.syntax("`,` or the end of the object or array"));
            }
            self.at += 1;
            if self.peek()? == close {
                return Err(self.syntax("a value after `,`"));
            }
        }
        Ok(true)
    }
}

/// An error that describes the character at a position of `text`.
#[cold]
fn syntax(text: &str, at: usize, expected: &'static str) -> DecodeError {
    let found = match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(c) => format!("`{}`", c.escape_default()).into(),
        None => Cow::Borrowed("the end of the text"),
    };
    DecodeError::syntax(at, expected, found)
}

#[cfg(test)]
mod tests;
