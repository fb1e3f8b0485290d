//! Percent-encoding.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// The bytes that are not encoded in a form.
const FORM: [bool; 256] = plain(b"*-._");

/// The bytes that are not encoded in a path.
const SEGMENT: [bool; 256] = plain(b"-._~");

/// Appends `text` as a name or value of `application/x-www-form-urlencoded`.
pub(crate) fn append_form(text: &str, out: &mut String) {
    append(text, out, Some("+"), &FORM);
}

/// Appends `text` as one segment of a path.
pub(super) fn append_segment(text: &str, out: &mut String) {
    append(text, out, None, &SEGMENT);
}

/// A table of letters, digits and `signs`.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn plain(signs: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut sign = 0;
    while sign < signs.len() {
        table[signs[sign] as usize] = true;
        sign += 1;
    }
    table
}

/// Appends `text` and encodes all bytes that are not `plain`. A space becomes `space`, if given.
fn append(text: &str, out: &mut String, space: Option<&str>, plain: &[bool; 256]) {
    let mut rest = text.as_bytes();
    let mut start = 0;
    loop {
        let length = plain_length(rest, plain);
        // Plain bytes are ASCII, so these are character boundaries.
        out.push_str(text.get(start..start + length).unwrap_or_default());
        let Some((&byte, after)) = rest.get(length..).and_then(<[u8]>::split_first) else {
            return;
        };
        out.push_str(match (byte, space) {
            (b' ', Some(space)) => space,
            _ => encoded(byte),
        });
        rest = after;
        start += length + 1;
    }
}

/// Returns the number of `plain` bytes at the start of `bytes`. Checks eight at a time, because most are plain.
fn plain_length(bytes: &[u8], plain: &[bool; 256]) -> usize {
    let is_plain = |&byte: &u8| plain.get(usize::from(byte)) == Some(&true);
    let (chunks, _) = bytes.as_chunks::<8>();
    let plain_chunks = chunks
        .iter()
        // No branch per byte.
        .take_while(|chunk| chunk.iter().fold(true, |all, byte| all & is_plain(byte)));
    let length = plain_chunks.count() * 8;
    let rest = bytes.get(length..).unwrap_or_default();
    length + rest.iter().take_while(|byte| is_plain(byte)).count()
}

/// Returns `%` and the two hexadecimal digits of `byte`.
fn encoded(byte: u8) -> &'static str {
    const BYTES: [u8; 768] = all_encoded();
    const TEXT: &str = match std::str::from_utf8(&BYTES) {
        Ok(text) => text,
        Err(_) => "",
    };
    let start = usize::from(byte) * 3;
    TEXT.get(start..start + 3).unwrap_or_default()
}

/// `%00%01` to `%FF`.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn all_encoded() -> [u8; 768] {
    let mut all = [b'%'; 768];
    let mut byte = 0;
    while byte < 256 {
        all[byte * 3 + 1] = HEX[byte >> 4];
        all[byte * 3 + 2] = HEX[byte & 0xf];
        byte += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{append_form, append_segment};

    #[test]
    fn bytes_that_are_not_plain_are_encoded() {
        let mut out = String::new();
        append_form("a b+c=d&é*-._~", &mut out);
        assert_eq!(out, "a+b%2Bc%3Dd%26%C3%A9*-._%7E");
        out.clear();
        append_segment("../a b?#é~", &mut out);
        assert_eq!(out, "..%2Fa%20b%3F%23%C3%A9~");
        // At every position of the eight bytes that are checked together.
        for before in 0..20 {
            let plain = "x".repeat(before);
            out.clear();
            append_form(&format!("{plain}é {plain}"), &mut out);
            assert_eq!(out, format!("{plain}%C3%A9+{plain}"));
        }
    }
}
