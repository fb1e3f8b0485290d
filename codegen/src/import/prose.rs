//! Removes the prose of a document and keeps its facts.

use serde_json::Value;

use crate::context::Context;

/// Removes the descriptions and summaries of `value`, which is in this context.
pub(super) fn remove(value: &mut Value, context: Context) {
    match value {
        Value::Object(members) if !matches!(context, Context::Data | Context::Extension) => {
            members.retain(|key, _| !context.is_prose(key));
            for (key, value) in members {
                remove(value, context.member(key, value));
            }
        }
        Value::Array(elements) => {
            for element in elements {
                remove(element, context);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Context, remove};

    fn without_prose(value: &Value) -> Value {
        let mut value = value.clone();
        remove(&mut value, Context::Keywords);
        value
    }

    #[test]
    fn drops_the_prose_of_keywords() {
        let document = json!({
            "info": { "title": "T", "description": "prose", "version": "1" },
            "tags": [{ "name": "a", "description": "prose", "externalDocs": { "description": "prose", "url": "u" } }],
            "servers": [{ "url": "u", "description": "prose", "variables": { "description": { "default": "d", "description": "prose" } } }],
            "paths": { "/a": {
                "summary": "prose",
                "description": "prose",
                "get": {
                    "summary": "prose",
                    "parameters": [{ "name": "description", "description": "prose" }],
                    "responses": { "200": {
                        "description": "prose",
                        "headers": { "summary": { "description": "prose", "schema": {} } },
                        "content": { "text/plain": { "examples": { "summary": { "summary": "prose", "value": { "summary": "data" } } } } },
                        "links": { "description": { "description": "prose", "parameters": { "description": "data" } } },
                    } },
                },
            } },
        });
        assert_eq!(
            without_prose(&document),
            json!({
                "info": { "title": "T", "version": "1" },
                "tags": [{ "name": "a", "externalDocs": { "url": "u" } }],
                "servers": [{ "url": "u", "variables": { "description": { "default": "d" } } }],
                "paths": { "/a": { "get": {
                    "parameters": [{ "name": "description" }],
                    "responses": { "200": {
                        "headers": { "summary": { "schema": {} } },
                        "content": { "text/plain": { "examples": { "summary": { "value": { "summary": "data" } } } } },
                        "links": { "description": { "parameters": { "description": "data" } } },
                    } },
                } } },
            })
        );
    }

    #[test]
    fn keeps_names_data_and_extensions() {
        let schemas = json!({ "components": { "schemas": {
            "description": {
                "type": "object",
                "required": ["description"],
                "properties": {
                    "description": { "type": "string", "enum": ["description"] },
                    "properties": { "properties": { "summary": { "nullable": true } } },
                    "default": { "default": { "description": "data" }, "example": { "summary": "data" } },
                    "x-named": { "type": "string" },
                },
                "x-notes": { "description": "kept" },
            },
            "x-schema": { "items": { "anyOf": [{ "type": "string" }] } },
        } } });
        assert_eq!(without_prose(&schemas), schemas);
    }

    #[test]
    fn drops_the_prose_of_a_schema_whose_name_looks_like_an_extension() {
        let schemas = json!({ "properties": { "x-named": { "description": "prose" } } });
        assert_eq!(
            without_prose(&schemas),
            json!({ "properties": { "x-named": {} } })
        );
    }
}
