//! The version of OpenAPI that a document declares.

use serde_json::Value;

use crate::error::{Error, Errors};
use crate::pointer::Pointer;

/// Checks that `document` declares OpenAPI 3.0. The later steps read nothing else, and their errors about another version
/// would hide the cause.
///
/// # Errors
///
/// When it is another version of OpenAPI, Swagger, or neither.
pub fn check(document: &Value) -> Result<(), Errors> {
    let root = Pointer::root();
    let error = match (document.get("openapi"), document.get("swagger")) {
        (Some(Value::String(version)), _) if is_3_0(version) => return Ok(()),
        (Some(version), _) => Error::document(
            &root.key("openapi"),
            format!("expected OpenAPI version \"3.0.x\", found {version}"),
        ),
        (None, Some(version)) => Error::document(
            &root.key("swagger"),
            format!("expected an OpenAPI 3.0 document, found Swagger {version}"),
        ),
        (None, None) => Error::document(
            &root,
            "expected an OpenAPI 3.0 document, found no key `openapi`",
        ),
    };
    Err(error
        .help("use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document")
        .into())
}

/// Whether `version` is `3.0` or `3.0.` and a number.
fn is_3_0(version: &str) -> bool {
    let Some(patch) = version.strip_prefix("3.0") else {
        return false;
    };
    patch.is_empty()
        || patch
            .strip_prefix('.')
            .is_some_and(|patch| patch.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    fn message(document: &Value) -> String {
        match super::check(document) {
            Ok(()) => String::new(),
            Err(errors) => errors
                .iter()
                .map(|error| format!("{}: {}", error.pointer, error.problem))
                .collect(),
        }
    }

    #[test]
    fn takes_any_3_0() {
        for version in ["3.0", "3.0.0", "3.0.4"] {
            assert_eq!(message(&json!({ "openapi": version })), "");
        }
    }

    #[test]
    fn names_what_it_found_instead() {
        for (document, expected) in [
            (
                json!({ "openapi": "3.1.0" }),
                "#/openapi: expected OpenAPI version \"3.0.x\", found \"3.1.0\"",
            ),
            (
                json!({ "openapi": "3.01" }),
                "#/openapi: expected OpenAPI version \"3.0.x\", found \"3.01\"",
            ),
            (
                json!({ "openapi": 3.0 }),
                "#/openapi: expected OpenAPI version \"3.0.x\", found 3.0",
            ),
            (
                json!({ "swagger": "2.0" }),
                "#/swagger: expected an OpenAPI 3.0 document, found Swagger \"2.0\"",
            ),
            (
                json!({ "info": {} }),
                "#: expected an OpenAPI 3.0 document, found no key `openapi`",
            ),
        ] {
            assert_eq!(message(&document), expected);
        }
    }
}
