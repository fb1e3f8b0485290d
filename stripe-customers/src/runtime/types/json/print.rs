//! Printing a value.

use std::fmt::{self, Display, Formatter};

use super::Json;

/// As received, or with `{:#}` indented by two spaces.
impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match f.alternate() {
            true => indented(self.text(), f),
            false => f.write_str(self.text()),
        }
    }
}

/// Writes valid JSON with every member and element on a line. Strings and numbers stay as they are.
fn indented(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    let mut depth = 0_usize;
    // The first character of the last token.
    let mut last = ' ';
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let opened = matches!(last, '{' | '[');
        if matches!(first, '}' | ']') {
            depth = depth.saturating_sub(1);
            if !opened {
                new_line(f, depth)?;
            }
        } else if opened || last == ',' {
            new_line(f, depth)?;
        }
        if matches!(first, '{' | '[') {
            depth += 1;
        }
        let (token, after) = rest.split_at(length(rest));
        f.write_str(token)?;
        if first == ':' {
            f.write_str(" ")?;
        }
        last = first;
        rest = after.trim_start();
    }
    Ok(())
}

/// The length of the first token of valid JSON.
fn length(text: &str) -> usize {
    let mut escaped = false;
    let mut end_of_string = |c: char| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    };
    match text.strip_prefix('"') {
        Some(string) => 2 + string.find(&mut end_of_string).unwrap_or_default(),
        None => {
            match text.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '+' | '.')) {
                // Punctuation.
                Some(0) => 1,
                end => end.unwrap_or(text.len()),
            }
        }
    }
}

fn new_line(f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
    f.write_str("\n")?;
    (0..depth).try_for_each(|_| f.write_str("  "))
}
