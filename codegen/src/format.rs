//! From tokens to text.

use proc_macro2::TokenStream;

use crate::emit::{Piece, Source, table};
use crate::error::{Error, Input};
use crate::pointer::Pointer;
use crate::{File, HEADER};

/// Prints a file: the header, then the pieces with a blank line before each.
///
/// # Errors
///
/// When the tokens are not Rust, which is a defect of the generator.
pub fn format(source: Source<'_>) -> Result<File, Error> {
    let mut text = format!("{HEADER}\n");
    for piece in source.pieces {
        text.push('\n');
        match piece {
            Piece::Items(tokens) => {
                let file = parse(tokens, &source.path)?;
                push_separated(&prettyplease::unparse(&file), &mut text);
            }
            Piece::Table(call) => table::print(call, &mut text),
        }
    }
    Ok(File {
        path: source.path,
        text,
    })
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

/// Appends `printed` with a blank line between methods, where `prettyplease` has none.
fn push_separated(printed: &str, text: &mut String) {
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
            pieces: Box::new(
                [
                    quote!(
                        pub struct Thing;
                    ),
                    quote!(pub struct = "thing";),
                ]
                .into_iter()
                .map(Piece::Items),
            ),
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
