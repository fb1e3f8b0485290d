//! Percent-encoding.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `text` as a name or value of `application/x-www-form-urlencoded`.
pub(super) fn append_form(text: &str, out: &mut String) {
    append(text, out, Some('+'), |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_')
    });
}

/// Appends `text` as one segment of a path: whatever is in it, it stays one segment.
pub(super) fn append_segment(text: &str, out: &mut String) {
    append(text, out, None, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
    });
}

/// Appends `text` with every byte encoded that is not `plain`; a blank as `blank`, if that is given.
fn append(text: &str, out: &mut String, blank: Option<char>, plain: impl Fn(u8) -> bool) {
    let mut rest = text;
    while let Some(special) = rest
        .chars()
        .position(|c| !u8::try_from(c).is_ok_and(&plain))
    {
        // All characters before it are plain, and so one byte long.
        let (before, after) = rest.split_at(special);
        out.push_str(before);
        let mut characters = after.chars();
        match (characters.next(), blank) {
            (Some(' '), Some(blank)) => out.push(blank),
            (Some(character), _) => append_encoded(character, out),
            (None, _) => {}
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

fn append_encoded(character: char, out: &mut String) {
    for &byte in character.encode_utf8(&mut [0; 4]).as_bytes() {
        out.push('%');
        for digit in [byte >> 4, byte & 0xf] {
            out.push(HEX.get(usize::from(digit)).copied().map_or('0', char::from));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{append_form, append_segment};

    #[test]
    fn encodes_what_is_not_plain() {
        let mut out = String::new();
        append_form("a b+c=d&é*-._~", &mut out);
        assert_eq!(out, "a+b%2Bc%3Dd%26%C3%A9*-._%7E");
        out.clear();
        append_segment("../a b?#é~", &mut out);
        assert_eq!(out, "..%2Fa%20b%3F%23%C3%A9~");
    }
}
