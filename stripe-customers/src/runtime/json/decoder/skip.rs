//! Skipping values. They are validated, but not kept.

use std::borrow::Cow;

use super::super::scan::{digit_prefix, plain_prefix, white_prefix};
use super::spans::{Recorder, end_of};
use super::{DEPTH_LIMIT, DecodeError, Decoder, syntax};

impl Decoder<'_> {
    /// Skips a value of any kind.
    pub(crate) fn skip(&mut self) -> Result<(), DecodeError> {
        if let Some(end) = self.known_end()? {
            self.at = end;
            return Ok(());
        }
        let (text, rest) = (Text(self.text), self.rest());
        let limit = DEPTH_LIMIT.saturating_sub(self.depth) as usize;
        let mut recorder = Recorder::new(match &mut self.spans {
            Cow::Owned(spans) if spans.last().is_none_or(|last| last.0 < self.at) => Some(spans),
            _ => None,
        });
        match text.skip_value(rest, limit, &mut recorder) {
            Ok(rest) => self.at = text.position(rest),
            Err(error) => {
                recorder.clear();
                return Err(error);
            }
        }
        Ok(())
    }

    /// Returns the end of the next value if it is a large one that was skipped before.
    pub(super) fn known_end(&mut self) -> Result<Option<usize>, DecodeError> {
        match self.peek()? {
            b'{' | b'[' => Ok(end_of(&self.spans, self.at)),
            _ => Ok(None),
        }
    }
}

/// A text to skip values in.
///
/// The methods take the rest of the text, and return the rest after what they skip. They are inlined into one loop, in which
/// the position is a register: most of a large response is skipped.
#[derive(Clone, Copy)]
struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    /// Skips a value that is nested at most `limit` levels deep.
    #[inline]
    fn skip_value(
        self,
        rest: &'a [u8],
        limit: usize,
        recorder: &mut Recorder<'_>,
    ) -> Result<&'a [u8], DecodeError> {
        let mut depth = 0;
        // One bit per open object (1) or array (0), the innermost lowest. `DEPTH_LIMIT` is less than the number of bits.
        let mut objects = 0_u128;
        let (mut byte, mut after) = self.next(rest)?;
        loop {
            if objects & 1 == 1 {
                (byte, after) = self.key(byte, after)?;
            }
            let mut rest = match byte {
                b'"' => self.string(after)?,
                b'{' | b'[' => {
                    recorder.open(depth, self.position(after) - 1);
                    depth += 1;
                    if depth > limit {
                        return Err(DecodeError::too_deep(DEPTH_LIMIT));
                    }
                    objects = objects << 1 | u128::from(byte == b'{');
                    (byte, after) = self.next(after)?;
                    if byte != close(objects) {
                        continue;
                    }
                    depth -= 1;
                    objects >>= 1;
                    recorder.close(depth, self.position(after));
                    after
                }
                b'-' => match self.next_digit(after)? {
                    (b'0', after) => self.fraction(after)?,
                    (_, after) => self.integer(after)?,
                },
                b'0' => self.fraction(after)?,
                b'1'..=b'9' => self.integer(after)?,
                b'n' => self.word(after, "null")?,
                b't' => self.word(after, "true")?,
                b'f' => self.word(after, "false")?,
                _ => return Err(self.unexpected(after, "a value")),
            };
            loop {
                if depth == 0 {
                    return Ok(rest);
                }
                (byte, after) = self.next(rest)?;
                if byte == b',' {
                    break;
                }
                if byte != close(objects) {
                    return Err(self.unexpected(after, "`,` or the end of the object or array"));
                }
                depth -= 1;
                objects >>= 1;
                recorder.close(depth, self.position(after));
                rest = after;
            }
            (byte, after) = self.next(after)?;
            if byte == close(objects) {
                return Err(self.unexpected(after, "a value after `,`"));
            }
        }
    }

    /// Skips white space and the byte after it. Also returns the byte.
    #[inline(always)]
    fn next(self, rest: &'a [u8]) -> Result<(u8, &'a [u8]), DecodeError> {
        match rest {
            [byte, after @ ..] if *byte > b' ' => Ok((*byte, after)),
            _ => match advance(rest, white_prefix(rest)) {
                [byte, after @ ..] => Ok((*byte, after)),
                [] => Err(self.expected(&[], "a value")),
            },
        }
    }

    /// Skips a key whose first byte is `first`, up to the value, and the first byte of the value. Also returns that byte.
    #[inline(always)]
    fn key(self, first: u8, after: &'a [u8]) -> Result<(u8, &'a [u8]), DecodeError> {
        if first != b'"' {
            return Err(self.unexpected(after, "a key"));
        }
        let rest = match self.string(after)? {
            [b':', rest @ ..] => rest,
            rest => self.colon(rest)?,
        };
        match rest {
            // As Stripe writes it.
            [b' ', byte, rest @ ..] if *byte > b' ' => Ok((*byte, rest)),
            _ => self.next(rest),
        }
    }

    /// Skips white space and a colon.
    #[cold]
    fn colon(self, rest: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        match self.next(rest)? {
            (b':', rest) => Ok(rest),
            (_, rest) => Err(self.unexpected(rest, "`:`")),
        }
    }

    /// Skips the rest of a string, after its opening quote.
    #[inline(always)]
    fn string(self, rest: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        match advance(rest, plain_prefix(rest)) {
            [b'"', rest @ ..] => Ok(rest),
            _ => self.escaped_string(rest),
        }
    }

    #[cold]
    fn escaped_string(self, rest: &[u8]) -> Result<&'a [u8], DecodeError> {
        let mut decoder = Decoder::new(self.0, || "");
        decoder.at = self.position(rest) - 1;
        decoder.escaped_string()?;
        Ok(decoder.rest())
    }

    /// Skips the rest of a number, after a digit that is not 0.
    #[inline(always)]
    fn integer(self, rest: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        self.fraction(advance(rest, digit_prefix(rest)))
    }

    /// Skips the fraction and the exponent of a number, if there are any.
    #[inline(always)]
    fn fraction(self, mut rest: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        if let [b'.', digits @ ..] = rest {
            rest = self.digits(digits)?;
        }
        if let [b'e' | b'E', digits @ ..] = rest {
            rest = match digits {
                [b'+' | b'-', digits @ ..] => self.digits(digits)?,
                _ => self.digits(digits)?,
            };
        }
        Ok(rest)
    }

    /// Skips one or more digits.
    #[cold]
    fn digits(self, rest: &'a [u8]) -> Result<&'a [u8], DecodeError> {
        let (_, rest) = self.next_digit(rest)?;
        Ok(advance(rest, digit_prefix(rest)))
    }

    /// Skips a digit. Also returns it.
    #[inline(always)]
    fn next_digit(self, rest: &'a [u8]) -> Result<(u8, &'a [u8]), DecodeError> {
        match rest {
            [byte @ b'0'..=b'9', after @ ..] => Ok((*byte, after)),
            _ => Err(self.expected(rest, "a digit")),
        }
    }

    /// Skips the rest of a word, after its first letter.
    #[inline(always)]
    fn word(self, rest: &'a [u8], word: &'static str) -> Result<&'a [u8], DecodeError> {
        let letters = word.as_bytes().split_first();
        letters
            .and_then(|(_, letters)| rest.strip_prefix(letters))
            .ok_or_else(|| self.unexpected(rest, word))
    }

    fn position(self, rest: &[u8]) -> usize {
        self.0.len() - rest.len()
    }

    /// The error that `rest` does not start with what is expected.
    #[cold]
    fn expected(self, rest: &[u8], expected: &'static str) -> DecodeError {
        syntax(self.0, self.position(rest), expected)
    }

    /// The error that the byte before `after` is not what is expected.
    #[cold]
    fn unexpected(self, after: &[u8], expected: &'static str) -> DecodeError {
        syntax(self.0, self.position(after) - 1, expected)
    }
}

#[inline(always)]
fn advance(rest: &[u8], length: usize) -> &[u8] {
    rest.get(length..).unwrap_or_default()
}

/// The end of the innermost open object or array.
#[inline(always)]
const fn close(objects: u128) -> u8 {
    if objects & 1 == 1 { b'}' } else { b']' }
}
