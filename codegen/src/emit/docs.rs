//! Doc comments.

use proc_macro2::{Delimiter, Group, Literal, Punct, Spacing, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use crate::ir::{Docs, Field};

/// The longest line of a doc comment, without its `/// ` and the indent.
const WIDTH: usize = 92;

/// ```text
/// /// The prose of the overlay.
/// ///
/// /// At most 512 characters.
/// ```
pub(super) fn comment(docs: &Docs) -> Comment {
    lines(&markdown(docs, None))
}

/// The documentation of a field, in Markdown; empty, if there is nothing to add to its name and type.
pub(super) fn of_field(field: &Field) -> String {
    let wire = (field.wire != field.name).then(|| format!("API field `{}`", field.wire));
    markdown(&field.docs, wire)
}

/// The documentation in Markdown, with one more fact.
fn markdown(docs: &Docs, fact: Option<String>) -> String {
    let facts: Vec<_> = fact.iter().chain(&docs.facts).map(String::as_str).collect();
    let facts = (!facts.is_empty()).then(|| sentence(&facts.join("; ")));
    let link = docs.link.as_ref().map(|link| format!("See <{link}>."));
    let last: Vec<_> = facts.into_iter().chain(link).collect();
    let last = (!last.is_empty()).then(|| last.join(" "));
    let paragraphs: Vec<_> = docs.prose.clone().into_iter().chain(last).collect();
    paragraphs.join("\n\n")
}

/// `at most 3 elements` as a sentence.
fn sentence(facts: &str) -> String {
    let mut letters = facts.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

/// The first sentence of `markdown`, without what follows.
pub(super) fn first_sentence(markdown: &str) -> &str {
    let paragraph = markdown.split("\n\n").next().unwrap_or_default();
    let ends = paragraph
        .match_indices('.')
        .map(|(at, _)| paragraph.split_at(at + 1));
    let mut sentences = ends.filter(|(sentence, rest)| is_sentence(sentence, rest));
    sentences.next().map_or(paragraph, |(sentence, _)| sentence)
}

/// Whether a sentence ends where `rest` begins: not within code, not after an abbreviation such as `e.g.`.
fn is_sentence(sentence: &str, rest: &str) -> bool {
    let begins = rest.trim_start().starts_with(|c: char| !c.is_lowercase());
    let word = sentence
        .trim_end_matches('.')
        .rsplit(char::is_whitespace)
        .next();
    let abbreviates = word.is_some_and(|word| word.contains('.') && !word.contains('`'));
    rest.starts_with(char::is_whitespace)
        && begins
        && !abbreviates
        && sentence.matches('`').count().is_multiple_of(2)
}

/// The lines of a doc comment, without `///`.
pub(super) struct Comment(Vec<String>);

impl ToTokens for Comment {
    fn to_tokens(&self, out: &mut TokenStream) {
        for line in &self.0 {
            let line = literal(line);
            out.append(Punct::new('#', Spacing::Alone));
            out.append(Group::new(Delimiter::Bracket, quote!(doc = #line)));
        }
    }
}

/// The doc comment of the variant for one value: ``/// `value` ``.
pub(super) fn value(wire: &str) -> Comment {
    // A line feed or a carriage return cannot stand in a comment.
    let wire = wire.replace(['\n', '\r'], " ");
    Comment(vec![format!(" `{wire}`")])
}

/// The doc comment with this text, in Markdown.
pub(super) fn lines(markdown: &str) -> Comment {
    Comment(wrap(markdown))
}

/// The doc comment with exactly these lines.
pub(super) fn code<'l>(lines: impl IntoIterator<Item = &'l str>) -> Comment {
    let lines = lines.into_iter().map(|line| match line {
        "" => String::new(),
        line => format!(" {line}"),
    });
    Comment(lines.collect())
}

/// The documentation at the top of a file.
pub(super) fn inner(markdown: &str) -> TokenStream {
    let lines = wrap(markdown);
    let lines = lines.iter().map(|line| literal(line));
    quote!(#(#![doc = #lines])*)
}

/// A line as a literal: a raw string if possible, which nothing has to escape and to read back character by character.
fn literal(line: &str) -> Literal {
    let raw = format!("r#\"{line}\"#").parse();
    raw.unwrap_or_else(|_| Literal::string(line))
}

/// The lines of a doc comment: the lines of plain paragraphs are filled; lists, code and the like are left as they are.
fn wrap(markdown: &str) -> Vec<String> {
    let lines = fill(markdown)
        .into_iter()
        .map(|line| match line.is_empty() {
            true => line,
            // Rust does not allow a carriage return in a comment.
            false => format!(" {}", line.replace('\r', " ")),
        });
    lines.collect()
}

fn fill(markdown: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    let mut code = false;
    for line in markdown.trim().lines() {
        let line = line.trim_end();
        code ^= line.starts_with("```");
        if !code && is_plain(line) {
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                push_word(word, &mut paragraph, &mut lines);
            }
            continue;
        }
        lines.extend((!paragraph.is_empty()).then(|| std::mem::take(&mut paragraph)));
        lines.push(line.to_owned());
    }
    lines.extend((!paragraph.is_empty()).then_some(paragraph));
    lines
}

/// Whether a line is part of a paragraph of prose.
fn is_plain(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '`' | '[' | '<' | '(' | '_'))
        && !line.starts_with("```")
}

fn push_word(word: &str, paragraph: &mut String, lines: &mut Vec<String>) {
    let full = !paragraph.is_empty() && paragraph.len() + 1 + word.len() > WIDTH;
    if full && !is_marker(word) {
        lines.push(std::mem::take(paragraph));
    }
    if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(word);
}

/// Whether a line that starts with `word` is an element of a list, a heading or a quotation in Markdown.
fn is_marker(word: &str) -> bool {
    let rest = word.trim_start_matches(['#', '-', '+', '*', '=']);
    rest.is_empty() || word.starts_with('>') || matches!(word, "1." | "1)")
}

#[cfg(test)]
mod tests {
    use quote::ToTokens;

    use super::{fill, first_sentence, lines, sentence};

    #[test]
    fn no_line_starts_with_a_character_that_markdown_gives_a_meaning() {
        let long = format!("{}last", "word ".repeat(17));
        for word in ["-", "*", "#", ">", "1."] {
            let lines = fill(&format!("{long} {word} more"));
            assert_eq!(lines, [format!("{long} {word}"), "more".to_owned()]);
        }
    }

    #[test]
    fn a_line_has_no_break() {
        let comment = lines("one\rtwo\nthree");
        assert_eq!(
            comment.to_token_stream().to_string(),
            "# [doc = r#\" one two three\"#]"
        );
        let comment = super::value("one\rtwo\nthree");
        assert_eq!(
            comment.to_token_stream().to_string(),
            "# [doc = r#\" `one two three`\"#]"
        );
        let comment = lines("`\"#` ends a raw string");
        assert_eq!(
            comment.to_token_stream().to_string(),
            "# [doc = \" `\\\"#` ends a raw string\"]"
        );
    }

    #[test]
    fn paragraphs_are_filled_and_the_rest_is_left_alone() {
        let long = "word ".repeat(30);
        let lines = fill(&format!(
            "{long}\nmore\n\n- an item\n- another\n\n```text\na  b\n```\n"
        ));
        assert_eq!(
            lines,
            [
                "word ".repeat(18).trim_end(),
                &format!("{}more", "word ".repeat(12)),
                "",
                "- an item",
                "- another",
                "",
                "```text",
                "a  b",
                "```",
            ]
        );
    }

    #[test]
    fn a_sentence_ends_with_a_full_stop_before_a_space() {
        for (text, first) in [
            ("One. Two.", "One."),
            ("One.\nTwo.", "One."),
            ("One.\n\nTwo.", "One."),
            ("Only one.", "Only one."),
            ("No full stop\n\nTwo.", "No full stop"),
            ("Set `a. B` of `a.b`. Two.", "Set `a. B` of `a.b`."),
            (
                "A code, e.g. `EUR`, of 1.5 km. Two.",
                "A code, e.g. `EUR`, of 1.5 km.",
            ),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }

    #[test]
    fn facts_become_a_sentence() {
        assert_eq!(sentence("at least 1; at most 2"), "At least 1; at most 2.");
    }
}
