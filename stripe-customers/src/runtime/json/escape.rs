//! Escape sequences of JSON strings.

/// Decodes the escape at the start of `rest` (after the backslash), appends the character to `out`, and returns the
/// length of the escape. The error is what was expected.
///
/// An unpaired surrogate becomes U+FFFD instead of an error, so that one broken character does not fail a response.
pub(super) fn unescape(rest: &[u8], out: &mut String) -> Result<usize, &'static str> {
    let plain = match rest.first() {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unescape_unit(rest, out),
        _ => return Err("an escape"),
    };
    out.push(plain);
    Ok(1)
}

/// Decodes `uXXXX`, or two of them that form a surrogate pair.
fn unescape_unit(rest: &[u8], out: &mut String) -> Result<usize, &'static str> {
    let unit = hex(rest, 1).ok_or("an escape of four hexadecimal digits")?;
    let low = match rest.get(5..7) {
        Some(b"\\u") => hex(rest, 7),
        _ => None,
    };
    let mut pair = char::decode_utf16([unit].into_iter().chain(low));
    match pair.next() {
        // A character of two UTF-16 units used both escapes; otherwise the second escape is a character of its own.
        Some(Ok(c)) => {
            out.push(c);
            Ok(if c.len_utf16() == 2 { 11 } else { 5 })
        }
        _ => {
            out.push(char::REPLACEMENT_CHARACTER);
            Ok(5)
        }
    }
}

fn hex(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 4)?.iter().try_fold(0, |unit, &byte| {
        let digit = char::from(byte).to_digit(16)?;
        Some(unit << 4 | u16::try_from(digit).ok()?)
    })
}

/// Writes an object, one member after the other.
pub(crate) struct ObjectWriter<'o> {
    out: &'o mut String,
    start: usize,
}

impl<'o> ObjectWriter<'o> {
    pub(crate) fn new(out: &'o mut String) -> Self {
        out.push('{');
        let start = out.len();
        Self { out, start }
    }

    /// Writes a key. Its value must be appended to the result.
    pub(crate) fn key(&mut self, key: &str) -> &mut String {
        if self.out.len() > self.start {
            self.out.push(',');
        }
        write_string(key, self.out);
        self.out.push(':');
        self.out
    }

    pub(crate) fn end(self) {
        self.out.push('}');
    }
}

/// Appends `text` as a JSON string, including the quotes.
pub(crate) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' => {
                out.push_str("\\u00");
                for shift in [4, 0] {
                    let digit = (u32::from(c) >> shift) & 0xf;
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
