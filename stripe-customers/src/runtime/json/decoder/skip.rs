//! Skipping values. They are validated, but not kept.

use super::{DecodeError, Decoder};

impl Decoder<'_> {
    /// Skips a value of any kind.
    pub(crate) fn skip(&mut self) -> Result<(), DecodeError> {
        let outside = self.depth;
        // One bit per open object (1) or array (0), the innermost lowest. `DEPTH_LIMIT` is less than the number of bits.
        let mut objects = 0_u128;
        loop {
            let mut first = true;
            match self.peek()? {
                b'{' => {
                    self.enter()?;
                    objects = objects << 1 | 1;
                }
                b'[' => {
                    self.enter()?;
                    objects <<= 1;
                }
                byte => {
                    self.skip_scalar(byte)?;
                    first = false;
                }
            }
            loop {
                if self.depth == outside {
                    return Ok(());
                }
                if self.skip_to_value(objects & 1 == 1, first)? {
                    break;
                }
                objects >>= 1;
                first = false;
            }
        }
    }

    fn skip_scalar(&mut self, byte: u8) -> Result<(), DecodeError> {
        match byte {
            b'"' => self.skip_string(),
            b't' | b'f' => self.boolean().map(drop),
            b'n' => self.word("null"),
            b'-' | b'0'..=b'9' => match self.short_integer() {
                Some(_) => Ok(()),
                None => self.number().map(drop),
            },
            _ => Err(self.syntax("a value")),
        }
    }

    /// Moves to the next value in an object or array. Returns `false` after its end.
    fn skip_to_value(&mut self, object: bool, first: bool) -> Result<bool, DecodeError> {
        if !object {
            return self.next_element(first);
        }
        if !self.next_member(first)? {
            return Ok(false);
        }
        if self.peek()? != b'"' {
            return Err(self.syntax("a key"));
        }
        self.skip_string()?;
        self.colon()?;
        Ok(true)
    }

    fn skip_string(&mut self) -> Result<(), DecodeError> {
        match self.plain_string() {
            Some(_) => Ok(()),
            None => self.escaped_string().map(drop),
        }
    }
}
