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
    for change in changes.iter().filter(|it| !it.is_fresh()) {
        left -= file(&mut text, change, LINES_PER_FILE.min(left));
    }
    text
}

/// Adds at most `limit` lines of differences of one file to `text`, and returns their number.
fn file(text: &mut String, change: &FileChange<'_>, limit: usize) -> usize {
    let (old, new) = (change.old.as_deref(), change.new);
    let name = change.place.to_string();
    let side = |text: Option<&str>| text.map_or("/dev/null", |_| name.as_str());
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
    use super::{LINES, LINES_PER_FILE, file};
    use crate::compare::FileChange;
    use crate::named_path::NamedPath;

    /// The differences of the file `name` without colours, and the number of their lines.
    fn shown(name: &str, old: Option<&str>, new: Option<&str>, limit: usize) -> (String, usize) {
        let place = NamedPath::url(name);
        let old = old.map(str::to_owned);
        let mut text = String::new();
        let shown = file(&mut text, &FileChange { place, old, new }, limit);
        (anstream::adapter::strip_str(&text).to_string(), shown)
    }

    #[test]
    fn shows_what_differs() {
        let text = "--- a.rs\n+++ a.rs\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";
        let shown = shown("a.rs", Some("a\nb\nc\n"), Some("a\nB\nc\n"), 40);
        assert_eq!(shown, (text.to_owned(), 5));
    }

    #[test]
    fn shows_files_that_come_and_go() {
        let (new, _) = shown("new.rs", None, Some("a\n"), 40);
        assert_eq!(new, "--- /dev/null\n+++ new.rs\n@@ -0,0 +1 @@\n+a\n");
        let (old, _) = shown("old.rs", Some("a"), None, 40);
        assert_eq!(
            old,
            "--- old.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n\\ No newline at end of file\n"
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
            let (text, shown) = shown("a.rs", None, Some(&new), limit);
            assert_eq!(shown, limit);
            assert!(text.ends_with(more), "{text}");
            assert_eq!(text.lines().count(), 2 + limit + more.lines().count());
        }
        const { assert!(LINES_PER_FILE < LINES) };
    }
}
