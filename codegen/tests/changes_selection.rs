//! Which documents and operations are compared, and what is told where a document is not understood.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod common;

use serde_json::{Value, json};
use stripe_codegen::Config;
use stripe_codegen::changes::{self, Action, Failed, Options, Report, Subject};

use common::document;

/// Two things that can be retrieved, and nothing else.
const BOTH: &str = r##"
paths:
  /v1/things/{thing}:
    get: &get {parameters: [{name: thing, in: path, required: true, schema: {type: string}}]}
  /v1/others/{thing}: {get: *get}
"##;

fn compare(
    old: &Value,
    new: &Value,
    overlay: Option<&str>,
    ids: &[&str],
) -> Result<Report, Failed> {
    let options = Options {
        config: &Config::default(),
        overlay,
        operations: &ids.iter().map(|&id| id.to_owned()).collect::<Vec<_>>(),
    };
    changes::compare(&old.to_string(), &new.to_string(), &options)
}

#[test]
fn an_operation_that_neither_has_is_told_with_the_nearest() {
    let [old, new] = [document("{}"), document(BOTH)];
    let failed = compare(
        &old,
        &new,
        None,
        &["GetThingsThing", "GetThingThing", "Nothing"],
    );
    let Err(Failed::Operations(errors)) = failed else {
        unreachable!("{failed:?}");
    };
    assert_eq!(
        errors.to_string(),
        "configuration#/operations/1: neither document has an operation `GetThingThing`\n  \
         help: did you mean `GetThingsThing`?\n\
         configuration#/operations/2: neither document has an operation `Nothing`"
    );
}

#[test]
fn an_operation_that_went_is_found_in_the_old_document() {
    let [old, new] = [document(BOTH), document("{}")];
    let report = compare(&old, &new, None, &["GetOthersThing"]).unwrap();
    let went = report
        .changes
        .iter()
        .map(|change| (change.action, change.subject));
    assert!(
        went.clone().all(|(action, _)| action == Action::Removed),
        "{report:?}"
    );
    assert!(
        went.clone()
            .any(|(_, subject)| subject == Subject::Operation),
        "{report:?}"
    );
}

#[test]
fn a_document_that_is_swagger_is_said_to_be_converted() {
    let new = document("{}");
    let old = json!({
        "swagger": "2.0",
        "info": new["info"],
        "paths": { "/v1/things/{thing}": { "get": {
            "operationId": "GetThingsThing",
            "parameters": [{ "name": "thing", "in": "path", "required": true, "type": "string" }],
            "responses": { "200": { "schema": { "$ref": "#/definitions/thing" } } },
        } } },
        "definitions": new["components"]["schemas"],
    });
    let report = compare(&old, &new, None, &["all"]).unwrap();
    assert_eq!(report.changes, []);
    let note = "The old document is Swagger 2.0; places in it are told as they are in OpenAPI 3.0.";
    assert_eq!(report.notes, [note]);
    let text = changes::text(&report);
    assert!(text.contains(&format!("note: {note}")), "{text}");
}

#[test]
fn an_overlay_that_is_none_leaves_the_comparison_to_the_documents() {
    let new = document(
        "components: {schemas: {thing: {type: object, x-resourceId: thing, properties: {}}}}",
    );
    let report = compare(&document("{}"), &new, Some("actions: none"), &["all"]).unwrap();
    assert!(!report.changes.is_empty());
    assert_eq!(report.notes.len(), 2, "{:?}", report.notes);
    assert!(
        report.notes[0].contains("is told from the documents alone"),
        "{:?}",
        report.notes
    );
}
