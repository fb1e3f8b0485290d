//! From syntax to text.

use proc_macro2::TokenStream;

use crate::emit::{Piece, Source};
use crate::error::{Error, Input};
use crate::pointer::Pointer;
use crate::{File, HEADER};

/// Prints a file: the header, the docs of the module, the items with blank lines between them.
///
/// # Errors
///
/// When the tokens are not Rust, which is a defect of the generator.
pub fn format(source: Source) -> Result<File, Error> {
    let mut text = format!("{HEADER}\n\n");
    for line in source.docs.lines() {
        text.push_str("//! ");
        text.push_str(line);
        text.push('\n');
    }
    for piece in source.pieces {
        let file = match piece {
            Piece::Item(item) => file_of(*item),
            Piece::Tokens(tokens) => parse(tokens, &source.path)?,
            Piece::Text(piece) => {
                text.push('\n');
                text.push_str(&piece);
                continue;
            }
        };
        text.push('\n');
        separate(&prettyplease::unparse(&file), &mut text);
    }
    Ok(File {
        path: source.path,
        text,
    })
}

fn file_of(item: syn::Item) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    }
}

fn parse(tokens: TokenStream, path: &str) -> Result<syn::File, Error> {
    syn::parse2(tokens).map_err(|error| {
        Error::new(
            Input::Output,
            &Pointer::root().key(path),
            format!("expected Rust, found what does not parse: {error}"),
        )
        .help("this is a defect of the generator; nothing in the document should lead to it")
    })
}

/// Appends `printed` with a blank line after every method, which `prettyplease` leaves out.
fn separate(printed: &str, text: &mut String) {
    let mut lines = printed.lines().peekable();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if line == "    }" && lines.peek().is_some_and(|next| *next != "}") {
            text.push('\n');
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use quote::quote;

    use super::format;
    use crate::emit::{Piece, Source};
    use crate::error::Input;

    #[test]
    fn tokens_that_are_not_rust_are_an_error() {
        let error = format(Source {
            path: "thing.rs".to_owned(),
            docs: "A thing.".to_owned(),
            pieces: vec![
                Piece::Tokens(quote!(
                    pub struct Thing;
                )),
                Piece::Tokens(quote!(pub struct = "thing";)),
            ],
        });
        let error = error.map(|file| file.text).unwrap_err();
        assert_eq!(error.input, Input::Output);
        assert_eq!(
            error.to_string(),
            "generated code#/thing.rs: expected Rust, found what does not parse: expected identifier\n  \
             help: this is a defect of the generator; nothing in the document should lead to it"
        );
    }
}
