//! Percent-encoding.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `text` as a name or value of `application/x-www-form-urlencoded`.
pub(super) fn append_form(text: &str, out: &mut String) {
    append(text, out, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_')
    });
}

/// Appends `text` as one segment of a path: whatever is in it, it stays one segment.
pub(super) fn append_segment(text: &str, out: &mut String) {
    append(text, out, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
    });
}

fn append(text: &str, out: &mut String, plain: impl Fn(u8) -> bool) {
    let mut rest = text;
    while let Some(special) = rest.bytes().position(|byte| !plain(byte)) {
        let (before, after) = rest.split_at(special);
        out.push_str(before);
        // `special` may be the start of a character of several bytes: take all of it.
        let end = after.chars().next().map_or(0, char::len_utf8);
        let (character, tail) = after.split_at(end);
        for &byte in character.as_bytes() {
            out.push('%');
            for digit in [byte >> 4, byte & 0xf] {
                out.push(HEX.get(usize::from(digit)).copied().map_or('0', char::from));
            }
        }
        rest = tail;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::{append_form, append_segment};

    #[test]
    fn encodes_what_is_not_plain() {
        let mut out = String::new();
        append_form("a b+c=d&é*-._~", &mut out);
        assert_eq!(out, "a%20b%2Bc%3Dd%26%C3%A9*-._%7E");
        out.clear();
        append_segment("../a b?#é~", &mut out);
        assert_eq!(out, "..%2Fa%20b%3F%23%C3%A9~");
    }
}
