//! What every document has to give, whatever is in it.

#[path = "../../tests/it/common/complete.rs"]
mod complete;

use serde_json::Value;
use stripe_codegen::{Document, Error, Errors, Generated, HEADER, Input, generate};

/// The document with what a small one leaves out.
pub fn completed(document: Value) -> Value {
    complete::completed(document)
}

/// Generates all operations: the same Rust every time, or errors that stand in the document.
pub fn generates(document: &Value) {
    match generated(document) {
        Ok(first) => {
            for file in &first.files {
                assert!(file.text.starts_with(HEADER));
                if let Err(error) = syn::parse_file(&file.text) {
                    panic!("{}: {error}\n{}", file.path, file.text);
                }
            }
            assert!(
                generated(document) == Ok(first),
                "another time it is something else"
            );
        }
        Err(errors) => {
            for error in &errors {
                is_in(error, Input::Document, document);
            }
        }
    }
}

fn generated(document: &Value) -> Result<Generated, Errors> {
    let config = complete::all_operations(document);
    generate(&Document::new(document.clone())?, &config)
}

/// Checks that an error is about `input`, and stands in it.
pub fn is_in(error: &Error, input: Input, text: &Value) {
    assert_eq!(error.input, input, "{error}");
    assert!(!error.problem.is_empty());
    // What is missing is named by the place where it should be.
    let pointer = error.pointer.as_str();
    let around = pointer
        .rsplit_once('/')
        .map_or(pointer, |(around, _)| around);
    assert!(text.pointer(around).is_some(), "{error}");
}
