//! Doc comments.

use syn::Attribute;

use crate::ir::Docs;

use super::ast;

/// How wide a line of a doc comment may be, without its `/// ` and the indent.
const WIDTH: usize = 92;

/// ```text
/// /// The prose of the overlay.
/// ///
/// /// API field `email`; at most 512 characters.
/// ```
pub(super) fn comment(docs: &Docs) -> Vec<Attribute> {
    lines(&markdown(docs))
}

/// What a doc comment says, in Markdown.
pub(super) fn markdown(docs: &Docs) -> String {
    let facts = sentence(&docs.facts);
    let link = docs.link.as_ref().map(|link| format!("See <{link}>."));
    let paragraphs: Vec<_> = docs
        .prose
        .iter()
        .cloned()
        .chain(facts)
        .chain(link)
        .collect();
    paragraphs.join("\n\n")
}

/// The doc comment that says `markdown`.
pub(super) fn lines(markdown: &str) -> Vec<Attribute> {
    wrap(markdown).iter().map(|line| self::line(line)).collect()
}

/// The doc comment of one line, whatever is in it.
pub(super) fn line(line: &str) -> Attribute {
    // Rust does not allow a carriage return in a comment, and a line feed would begin another line.
    let line = line.replace(['\n', '\r'], " ");
    match line.is_empty() {
        true => ast::doc(&line),
        false => ast::doc(&format!(" {line}")),
    }
}

fn sentence(facts: &[String]) -> Option<String> {
    (!facts.is_empty()).then(|| format!("{}.", facts.join("; ")))
}

/// Writes the doc comment that says `markdown`, as text.
pub(super) fn write(markdown: &str, indent: &str, out: &mut String) {
    for line in wrap(markdown) {
        let line = format!("{indent}/// {}", line.replace(['\n', '\r'], " "));
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Fills the lines of plain paragraphs; leaves lists, code and the like as they are.
fn wrap(markdown: &str) -> Vec<String> {
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

/// Whether Markdown would take a line that starts with `word` for an element of a list, a heading or a quotation.
fn is_marker(word: &str) -> bool {
    let rest = word.trim_start_matches(['#', '-', '+', '*', '=']);
    rest.is_empty() || word.starts_with('>') || matches!(word, "1." | "1)")
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::{line, wrap};

    #[test]
    fn no_line_starts_with_what_markdown_gives_a_meaning() {
        let long = format!("{}last", "word ".repeat(17));
        for word in ["-", "*", "#", ">", "1."] {
            let lines = wrap(&format!("{long} {word} more"));
            assert_eq!(lines, [format!("{long} {word}"), "more".to_owned()]);
        }
    }

    #[test]
    fn a_line_has_no_break() {
        let comment = line("one\rtwo\nthree");
        assert_eq!(quote!(#comment).to_string(), "# [doc = \" one two three\"]");
    }

    #[test]
    fn paragraphs_are_filled_and_the_rest_is_left_alone() {
        let long = "word ".repeat(30);
        let lines = wrap(&format!(
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
}
