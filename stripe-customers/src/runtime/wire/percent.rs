//! Percent-encoding.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// For every byte, the byte that is sent instead, or [`ENCODED`].
type Table = [u8; 256];

/// Not ASCII, unlike every byte that is sent.
const ENCODED: u8 = 0xff;

/// The table of a form.
const FORM: Table = table(b"*-._", b'+');

/// The table of a path.
const SEGMENT: Table = table(b"-._~", ENCODED);

/// Appends `text` as a name or value of `application/x-www-form-urlencoded`.
pub(crate) fn append_form(text: &str, out: &mut String) {
    append(text, out, &FORM);
}

/// Appends `text` as one segment of a path.
pub(super) fn append_segment(text: &str, out: &mut String) {
    append(text, out, &SEGMENT);
}

/// Creates a table that keeps letters, digits and `signs`, and replaces spaces with `space`.
#[allow(clippy::indexing_slicing, reason = "evaluated at compile time")]
const fn table(signs: &[u8], space: u8) -> Table {
    let mut table = [ENCODED; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte;
        }
        byte += 1;
    }
    let mut sign = 0;
    while sign < signs.len() {
        table[signs[sign] as usize] = signs[sign];
        sign += 1;
    }
    table[b' ' as usize] = space;
    table
}

/// Appends `text` with its bytes replaced or encoded.
fn append(text: &str, out: &mut String, table: &Table) {
    let lookup = |byte: u8| table.get(usize::from(byte)).copied().unwrap_or(ENCODED);
    // Most texts are names, which are copied as a whole.
    let kept = text.bytes().position(|byte| lookup(byte) != byte);
    // Only ASCII is kept, so this is a character boundary.
    let (kept, rest) = text.split_at(kept.unwrap_or(text.len()));
    out.push_str(kept);
    for byte in rest.bytes() {
        match lookup(byte) {
            sent @ ..0x80 => out.push(char::from(sent)),
            _ => append_encoded(byte, out),
        }
    }
}

/// Appends `%` and the two hexadecimal digits of `byte`.
fn append_encoded(byte: u8, out: &mut String) {
    out.push('%');
    for digit in [byte >> 4, byte & 0xf] {
        let digit = HEX.get(usize::from(digit)).copied();
        out.push(char::from(digit.unwrap_or_default()));
    }
}

#[cfg(test)]
mod tests {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

    use super::{append_form, append_segment};

    const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');

    #[test]
    fn bytes_that_are_not_plain_are_encoded() {
        let mut out = String::new();
        append_form("a b+c=d&é*-._~", &mut out);
        assert_eq!(out, "a+b%2Bc%3Dd%26%C3%A9*-._%7E");
        out.clear();
        append_segment("../a b?#é~", &mut out);
        assert_eq!(out, "..%2Fa%20b%3F%23%C3%A9~");
        // After any number of bytes that are kept.
        for before in 0..20 {
            let kept = "x".repeat(before);
            out.clear();
            append_form(&format!("{kept}é {kept}"), &mut out);
            assert_eq!(out, format!("{kept}%C3%A9+{kept}"));
        }
    }

    #[test]
    fn every_byte_is_encoded_as_by_other_libraries() {
        for c in (0..0x80).chain([0x80, 0xff, 0x7ff, 0xffff, 0x10_ffff]) {
            let text = char::from_u32(c).unwrap().to_string();
            let mut out = String::new();
            append_form(&text, &mut out);
            let form: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            assert_eq!(out, form);
            out.clear();
            append_segment(&text, &mut out);
            let path = percent_encoding::utf8_percent_encode(&text, UNRESERVED);
            assert_eq!(out, path.to_string());
        }
    }
}
