//! Doc comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Docs;

/// How wide a line of a doc comment may be, without its `/// ` and the indent.
const WIDTH: usize = 92;

/// ```text
/// /// The prose of the overlay.
/// ///
/// /// API field `email`; at most 512 characters.
/// ```
pub(super) fn comment(docs: &Docs) -> TokenStream {
    let facts = sentence(&docs.facts);
    let link = docs.link.as_ref().map(|link| format!("See <{link}>."));
    let paragraphs: Vec<_> = docs
        .prose
        .iter()
        .cloned()
        .chain(facts)
        .chain(link)
        .collect();
    lines(&paragraphs.join("\n\n"))
}

/// The doc comment that says `markdown`.
pub(super) fn lines(markdown: &str) -> TokenStream {
    let lines = wrap(markdown)
        .into_iter()
        .map(|line| match line.is_empty() {
            true => line,
            false => format!(" {line}"),
        });
    quote! { #(#[doc = #lines])* }
}

fn sentence(facts: &[String]) -> Option<String> {
    (!facts.is_empty()).then(|| format!("{}.", facts.join("; ")))
}

/// Breaks the lines of plain paragraphs; leaves lists, code and the like as they are.
pub(crate) fn wrap(markdown: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in markdown.trim().lines() {
        let line = line.trim_end();
        let plain =
            line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '`' | '[' | '<' | '('));
        if !plain || line.len() <= WIDTH {
            lines.push(line.to_owned());
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.len() + 1 + word.len() > WIDTH {
                lines.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        lines.push(current);
    }
    lines
}
