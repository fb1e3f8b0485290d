//! Bad input: one clear message, exit code 1, every file as it was.

use std::fs;

use crate::common::{CONFIG, DOCUMENT, OVERLAY, Workspace};

const REGENERATE: &[&str] = &["regenerate"];

/// Regenerates with `text` in the file `name`, which must fail with `messages`.
#[track_caller]
fn refuses(name: &str, text: impl AsRef<[u8]>, messages: &str) {
    let workspace = Workspace::small();
    workspace.write(name, text);
    workspace.refuses(
        REGENERATE,
        &format!("{messages}error: nothing was written\n"),
    );
}

#[track_caller]
fn refuses_document(text: impl AsRef<[u8]>, messages: &str) {
    refuses("spec/openapi.json", text, messages);
}

#[track_caller]
fn refuses_overlay(text: &str, messages: &str) {
    refuses("spec/overlay.yaml", text, messages);
}

#[test]
fn the_document_is_missing() {
    let workspace = Workspace::small();
    workspace.refuses(
        &["regenerate", "--spec", "missing.json"],
        "error: missing.json: expected a file, found nothing\n  \
           help: import one with `cargo xtask spec import FILE`\n\
         error: nothing was written\n",
    );
    fs::remove_dir_all(workspace.path("spec")).unwrap();
    workspace.refuses(
        REGENERATE,
        "error: spec/openapi.json: expected a file, found nothing\n  \
           help: import one with `cargo xtask spec import FILE`\n\
         error: spec/overlay.yaml: expected a file, found nothing\n  \
           help: restore it from version control\n\
         error: spec/config.yaml: expected a file, found nothing\n  \
           help: restore it from version control\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_document_is_a_folder() {
    Workspace::small().refuses(
        &["regenerate", "--spec", "spec"],
        "error: spec: expected a file, found a folder\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_document_is_not_text() {
    refuses_document(
        b"{\"openapi\": \"\xff\"}",
        "error: spec/openapi.json: expected text in UTF-8, found another encoding at byte 13\n",
    );
}

#[test]
fn the_document_is_neither_json_nor_yaml() {
    refuses_document(
        DOCUMENT.replacen(',', "", 1),
        "error: spec/openapi.json#: expected JSON, since it starts with `{`: \
         expected `,` or `}` at line 3 column 3\n",
    );
    refuses_document(
        "openapi: 3.0.0\n  info: [\n",
        "error: spec/openapi.json#: neither JSON nor valid YAML: \
         mapping values are not allowed in this context at line 2, column 7\n",
    );
    refuses_document(
        "",
        "error: spec/openapi.json#: expected JSON or YAML, found nothing: it is empty\n",
    );
    refuses_document(
        "<!DOCTYPE html>\n<html></html>\n",
        "error: spec/openapi.json#: expected JSON or YAML, found HTML or XML: this is a web page\n  \
         help: download the file itself, for example with the button \"Raw\" on GitHub\n",
    );
    refuses_document(
        DOCUMENT.replacen("\"paths\"", "\"openapi\": \"3.0.0\",\n  \"paths\"", 1),
        "error: spec/openapi.json#: expected JSON, since it starts with `{`: \
         duplicate key `openapi` at line 5 column 11\n",
    );
}

#[test]
fn the_document_is_not_openapi_3_0() {
    let help = "  help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of \
                Stripe's document\n";
    refuses_document(
        DOCUMENT.replace("3.0.0", "3.1.0"),
        &format!(
            "error: spec/openapi.json#/openapi: expected OpenAPI version \"3.0.x\", found \"3.1.0\"\n{help}"
        ),
    );
    refuses_document(
        DOCUMENT.replace(r#""openapi": "3.0.0""#, r#""swagger": "2.0""#),
        &format!(
            "error: spec/openapi.json#/swagger: expected an OpenAPI 3.0 document, found Swagger \"2.0\"\n{help}"
        ),
    );
    refuses_document(
        "name: something else\n",
        &format!(
            "error: spec/openapi.json#: expected an OpenAPI 3.0 document, found no key `openapi`\n{help}"
        ),
    );
}

#[test]
fn an_operation_is_missing_in_the_document() {
    refuses_document(
        DOCUMENT.replace("GetThing", "GetThings"),
        "error: spec/config.yaml#/operations/0: the document has no operation `GetThing`\n  \
           help: did you mean `GetThings`?\n",
    );
}

#[test]
fn a_reference_in_the_document_leads_nowhere() {
    refuses_document(
        DOCUMENT.replace("schemas/thing", "schemas/thong"),
        "error: spec/openapi.json#/paths/~1v1~1things~1{thing}/get/responses/200/content/application~1json/schema/$ref: \
         refers to `#/components/schemas/thong`, which does not exist\n  \
           help: did you mean `thing`?\n",
    );
}

#[test]
fn the_document_has_an_unsupported_shape() {
    let id = r#""id": { "type": "string", "maxLength": 5000 }"#;
    refuses_document(
        DOCUMENT.replace(
            id,
            r#""id": { "anyOf": [{ "type": "string" }, { "type": "integer" }] }"#,
        ),
        "error: spec/openapi.json#/components/schemas/thing/properties/id: \
         an `anyOf` or `oneOf` of this form is not understood\n  \
           help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml\n",
    );
    refuses_document(
        DOCUMENT.replace(
            id,
            r#""id": { "type": "string", "minimum": "1", "const": "" }"#,
        ),
        "error: spec/openapi.json#/components/schemas/thing/properties/id/minimum: \
         expected a number, found `1`\n\
         error: spec/openapi.json#/components/schemas/thing/properties/id/const: \
         the keyword `const` is not understood\n",
    );
}

#[test]
fn names_in_the_document_give_no_identifier() {
    refuses_document(
        DOCUMENT.replace(
            r#""id": {"#,
            r#""": { "type": "string" }, "state": { "type": "string", "enum": ["on", "on"] }, "id": {"#,
        ),
        "error: spec/openapi.json#/components/schemas/thing/properties/: \
         expected a name with a character in it, found none: it gives no identifier\n\
         error: spec/openapi.json#/components/schemas/thing/properties/state/enum/1: \
         becomes `On` in Rust, and so does #/components/schemas/thing/properties/state/enum/0\n",
    );
}

#[test]
fn the_configuration_has_unused_entries() {
    let workspace = Workspace::small();
    let renames = "renames:\n  - {from: 'thing::Kind', to: Other, reason: None.}\n  \
                     - {from: 'thing::Thing', to: my thing, reason: None.}\n";
    workspace.write("spec/config.yaml", format!("{CONFIG}{renames}"));
    workspace.refuses(
        REGENERATE,
        "error: spec/config.yaml#/renames/0: no type has the name `thing::Kind` to be changed\n  \
           help: remove the entry\n\
         error: spec/config.yaml#/renames/1/to: expected the name of a type, such as `TaxExempt`, found `my thing`\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_overlay_is_malformed() {
    refuses_overlay(
        "overlay: [",
        "error: spec/overlay.yaml#: neither JSON nor valid YAML: \
         unclosed bracket '[' at line 1, column 10\n",
    );
    refuses_overlay(
        "openapi: 3.0.0\n",
        "error: spec/overlay.yaml#: expected an OpenAPI Overlay, found no key `overlay`\n",
    );
    refuses_overlay(
        &OVERLAY
            .replace("target: $.", "target: ")
            .replace("info:", "inf:"),
        "error: spec/overlay.yaml#/inf: expected one of the keys `overlay`, `info`, `extends`, `actions`, found `inf`\n\
         error: spec/overlay.yaml#: expected the key `info`, found none\n\
         error: spec/overlay.yaml#/actions/0/target: expected a JSONPath (RFC 9535), found `components.schemas.thing`, which is invalid from character 1\n",
    );
}

#[test]
fn the_overlay_matches_nothing() {
    refuses_overlay(
        &OVERLAY.replace("schemas.thing", "schemas.thong"),
        "error: spec/overlay.yaml#/actions/0/target: expected a place in the document, found none at `$.components.schemas.thong`\n",
    );
}

#[test]
fn the_configuration_is_malformed() {
    let workspace = Workspace::small();
    workspace.write("spec/config.yaml", "operation: [GetThing]\n");
    workspace.refuses(
        REGENERATE,
        "error: spec/config.yaml#: unknown field `operation`, expected one of operations, except, schemas, lazy, copies, renames, operation_names at line 1, column 1\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_imported_document_is_bad() {
    let workspace = Workspace::small();
    let import = &["spec", "import", "new.json"];
    workspace.refuses(
        import,
        "error: new.json: expected a file, found nothing\n  \
           help: download `latest/openapi.spec3.json` of https://github.com/stripe/openapi\n\
         error: nothing was written\n",
    );
    workspace.write(
        "new.json",
        DOCUMENT.replace("schemas/thing", "schemas/another"),
    );
    workspace.refuses(
        import,
        "error: new.json#/paths/~1v1~1things~1{thing}/get/responses/200/content/application~1json/schema/$ref: \
         refers to `#/components/schemas/another`, which does not exist\n\
         error: nothing was written\n",
    );
    workspace.write("new.json", DOCUMENT.replace("DeleteThing", "GetThing"));
    workspace.refuses(
        import,
        "error: new.json#/paths/~1v1~1things~1{thing}/delete/operationId: \
         expected a unique operationId, found `GetThing`, which #/paths/~1v1~1things~1{thing}/get has too\n  \
           help: leave one of them out, or select one: `DELETE /v1/things/{thing}`\n\
         error: nothing was written\n",
    );
}

#[test]
fn an_import_cannot_write_its_file() {
    let workspace = Workspace::small();
    workspace.write("new.json", DOCUMENT);
    workspace.write("spec/provenance.json/file", "");
    workspace.refuses(
        &["spec", "import", "new.json"],
        "error: spec/provenance.json: expected a file or nothing, found a folder\n  \
           help: move it away\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_provenance_is_malformed() {
    let workspace = Workspace::small();
    workspace.write("spec/provenance.json", "{}");
    workspace.fails(
        &["regenerate", "--check"],
        "error: spec/provenance.json: expected what an import writes: missing field `api_version`",
        "help: import it again with `cargo xtask spec import FILE`\n",
    );
}

/// What the check finds hides nothing of what later steps find.
#[test]
fn the_errors_of_all_steps_are_reported() {
    refuses_document(
        DOCUMENT.replace(
            "\"id\": { \"type\": \"string\", \"maxLength\": 5000 }",
            "\"size\": { \"type\": \"integer\", \"enum\": [1] }, \"id\": { \"type\": \"string\", \"if\": true }",
        ),
        "error: spec/openapi.json#/components/schemas/thing/properties/size: an enumeration of integers is not understood\n  \
           help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml\n\
         error: spec/openapi.json#/components/schemas/thing/properties/id/if: the keyword `if` is not understood\n",
    );
}
