//! The lines of a file around an error.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::style::{self, styled};

/// How many lines are shown before and after the marked one.
const AROUND: usize = 2;

/// How many characters of a line are shown, at most half of them before the mark.
const WIDTH: usize = 120;

/// The lines of the file `name` around the bytes `marked` of its `text`, with their numbers, and with the range underlined in colour.
/// Only the first line of the range is marked. Of long lines, a part is shown.
///
/// The range is extended to whole characters.
pub(crate) fn excerpt(name: &str, text: &str, marked: Range<usize>) -> Option<String> {
    let marked = whole_characters(text, marked);
    let before = text.get(..marked.start)?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..)?.chars().count() + 1;
    let number = before.matches('\n').count() + 1;
    let first = number.saturating_sub(AROUND).max(1);
    let mut lines = String::new();
    let mut underlined = 0..0;
    for (line, at) in text.split('\n').zip(1..=number + AROUND).skip(first - 1) {
        if at > first {
            lines.push('\n');
        }
        if at == number {
            let (part, shift) = part(line, marked.start - start);
            let length = marked.len().min(part.len() - shift);
            underlined = lines.len() + shift..lines.len() + shift + length;
            lines.push_str(&part);
        } else {
            lines.push_str(&part(line, 0).0);
        }
    }
    let width = (first + lines.lines().count() - 1).to_string().len();
    let snippet = Snippet::source(lines)
        .line_start(first)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(underlined));
    let shown = Renderer::styled().render(&[Group::with_level(Level::ERROR).element(snippet)]);
    let arrow = styled(style::ARROW, "-->");
    Some(format!(
        "{:width$}{arrow} {name}:{number}:{column}\n{shown}",
        ""
    ))
}

/// The characters of `line` around the byte `at`, and the place of that byte in them.
fn part(line: &str, at: usize) -> (String, usize) {
    let (before, after) = line.split_at(at);
    let start = before.char_indices().rev().nth(WIDTH / 2 - 1);
    let (before, more) = match start {
        Some((start, _)) if start > 0 => (before.get(start..).unwrap_or_default(), "..."),
        _ => (before, ""),
    };
    let (after, still_more) = match after.char_indices().nth(WIDTH - before.chars().count()) {
        Some((end, _)) => (after.get(..end).unwrap_or_default(), "..."),
        None => (after, ""),
    };
    let shift = more.len() + before.len();
    (format!("{more}{before}{after}{still_more}"), shift)
}

/// `range`, extended to whole characters.
fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = range;
    while start > 0 && start < text.len() && !text.is_char_boundary(start) {
        start -= 1;
    }
    while end < text.len() && !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::excerpt;

    /// The excerpt without colours.
    fn plain(text: &str, marked: std::ops::Range<usize>) -> String {
        let excerpt = excerpt("a.yaml", text, marked).unwrap();
        anstream::adapter::strip_str(&excerpt).to_string()
    }

    #[track_caller]
    fn shows(text: &str, marked: &str, expected: &str) {
        let start = text.find(marked).unwrap();
        assert_eq!(plain(text, start..start + marked.len()), expected);
    }

    #[test]
    fn shows_the_lines_around() {
        shows(
            "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\n",
            "4",
            " --> a.yaml:4:4\n  |\n2 | b: 2\n3 | c: 3\n4 | d: 4\n  |    ^\n5 | e: 5\n6 | f: 6\n  |",
        );
    }

    #[test]
    fn shows_the_ends_of_a_file() {
        shows("a: 1", "a", " --> a.yaml:1:1\n  |\n1 | a: 1\n  | ^");
        shows(
            "a: 1\nb: 2\n",
            "2\n",
            " --> a.yaml:2:4\n  |\n1 | a: 1\n2 | b: 2\n  |    ^",
        );
    }

    #[test]
    fn cuts_long_lines() {
        let text = format!(
            "{{{}\"here\": 1, {}}}",
            "\"a\": 1, ".repeat(9_000),
            "\"b\": 1, ".repeat(9_000)
        );
        let start = text.find("\"here\"").unwrap();
        let plain = plain(&text, start..start + 6);
        assert!(
            plain.len() < 1_000 && plain.contains("\"here\": 1"),
            "{plain}"
        );
    }

    /// An error can be at the first or the last byte of a character, or at the end of the text.
    #[test]
    fn shows_whole_characters_and_the_end() {
        let text = "{ä: 1";
        for (marked, marks) in [(1..2, " ^"), (2..3, " ^"), (0..2, "^^"), (6..7, "     ^")] {
            let plain = plain(text, marked.clone());
            let shown: Vec<_> = plain.lines().skip(2).collect();
            assert_eq!(shown, ["1 | {ä: 1", &format!("  | {marks}")], "{marked:?}");
        }
    }

    #[test]
    fn a_range_outside_of_the_text_has_no_excerpt() {
        assert!(excerpt("", "a", 2..3).is_none());
        assert!(excerpt("", "ä", 3..4).is_none());
    }
}
