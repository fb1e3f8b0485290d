//! Printing a value.

use std::fmt::{self, Display, Formatter};

use super::Json;

/// Without white space, or with `{:#}` indented by two spaces. Strings and numbers are printed as received.
impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut depth = 0;
        // The last character that is not white space.
        let mut last = ' ';
        let mut rest = self.text().trim_start();
        while let Some(first) = rest.chars().next() {
            let (token, after) = rest.split_at(length(rest));
            match first {
                '}' | ']' => {
                    depth -= 1;
                    if !matches!(last, '{' | '[') {
                        new_line(f, depth)?;
                    }
                }
                _ if matches!(last, '{' | '[' | ',') => new_line(f, depth)?,
                _ => {}
            }
            if matches!(first, '{' | '[') {
                depth += 1;
            }
            f.write_str(token)?;
            if first == ':' && f.alternate() {
                f.write_str(" ")?;
            }
            last = first;
            rest = after.trim_start();
        }
        Ok(())
    }
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
    if f.alternate() {
        f.write_str("\n")?;
        (0..depth).try_for_each(|_| f.write_str("  "))?;
    }
    Ok(())
}
