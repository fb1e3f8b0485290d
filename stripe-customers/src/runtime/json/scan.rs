//! Finding the end of plain text in strings and of white space, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

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
    let plain = |&byte: &u8| byte != b'"' && byte != b'\\' && byte >= 0x20;
    bytes.len() - rest.len() + rest.iter().take_while(|byte| plain(byte)).count()
}

/// Returns the number of bytes of white space at the start of `bytes`. In Stripe's responses, most of it is indentation.
pub(super) fn white_prefix(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((b' ' | b'\n' | b'\r' | b'\t', after)) = rest.split_first() {
        rest = after;
        while let Some((word, after)) = rest.split_first_chunk() {
            let other = u64::from_le_bytes(*word) ^ (ONES * b' ' as u64);
            if other != 0 {
                let blanks = (other.trailing_zeros() / 8) as usize;
                rest = rest.get(blanks..).unwrap_or_default();
                break;
            }
            rest = after;
        }
    }
    bytes.len() - rest.len()
}

/// Sets the high bit of the lowest special byte of `word`, and of no byte below it. A borrow may set bits above it, which
/// the callers ignore.
const fn special_bytes(word: u64) -> u64 {
    let quote = word ^ (ONES * b'"' as u64);
    let backslash = word ^ (ONES * b'\\' as u64);
    let below_space = word.wrapping_sub(ONES * 0x20) & !word;
    let is_quote = quote.wrapping_sub(ONES) & !quote;
    let is_backslash = backslash.wrapping_sub(ONES) & !backslash;
    (below_space | is_quote | is_backslash) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::{plain_prefix, white_prefix};

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
