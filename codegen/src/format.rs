//! From tokens to text.

use crate::emit::Source;
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
    for tokens in source.items {
        let file: syn::File = syn::parse2(tokens).map_err(|error| {
            Error::new(
                Input::Output,
                &Pointer::root().key(&source.path),
                format!("expected Rust, found what does not parse: {error}"),
            )
            .help("this is a defect of the generator; nothing in the document should lead to it")
        })?;
        text.push('\n');
        separate(&prettyplease::unparse(&file), &mut text);
    }
    Ok(File {
        path: source.path,
        text,
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
