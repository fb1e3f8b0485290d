//! The lines of a file around a place that a message speaks of.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// How many lines are shown before and after the one that is meant.
const AROUND: usize = 2;

/// Some lines of a file, one of which is meant.
#[derive(Debug)]
pub(crate) struct Excerpt {
    /// What a message calls the file.
    name: String,
    /// The number of the first line, from 1.
    first: usize,
    lines: String,
    /// What is meant, in `lines`.
    meant: Range<usize>,
}

impl Excerpt {
    /// The lines of the file `name` around the bytes `meant` of its `text`; of more than one line, the first is meant.
    ///
    /// Characters are meant as a whole: whoever knows where one begins need not know how long it is.
    pub(crate) fn new(name: String, text: &str, meant: Range<usize>) -> Option<Self> {
        let meant = whole_characters(text, meant);
        let (before, rest) = text.split_at_checked(meant.start)?;
        let start_of_line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let start = before
            .get(..start_of_line.saturating_sub(1))?
            .rmatch_indices('\n')
            .nth(AROUND - 1)
            .map_or(0, |(newline, _)| newline + 1);
        let end_of_line = rest.find('\n').unwrap_or(rest.len());
        let end = rest
            .match_indices('\n')
            .nth(AROUND)
            .map_or(rest.len(), |(newline, _)| newline);
        let length = meant.len().min(end_of_line);
        Some(Self {
            name,
            first: text.get(..start)?.matches('\n').count() + 1,
            lines: text.get(start..meant.start + end)?.to_owned(),
            meant: meant.start - start..meant.start - start + length,
        })
    }

    /// The lines with their numbers, and what is meant underlined; with the colours of a terminal.
    pub(crate) fn render(&self) -> String {
        let annotation = AnnotationKind::Primary.span(self.meant.clone());
        let snippet = Snippet::source(&self.lines)
            .path(&self.name)
            .line_start(self.first)
            .fold(false)
            .annotation(annotation);
        Renderer::styled().render(&[Group::with_level(Level::ERROR).element(snippet)])
    }
}

/// `range`, with all of the characters that it has a part of.
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
    use super::Excerpt;

    #[track_caller]
    fn shows(text: &str, meant: &str, expected: &str) {
        let start = text.find(meant).unwrap();
        let excerpt = Excerpt::new("a.yaml".to_owned(), text, start..start + meant.len()).unwrap();
        let plain = anstream::adapter::strip_str(&excerpt.render()).to_string();
        assert_eq!(plain, expected);
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
        let excerpt = Excerpt::new("a.json".to_owned(), &text, start..start + 6).unwrap();
        let plain = anstream::adapter::strip_str(&excerpt.render()).to_string();
        assert!(
            plain.len() < 1_000 && plain.contains("\"here\": 1"),
            "{plain}"
        );
    }

    /// An error can be at the first or the last byte of a character, or where more should have come.
    #[test]
    fn shows_whole_characters_and_the_end() {
        let text = "{ä: 1";
        for (meant, marks) in [(1..2, " ^"), (2..3, " ^"), (0..2, "^^"), (6..7, "     ^")] {
            let excerpt = Excerpt::new("a.json".to_owned(), text, meant.clone()).unwrap();
            let plain = anstream::adapter::strip_str(&excerpt.render()).to_string();
            let shown: Vec<_> = plain.lines().skip(2).collect();
            assert_eq!(shown, ["1 | {ä: 1", &format!("  | {marks}")], "{meant:?}");
        }
    }

    #[test]
    fn is_none_for_what_is_no_place() {
        assert!(Excerpt::new(String::new(), "a", 2..3).is_none());
        assert!(Excerpt::new(String::new(), "ä", 3..4).is_none());
    }
}
