//! Differences between files, in the format of `diff -u`.

use std::fmt::Write;
use std::time::Duration;

use similar::TextDiff;

use crate::compare::FileChange;
use crate::style::{self, styled};

/// The most lines that are shown for one file.
const LINES_PER_FILE: usize = 40;
/// The most lines that are shown for all files; further files are only named.
const LINES: usize = 400;

/// The differences between the existing files and the generated ones.
pub(crate) fn unified(changes: &[FileChange<'_>]) -> String {
    let mut text = String::new();
    let mut left = LINES;
    for FileChange { place, old, new } in changes.iter().filter(|it| !it.is_fresh()) {
        let limit = LINES_PER_FILE.min(left);
        left -= file(&mut text, &place.to_string(), old.as_deref(), *new, limit);
    }
    text
}

/// Adds at most `limit` lines of differences of one file to `text`, and returns their number.
fn file(
    text: &mut String,
    name: &str,
    old: Option<&str>,
    new: Option<&str>,
    limit: usize,
) -> usize {
    let side = |text: Option<&str>| if text.is_some() { name } else { "/dev/null" };
    // Writing to a string cannot fail.
    let names = format!("--- {}\n+++ {}", side(old), side(new));
    let _ = writeln!(text, "{}", styled(style::HEADLINE, names));
    // Comparing two files of 100,000 lines that have little in common takes seconds, for a result that nobody reads. After
    // this time the comparison becomes coarser.
    let diff = TextDiff::configure()
        .timeout(Duration::from_millis(200))
        .diff_lines(old.unwrap_or_default(), new.unwrap_or_default());
    let hunks = diff.unified_diff().to_string();
    let shown = hunks.lines().take(limit).count();
    for line in hunks.lines().take(limit) {
        let _ = writeln!(text, "{}", coloured(line));
    }
    match hunks.lines().count() - shown {
        0 => {}
        1 => text.push_str("… and 1 line more\n"),
        more => {
            let _ = writeln!(text, "… and {more} lines more");
        }
    }
    shown
}

/// A line of a difference in the usual colours.
fn coloured(line: &str) -> String {
    match line.as_bytes().first() {
        Some(b'+') => styled(style::ADDED, line),
        Some(b'-') => styled(style::REMOVED, line),
        Some(b'@') => styled(style::PLACE, line),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LINES, LINES_PER_FILE};

    /// Without colours.
    fn file(
        text: &mut String,
        name: &str,
        old: Option<&str>,
        new: Option<&str>,
        limit: usize,
    ) -> usize {
        let mut styled = String::new();
        let shown = super::file(&mut styled, name, old, new, limit);
        text.push_str(&anstream::adapter::strip_str(&styled).to_string());
        shown
    }

    #[test]
    fn shows_what_differs() {
        let mut text = String::new();
        let shown = file(&mut text, "a.rs", Some("a\nb\nc\n"), Some("a\nB\nc\n"), 40);
        assert_eq!(shown, 5);
        assert_eq!(
            text,
            "--- a.rs\n+++ a.rs\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"
        );
    }

    #[test]
    fn shows_files_that_come_and_go() {
        let mut text = String::new();
        file(&mut text, "new.rs", None, Some("a\n"), 40);
        file(&mut text, "old.rs", Some("a"), None, 40);
        assert_eq!(
            text,
            "--- /dev/null\n+++ new.rs\n@@ -0,0 +1 @@\n+a\n\
             --- old.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn says_how_much_it_leaves_out() {
        let new = "x\n".repeat(10);
        for (limit, more) in [
            (11, ""),
            (10, "… and 1 line more\n"),
            (0, "… and 11 lines more\n"),
        ] {
            let mut text = String::new();
            let shown = file(&mut text, "a.rs", None, Some(&new), limit);
            assert_eq!(shown, limit);
            assert!(text.ends_with(more), "{text}");
            assert_eq!(text.lines().count(), 2 + limit + more.lines().count());
        }
        const { assert!(LINES_PER_FILE < LINES) };
    }
}
