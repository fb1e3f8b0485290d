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

/// The lines that tell what has changed, of documents with these properties of the component `thing`.
fn told(old: &str, new: &str) -> Vec<String> {
    let [old, new] = [old, new].map(|properties| {
        let around = "components:\n  schemas:\n    user: &user {type: object, x-resourceId: user, required: [id, object], \
            properties: {id: {type: string}, object: {type: string, enum: [user]}}}\n    \
            deleted_user: {type: object, required: [id, object, deleted], properties: {id: {type: string}, \
            object: {type: string, enum: [user]}, deleted: {type: boolean, enum: [true]}}}\n    \
            thing:\n      type: object\n      x-resourceId: thing\n      properties:\n        ";
        document(&format!("{around}{properties}"))
    });
    let report = compare(&old, &new, None, &["all"]).unwrap();
    let text = changes::text(&report);
    let lines = text.lines().filter(|line| line.starts_with("  "));
    lines.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn an_id_that_becomes_an_object_is_told_with_both_types() {
    let user =
        r##"{$ref: "#/components/schemas/user"}, {$ref: "#/components/schemas/deleted_user"}"##;
    let new = format!(
        "owner: {{anyOf: [{{type: string}}, {user}], x-expansionResources: {{oneOf: [{user}]}}}}"
    );
    let told = told("owner: {type: string}", &new);
    let line =
        "type of `Thing::owner`: `Option<String>` → `Option<Expandable<RetrievedUser, User>>`";
    assert!(told.iter().any(|it| it.starts_with(line)), "{told:#?}");
}

#[test]
fn another_default_is_told() {
    let told = told(
        "size: {type: integer, default: 1}",
        "size: {type: integer, default: 2}",
    );
    assert_eq!(
        told,
        [
            "default of `Thing::size`: `default` 1 → `default` 2 [thing.size at #/components/schemas/thing/properties/size/default]"
        ]
    );
}

/// The generator has no type for such a property: what it can be is told from the documents.
#[test]
fn kinds_of_values_are_told_where_there_is_no_type_for_them() {
    let kinds = |others: &str| {
        format!(
            r##"it: {{anyOf: [{{$ref: "#/components/schemas/user"}}, {{type: array, items: {{type: string}}}}, {others}]}}"##
        )
    };
    let told = told(
        &kinds("{type: object, title: one, properties: {a: {type: string}}}, {type: boolean}"),
        &kinds(
            "{type: object, title: two, properties: {a: {type: string}}}, {type: boolean}, {type: boolean}",
        ),
    );
    let at = "at #/components/schemas/thing/properties/it/anyOf";
    assert_eq!(
        told,
        [
            format!(
                "kind of value of `thing.it: object one` removed [thing.it: object one {at}/2]"
            ),
            format!("kind of value of `thing.it: object two` added [thing.it: object two {at}/2]"),
            format!(
                "kind of value of `thing.it: boolean, another` added [thing.it: boolean, another {at}/4]"
            ),
        ]
    );
}

/// A value that the empty string clears is the same value without that: what else has changed in it is told too.
#[test]
fn what_can_be_cleared_is_told_apart_from_its_value() {
    let told = told(
        r##"it: {anyOf: [{type: string, enum: [one, two]}, {type: string, enum: [""]}]}"##,
        "it: {type: string, enum: [one]}",
    );
    let at = "#/components/schemas/thing/properties/it";
    assert_eq!(
        told,
        [
            format!("type of `Thing::it`: enumeration, or empty → enumeration [thing.it at {at}]"),
            format!(
                "value `thing.it = \"two\"` removed; for callers of the API: no change [thing.it = \"two\" at {at}/anyOf/0/enum/1]"
            ),
        ]
    );
}
