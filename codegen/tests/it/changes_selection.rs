//! Selecting documents and operations, and comparing documents that the generator does not support.

use serde_json::{Value, json};
use stripe_codegen::Config;
use stripe_codegen::changes::{self, ChangeKind, Failed, Options, Report, Subject};

use crate::common::document;

/// Two operations, each of which retrieves a thing.
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
fn an_unknown_operation_is_reported_with_the_nearest() {
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
fn a_removed_operation_is_found_in_the_old_document() {
    let [old, new] = [document(BOTH), document("{}")];
    let report = compare(&old, &new, None, &["GetOthersThing"]).unwrap();
    let removed = report
        .changes
        .iter()
        .map(|change| (change.kind, change.subject));
    assert!(
        removed.clone().all(|(kind, _)| kind == ChangeKind::Removed),
        "{report:?}"
    );
    assert!(
        removed
            .clone()
            .any(|(_, subject)| subject == Subject::Operation),
        "{report:?}"
    );
}

#[test]
fn a_swagger_document_is_refused_on_either_side() {
    let openapi = document("{}");
    let swagger = json!({ "swagger": "2.0", "info": openapi["info"], "paths": {} });
    let refusal = "document#/swagger: expected an OpenAPI 3.0 document, found Swagger \"2.0\"\n  \
                   help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document";
    match compare(&swagger, &openapi, None, &["all"]) {
        Err(Failed::Old(errors)) => assert_eq!(errors.to_string(), refusal),
        other => unreachable!("{other:?}"),
    }
    match compare(&openapi, &swagger, None, &["all"]) {
        Err(Failed::New(errors)) => assert_eq!(errors.to_string(), refusal),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn with_an_invalid_overlay_the_documents_alone_are_compared() {
    let new = document(
        "components: {schemas: {thing: {type: object, x-resourceId: thing, properties: {}}}}",
    );
    let report = compare(&document("{}"), &new, Some("actions: none"), &["all"]).unwrap();
    assert!(!report.changes.is_empty());
    assert_eq!(report.notes.len(), 2, "{:?}", report.notes);
    assert!(
        report.notes[0].contains("are derived from the documents alone"),
        "{:?}",
        report.notes
    );
}

/// The lines of the report on documents in which the component `thing` has these properties.
fn lines(old: &str, new: &str) -> Vec<String> {
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
fn an_id_that_becomes_expandable_is_reported_with_both_types() {
    let user =
        r##"{$ref: "#/components/schemas/user"}, {$ref: "#/components/schemas/deleted_user"}"##;
    let new = format!(
        "owner: {{anyOf: [{{type: string}}, {user}], x-expansionResources: {{oneOf: [{user}]}}}}"
    );
    let lines = lines("owner: {type: string}", &new);
    let line =
        "type of `Thing::owner`: `Option<String>` → `Option<Expandable<RetrievedUser, User>>`";
    assert!(lines.iter().any(|it| it.starts_with(line)), "{lines:#?}");
}

#[test]
fn a_changed_default_is_reported() {
    let lines = lines(
        "size: {type: integer, default: 1}",
        "size: {type: integer, default: 2}",
    );
    assert_eq!(
        lines,
        [
            "default of `Thing::size`: `default` 1 → `default` 2 [thing.size at #/components/schemas/thing/properties/size/default]"
        ]
    );
}

/// The generator does not support such a property, so the documents alone are compared.
#[test]
fn alternatives_without_a_rust_type_are_compared() {
    let alternatives = |others: &str| {
        format!(
            r##"it: {{anyOf: [{{$ref: "#/components/schemas/user"}}, {{type: array, items: {{type: string}}}}, {others}]}}"##
        )
    };
    let lines = lines(
        &alternatives(
            "{type: object, title: one, properties: {a: {type: string}}}, {type: boolean}",
        ),
        &alternatives(
            "{type: object, title: two, properties: {a: {type: string}}}, {type: boolean}, {type: boolean}",
        ),
    );
    let at = "at #/components/schemas/thing/properties/it/anyOf";
    assert_eq!(
        lines,
        [
            format!("alternative of `thing.it: object one` removed [thing.it: object one {at}/2]"),
            format!("alternative of `thing.it: object two` added [thing.it: object two {at}/2]"),
            format!(
                "alternative of `thing.it: boolean, another` added [thing.it: boolean, another {at}/4]"
            ),
        ]
    );
}

/// The values of an enumeration are compared even if it is no longer clearable.
#[test]
fn clearable_and_plain_values_are_compared() {
    let lines = lines(
        r##"it: {anyOf: [{type: string, enum: [one, two]}, {type: string, enum: [""]}]}"##,
        "it: {type: string, enum: [one]}",
    );
    let at = "#/components/schemas/thing/properties/it";
    assert_eq!(
        lines,
        [
            format!("type of `Thing::it`: enumeration, or empty → enumeration [thing.it at {at}]"),
            format!(
                "value `thing.it = \"two\"` removed; for API callers: no change [thing.it = \"two\" at {at}/anyOf/0/enum/1]"
            ),
        ]
    );
}

/// The first documents have operations without an id, and some with that of another.
#[test]
fn operations_without_an_id_of_their_own_are_compared() {
    let operation = |id: Option<&str>| {
        let mut operation = json!({ "parameters": [], "responses": {} });
        if let Some(id) = id {
            operation["operationId"] = id.into();
        }
        operation
    };
    let [mut old, mut new] = [document("{}"), document("{}")];
    old["paths"] = json!({});
    new["paths"] = json!({
        "/v1/a": { "get": operation(Some("Get")), "post": operation(None) },
        "/v1/b": { "get": operation(Some("Get")), "post": operation(None) },
    });
    let report = compare(&old, &new, None, &["all"]).unwrap();
    let operations = report.changes.iter();
    let operations = operations.filter(|it| it.subject == Subject::Operation);
    let added: Vec<_> = operations.map(|it| (it.kind, it.api.as_str())).collect();
    let titles = ["GET /v1/a", "POST /v1/a", "GET /v1/b", "POST /v1/b"];
    assert_eq!(added, titles.map(|title| (ChangeKind::Added, title)));
    assert_eq!(compare(&new, &new, None, &["all"]).unwrap().changes, []);

    let report = compare(&old, &new, None, &["POST /v1/b"]).unwrap();
    assert_eq!(report.operations, 1);
}
