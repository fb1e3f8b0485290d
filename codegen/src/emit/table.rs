//! Prints the calls of macros that hold tables, which `prettyplease` prints as one paragraph.
//!
//! Each element of a list in braces or brackets has a row of its own, and no row is broken. One new field is then one new row:
//!
//! ```text
//! object! {
//!     Customer = "customer" {
//!         address = "address",
//!         balance = "balance",
//!     }
//! }
//! ```

use std::fmt::{Display, Write};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Lit;

/// Appends the call of a macro to `out`.
pub(crate) fn print(call: TokenStream, out: &mut String) {
    let mut printer = Printer {
        begin: out.len(),
        out,
        indent: 0,
        break_line: false,
    };
    printer.tokens(call);
    out.push('\n');
}

/// The tokens on one line.
pub(crate) fn line(tokens: TokenStream) -> String {
    let mut out = String::new();
    print(tokens, &mut out);
    out.truncate(out.trim_end().len());
    out
}

struct Printer<'o> {
    out: &'o mut String,
    /// Where the output of this printer begins.
    begin: usize,
    /// The number of spaces before a row.
    indent: usize,
    /// Whether the next token begins a row.
    break_line: bool,
}

impl Printer<'_> {
    fn tokens(&mut self, tokens: TokenStream) {
        // A comma between the arguments of a generic type does not end an element.
        let mut angles = 0_usize;
        let mut tokens = tokens.into_iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => self.comment(tokens.next()),
                TokenTree::Group(group) => self.group(group),
                TokenTree::Punct(punct) => {
                    match punct.as_char() {
                        '<' => angles += 1,
                        '>' if !self.out.ends_with('-') => angles = angles.saturating_sub(1),
                        _ => {}
                    }
                    self.token(punct.as_char());
                    self.break_line = punct.as_char() == ',' && angles == 0;
                }
                TokenTree::Ident(ident) => self.token(ident),
                TokenTree::Literal(literal) => self.token(literal),
            }
        }
    }

    fn group(&mut self, group: Group) {
        let (delimiter, tokens) = (group.delimiter(), group.stream());
        // Another owner of the tokens would have them copied.
        drop(group);
        match delimiter {
            Delimiter::Brace => self.list('{', tokens, '}'),
            Delimiter::Bracket => self.list('[', tokens, ']'),
            Delimiter::Parenthesis => {
                self.token('(');
                self.tokens(tokens);
                self.out.push(')');
            }
            Delimiter::None => self.tokens(tokens),
        }
    }

    fn list(&mut self, open: char, elements: TokenStream, close: char) {
        self.token(open);
        if elements.is_empty() {
            return self.out.push(close);
        }
        self.indent += 4;
        self.break_line = true;
        self.tokens(elements);
        self.indent -= 4;
        self.break_line = false;
        self.new_line();
        self.out.push(close);
    }

    /// `[doc = " text"]` as a line `/// text`.
    fn comment(&mut self, attribute: Option<TokenTree>) {
        let Some(TokenTree::Group(attribute)) = attribute else {
            return;
        };
        let text = attribute.stream().into_iter().last();
        if let Some(TokenTree::Literal(text)) = text
            && let Lit::Str(text) = Lit::new(text)
        {
            self.token("///");
            self.out.push_str(&text.value());
            self.break_line = true;
        }
    }

    fn token(&mut self, token: impl Display) {
        if std::mem::take(&mut self.break_line) {
            self.new_line();
            // Writing to a `String` does not fail.
            let _ = write!(self.out, "{token}");
            return;
        }
        let before = self.out.len();
        let _ = write!(self.out, "{token}");
        let (line, token) = self.out.split_at(before);
        if before > self.begin && are_apart(line, token) {
            self.out.insert(before, ' ');
        }
    }

    fn new_line(&mut self) {
        let indent = self.indent;
        // Writing to a `String` does not fail.
        let _ = write!(self.out, "\n{:indent$}", "");
    }
}

/// Whether a space stands between a line and the token that follows.
fn are_apart(line: &str, token: &str) -> bool {
    let opens = line.ends_with(['<', '(']) || line.ends_with("::");
    let closes = token.starts_with(['<', '>', '(', ',', ':', '!']);
    !opens && !closes
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::{line, print};

    #[test]
    fn every_element_has_a_row() {
        let mut out = "above\n".to_owned();
        let call = quote! {
            expandable! {
                Source of [crate::Card, Bank,] {
                    owner = "owner" -> Expandable<crate::Owner, Id>,
                    last = "last, not least" -> Vec<crate::A>
                }
            }
        };
        print(call, &mut out);
        assert_eq!(
            out,
            r#"above
expandable! {
    Source of [
        crate::Card,
        Bank,
    ] {
        owner = "owner" -> Expandable<crate::Owner, Id>,
        last = "last, not least" -> Vec<crate::A>
    }
}
"#
        );
    }

    #[test]
    fn an_empty_list_stays_on_its_line() {
        let mut out = String::new();
        print(quote!(object! { Empty = "empty" deleted {} }), &mut out);
        assert_eq!(out, "object! {\n    Empty = \"empty\" deleted {}\n}\n");
    }

    #[test]
    fn a_comment_has_lines_of_its_own() {
        let mut out = String::new();
        let call = quote! {
            string_enum! {
                #[doc = " One \"thing\"."]
                #[doc = ""]
                #[doc = " More."]
                Kind { One = "1" }
            }
        };
        print(call, &mut out);
        let expected = r#"string_enum! {
    /// One "thing".
    ///
    /// More.
    Kind {
        One = "1"
    }
}
"#;
        assert_eq!(out, expected);
    }

    #[test]
    fn a_type_is_one_line() {
        let ty = quote!(BTreeMap<String, Vec<crate::shared::Address>>);
        assert_eq!(line(ty), "BTreeMap<String, Vec<crate::shared::Address>>");
    }
}
