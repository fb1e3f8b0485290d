//! Completes small documents.

use serde_json::{Map, Value, json};
use stripe_codegen::Config;

/// The document with the parts that it leaves out:
///
/// - `openapi` (not beside `swagger`) and `info`;
/// - `paths`: `GET /v1/things/{thing}`, whose response is the component `thing`;
/// - the `operationId` of an operation, which becomes `GetThing` and so on, and its `responses`, which become the
///   component `thing`;
/// - the component `thing`: a resource with an `id`.
pub(crate) fn completed(mut document: Value) -> Value {
    let root = document.as_object_mut().unwrap();
    if !root.contains_key("swagger") {
        put(root, "openapi", json!("3.0.0"));
    }
    put(
        root,
        "info",
        json!({ "title": "Things", "version": "2026-01-01.test" }),
    );
    put(
        root,
        "paths",
        json!({ "/v1/things/{thing}": { "get": { "parameters": [
        { "name": "thing", "in": "path", "required": true, "schema": { "type": "string" } },
    ] } } }),
    );
    let operations = root["paths"].as_object_mut().into_iter().flatten();
    for (path, item) in operations {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut() {
                put(operation, "operationId", json!(operation_id(method, path)));
                put(operation, "responses", responses("thing"));
            }
        }
    }
    put(root, "components", json!({}));
    if let Some(components) = root["components"].as_object_mut() {
        put(components, "schemas", json!({}));
        if let Some(schemas) = components["schemas"].as_object_mut() {
            put(schemas, "thing", thing());
        }
    }
    document
}

/// The responses of an operation that returns the component `name`.
fn responses(name: &str) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{name}") });
    json!({ "200": { "content": { "application/json": { "schema": schema } } } })
}

fn thing() -> Value {
    json!({
        "type": "object",
        "x-resourceId": "thing",
        "required": ["id", "object"],
        "properties": {
            "id": { "type": "string" },
            "object": { "type": "string", "enum": ["thing"] },
        },
    })
}

fn put(members: &mut Map<String, Value>, key: &str, value: Value) {
    members.entry(key).or_insert(value);
}

/// `get` and `/v1/things/{thing}` as `GetThingsThing`.
fn operation_id(method: &str, path: &str) -> String {
    let words = path
        .split(['/', '{', '}'])
        .filter(|word| !["", "v1"].contains(word));
    [method].into_iter().chain(words).map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    first.to_ascii_uppercase() + rest
}

/// A configuration with all operations of `document`.
pub(crate) fn all_operations(document: &Value) -> Config {
    let items = document["paths"].as_object().into_iter().flatten();
    let operations = items.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    Config {
        operations: operations
            .filter_map(|(_, operation)| operation["operationId"].as_str())
            .map(str::to_owned)
            .collect(),
        ..Config::default()
    }
}
