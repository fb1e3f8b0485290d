//! Numbers.

use super::{DecodeError, Decoder};

impl<'a> Decoder<'a> {
    /// Reads a number and returns its text.
    pub(crate) fn number(&mut self) -> Result<&'a str, DecodeError> {
        if !matches!(self.peek()?, b'-' | b'0'..=b'9') {
            return Err(self.unexpected("a number"));
        }
        self.raw()
    }

    /// Reads the next value if it is an integer of at most 18 digits without fraction or exponent. Otherwise does not
    /// move.
    pub(crate) fn short_integer(&mut self) -> Option<i64> {
        /// Every number with this many digits fits.
        const DIGITS: usize = 18;
        let rest = self.rest();
        let negative = rest.first() == Some(&b'-');
        let digits = rest.get(usize::from(negative)..)?;
        let length = digits
            .iter()
            .take(DIGITS)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let (digits, after) = digits.split_at_checked(length)?;
        let more = matches!(after.first(), Some(b'0'..=b'9' | b'.' | b'e' | b'E'));
        if more || matches!(digits, [] | [b'0', _, ..]) {
            return None;
        }
        self.at += length + usize::from(negative);
        let digit = |byte: &u8| i64::from(byte - b'0');
        let value = digits
            .iter()
            .fold(0, |value, byte| value * 10 + digit(byte));
        Some(if negative { -value } else { value })
    }
}
