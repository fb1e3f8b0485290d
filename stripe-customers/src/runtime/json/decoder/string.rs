//! Strings, borrowed from the text if they have no escapes.

use std::borrow::Cow;

use super::super::escape::unescape;
use super::super::scan::plain_prefix;
use super::{DecodeError, Decoder};

impl<'a> Decoder<'a> {
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek()? != b'"' {
            return Err(self.unexpected("a string"));
        }
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Reads `""` if it is the next value, and returns whether it was.
    pub(crate) fn empty_string(&mut self) -> Result<bool, DecodeError> {
        self.peek()?;
        let empty = self.rest().starts_with(b"\"\"");
        self.at += if empty { 2 } else { 0 };
        Ok(empty)
    }

    /// Reads a string without escapes, from its opening quote. Otherwise does not move.
    #[inline]
    pub(super) fn plain_string(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at + 1..)?;
        let length = plain_prefix(rest.as_bytes());
        if rest.as_bytes().get(length) != Some(&b'"') {
            return None;
        }
        self.at += length + 2;
        rest.get(..length)
    }

    fn plain_run(&mut self) -> &'a str {
        let start = self.at;
        self.at += plain_prefix(self.rest());
        self.since(start)
    }

    /// Reads any string, from its opening quote.
    #[cold]
    pub(super) fn escaped_string(&mut self) -> Result<String, DecodeError> {
        self.at += 1;
        let mut out = self.plain_run().to_owned();
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let escape = unescape(self.rest(), &mut out);
                    self.at += escape.map_err(|expected| self.syntax(expected))?;
                }
                _ => return Err(self.syntax("a character or the end of the string")),
            }
            out.push_str(self.plain_run());
        }
    }
}
