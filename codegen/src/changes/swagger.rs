//! Swagger 2.0, in which Stripe's first documents are, as OpenAPI 3.0: as far as it takes to compare them.

use serde_json::{Map, Value, json};

const FORM: &str = "application/x-www-form-urlencoded";

/// Whether `document` is Swagger 2.0.
pub(super) fn is_swagger(document: &Value) -> bool {
    document
        .get("swagger")
        .is_some_and(|version| version == "2.0")
}

/// `document`, which is Swagger 2.0, as OpenAPI 3.0.
pub(super) fn convert(mut document: Value) -> Value {
    schemas(&mut document);
    let Some(root) = document.as_object_mut() else {
        return document;
    };
    root.shift_remove("swagger");
    let definitions = root.shift_remove("definitions").unwrap_or_default();
    let paths = root.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flat_map(Map::values_mut);
    for operation in items
        .filter_map(Value::as_object_mut)
        .flat_map(Map::values_mut)
    {
        if let Some(operation) = operation.as_object_mut() {
            convert_operation(operation);
        }
    }
    root.insert("openapi".to_owned(), "3.0.0".into());
    root.insert("components".to_owned(), json!({ "schemas": definitions }));
    document
}

/// Rewrites what is otherwise in schemas, wherever one may be.
fn schemas(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(schemas);
            schema(members);
        }
        Value::Array(elements) => elements.iter_mut().for_each(schemas),
        _ => {}
    }
}

fn schema(members: &mut Map<String, Value>) {
    if let Some(Value::String(reference)) = members.get_mut("$ref") {
        *reference = reference.replace("#/definitions/", "#/components/schemas/");
    }
    if members.get("x-nullable").is_some_and(Value::is_boolean)
        && let Some(nullable) = members.shift_remove("x-nullable")
    {
        members.insert("nullable".to_owned(), nullable);
    }
    let Some(Value::Array(types)) = members.get("type") else {
        return;
    };
    let types = types.clone();
    match types.as_slice() {
        [only] => {
            members.insert("type".to_owned(), only.clone());
        }
        several => {
            let of_type = |name: &Value| match name.as_str() {
                Some("object" | "array") => {
                    let mut members = members.clone();
                    members.insert("type".to_owned(), name.clone());
                    Value::Object(members)
                }
                _ => json!({ "type": name }),
            };
            let any_of: Vec<_> = several.iter().map(of_type).collect();
            *members = Map::from_iter([("anyOf".to_owned(), any_of.into())]);
        }
    }
}

fn convert_operation(operation: &mut Map<String, Value>) {
    let parameters = operation.shift_remove("parameters").unwrap_or_default();
    let (mut kept, mut form) = (Vec::new(), json!({ "type": "object", "properties": {} }));
    let mut has_form = false;
    for parameter in parameters.as_array().into_iter().flatten() {
        match parameter.get("in").and_then(Value::as_str) {
            Some("body") => {
                form = body(parameter);
                has_form = true;
            }
            Some("formData") => {
                add(&mut form, parameter);
                has_form = true;
            }
            _ => kept.push(with_schema(parameter)),
        }
    }
    operation.insert("parameters".to_owned(), kept.into());
    if has_form {
        let body = json!({ "content": { FORM: { "schema": form } } });
        operation.insert("requestBody".to_owned(), body);
    }
    let responses = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut);
    for response in responses.into_iter().flat_map(Map::values_mut) {
        if let Some(response) = response.as_object_mut()
            && let Some(schema) = response.shift_remove("schema")
        {
            let content = json!({ "application/json": { "schema": schema } });
            response.insert("content".to_owned(), content);
        }
    }
}

/// The schema of a body, which does not always say that it is an object.
fn body(parameter: &Value) -> Value {
    let mut schema = parameter.get("schema").cloned().unwrap_or_default();
    if let Some(members) = schema.as_object_mut() {
        members.entry("type").or_insert("object".into());
        members.entry("properties").or_insert_with(|| json!({}));
    }
    schema
}

/// Adds a parameter to a form.
fn add(form: &mut Value, parameter: &Value) {
    let Some(name) = parameter.get("name").and_then(Value::as_str) else {
        return;
    };
    let parameter = with_schema(parameter);
    if let Some(properties) = form.get_mut("properties").and_then(Value::as_object_mut) {
        let schema = parameter.get("schema").cloned().unwrap_or_default();
        properties.insert(name.to_owned(), schema);
    }
    if parameter.get("required") == Some(&Value::Bool(true))
        && let Some(form) = form.as_object_mut()
    {
        let required = form.entry("required").or_insert_with(|| json!([]));
        required
            .as_array_mut()
            .into_iter()
            .for_each(|all| all.push(name.into()));
    }
}

/// A parameter that has its schema in itself, with the schema apart.
fn with_schema(parameter: &Value) -> Value {
    const OWN: [&str; 5] = ["name", "in", "required", "description", "collectionFormat"];
    let members = parameter.as_object().into_iter().flatten();
    let (own, schema): (Vec<_>, Vec<_>) = members
        .map(|(key, value)| (key.clone(), value.clone()))
        .partition(|(key, _)| OWN.contains(&key.as_str()));
    let mut parameter: Map<_, _> = own.into_iter().collect();
    parameter.shift_remove("collectionFormat");
    parameter.insert(
        "schema".to_owned(),
        Value::Object(schema.into_iter().collect()),
    );
    Value::Object(parameter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{convert, is_swagger};

    #[test]
    fn becomes_openapi() {
        let document = json!({
            "swagger": "2.0",
            "info": { "version": "1" },
            "paths": { "/v1/things/{id}": { "post": {
                "parameters": [
                    { "in": "path", "name": "id", "required": true, "type": "string" },
                    { "in": "body", "name": "payload", "schema": { "required": ["a"], "properties": {
                        "a": { "type": ["object", "string"], "properties": { "b": { "type": ["integer"] } } },
                    } } },
                ],
                "responses": { "200": { "schema": { "$ref": "#/definitions/thing" } } },
            } } },
            "definitions": { "thing": { "type": ["object"], "x-nullable": true } },
        });
        assert!(is_swagger(&document));
        let object = json!({ "type": "object", "properties": { "b": { "type": "integer" } } });
        let form = json!({ "type": "object", "required": ["a"], "properties": {
            "a": { "anyOf": [object, { "type": "string" }] },
        } });
        let answer = json!({ "schema": { "$ref": "#/components/schemas/thing" } });
        assert_eq!(
            convert(document),
            json!({
                "openapi": "3.0.0",
                "info": { "version": "1" },
                "paths": { "/v1/things/{id}": { "post": {
                    "parameters": [
                        { "in": "path", "name": "id", "required": true, "schema": { "type": "string" } },
                    ],
                    "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": form } } },
                    "responses": { "200": { "content": { "application/json": answer } } },
                } } },
                "components": { "schemas": { "thing": { "type": "object", "nullable": true } } },
            })
        );
    }

    #[test]
    fn parameters_become_a_form() {
        let document = json!({ "swagger": "2.0", "paths": { "/a": { "post": { "parameters": [
            { "in": "formData", "name": "file", "required": true, "type": "file" },
            { "in": "formData", "name": "purpose", "type": "string" },
        ] } } } });
        let document = convert(document);
        let form = "/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded/schema";
        assert_eq!(
            document.pointer(form),
            Some(
                &json!({ "type": "object", "required": ["file"], "properties": {
                "file": { "type": "file" }, "purpose": { "type": "string" },
            } })
            )
        );
    }
}
