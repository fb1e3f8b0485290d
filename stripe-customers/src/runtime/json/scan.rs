//! Finding the end of plain text in strings, of digits and of white space, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;
const SPACES: u64 = ONES * b' ' as u64;
/// A line break and spaces.
const LINE: u64 = SPACES ^ b' ' as u64 ^ b'\n' as u64;

/// Returns the number of bytes before the first quote, backslash or control character.
#[inline]
pub(super) fn plain_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return bytes.len() - rest.len() + (special.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    let plain = |byte| byte != b'"' && byte != b'\\' && byte >= 0x20;
    bytes.len() - rest.len() + prefix(rest, plain)
}

/// Returns the number of digits at the start of `bytes`.
#[inline]
pub(super) fn digit_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word) ^ (ONES * b'0' as u64);
        // A digit is 0 to 9 now, and adding 6 sets a high bit of every other byte. A carry may change bytes above the lowest
        // of these, which do not matter.
        let other = (word | word.wrapping_add(ONES * 6)) & (ONES * 0xf0);
        if other != 0 {
            return bytes.len() - rest.len() + (other.trailing_zeros() / 8) as usize;
        }
        rest = after;
    }
    bytes.len() - rest.len() + prefix(rest, |byte| byte.is_ascii_digit())
}

/// Returns the number of bytes of white space at the start of `bytes`. In Stripe's responses, most of it is a line break and
/// the indentation after it.
#[inline]
pub(super) fn white_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    let mut expected = LINE;
    while let Some((word, after)) = rest.split_first_chunk() {
        let other = u64::from_le_bytes(*word) ^ expected;
        if other != 0 {
            rest = rest
                .get((other.trailing_zeros() / 8) as usize..)
                .unwrap_or_default();
            break;
        }
        (rest, expected) = (after, SPACES);
    }
    let length = bytes.len() - rest.len();
    match rest {
        [byte, ..] if *byte > b' ' => length,
        _ => length + prefix(rest, |byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')),
    }
}

/// Returns the number of bytes at the start of `bytes` that `matches` accepts.
#[cold]
fn prefix(bytes: &[u8], matches: fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&byte| matches(byte)).count()
}

/// Sets the high bit of the lowest special byte of `word`, and of no byte below it. A borrow may set bits above it, which
/// the callers ignore.
const fn special_bytes(word: u64) -> u64 {
    // Exchanges the quote with the space, which follows the control characters.
    let quote_or_control = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * b'\\' as u64)).wrapping_sub(ONES);
    (quote_or_control | backslash) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::{digit_prefix, plain_prefix, white_prefix};

    #[test]
    fn stops_at_every_special_byte_at_every_offset() {
        for special in (0..0x20).chain(*b"\"\\") {
            for offset in 0..24 {
                let mut bytes = vec![b'a'; 24];
                bytes[offset] = special;
                assert_eq!(plain_prefix(&bytes), offset, "byte {special} at {offset}");
            }
        }
    }

    #[test]
    fn passes_everything_else() {
        let plain: Vec<u8> = (0x20..=0xff).filter(|b| !b"\"\\".contains(b)).collect();
        for start in 0..plain.len() {
            assert_eq!(plain_prefix(&plain[start..]), plain.len() - start);
        }
    }

    #[test]
    fn digits_end_at_every_other_byte_at_every_offset() {
        for other in (0..=0xff).filter(|byte: &u8| !byte.is_ascii_digit()) {
            for offset in 0..20 {
                let mut bytes = *b"01234567899876543210";
                bytes[offset] = other;
                assert_eq!(digit_prefix(&bytes), offset, "byte {other} at {offset}");
            }
        }
        assert_eq!(digit_prefix(b"01234567899876543210"), 20);
    }

    #[test]
    fn white_space_ends_at_the_first_other_byte() {
        for blanks in 0..40 {
            for start in ["", "\n", "\r\n", " \t\n"] {
                let white = format!("{start}{}", " ".repeat(blanks));
                for after in ["", "x", "\u{b}", "\"abcdefghijkl"] {
                    let text = format!("{white}{after}");
                    assert_eq!(white_prefix(text.as_bytes()), white.len(), "{text:?}");
                }
            }
        }
    }
}
