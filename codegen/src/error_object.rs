//! The error object: the only component that the hand-written runtime names.
//!
//! The client decodes errors with the component `api_errors`, whatever the operations describe. So its type is always
//! `shared::ApiErrors`, those of its `code` and `type` are always enumerations, and it has the fields that the client reads,
//! in a document without them too.

use serde_json::{Map, Value, json};

use crate::document::schema_pointer;
use crate::error::{Error, Errors};

/// The name of the component.
pub(crate) const ERROR_OBJECT: &str = "api_errors";

/// The fields that the client reads, and the values of those that are enumerations where the document lists none.
const FIELDS: [(&str, &[&str]); 5] = [
    ("code", CODES),
    ("decline_code", &[]),
    ("message", &[]),
    ("param", &[]),
    ("type", TYPES),
];

const TYPES: &[&str] = &[
    "api_error",
    "card_error",
    "idempotency_error",
    "invalid_request_error",
];

const CODES: &[&str] = &[
    "api_key_expired",
    "authentication_required",
    "card_declined",
    "expired_card",
    "idempotency_key_in_use",
    "lock_timeout",
    "parameter_invalid_empty",
    "parameter_missing",
    "parameter_unknown",
    "rate_limit",
    "resource_missing",
];

/// Adds what `document` lacks of the error object: the component, or some of its fields. The overlay can then describe them.
pub fn add_error_object(document: &mut Value) {
    let components = member(document, "components", json!({}));
    let schemas = components.and_then(|it| member(it, "schemas", json!({})));
    let schema = schemas.and_then(|it| member(it, ERROR_OBJECT, json!({ "type": "object" })));
    let properties = schema.and_then(|it| member(it, "properties", json!({})));
    if let Some(properties) = properties {
        for (field, _) in FIELDS {
            member(properties, field, json!({ "type": "string" }));
        }
    }
}

/// The member `key` of an object, which is `new` if the object has none.
fn member<'v>(object: &'v mut Value, key: &str, new: Value) -> Option<&'v mut Value> {
    Some(object.as_object_mut()?.entry(key).or_insert(new))
}

/// Makes the error object of `document`, if it has one, as the client needs it: `type` is always there and the other fields
/// may be absent; `code` and `type` are enumerations.
///
/// # Errors
///
/// When a field that the client reads is not text.
pub fn complete_error_object(document: &mut Value) -> Result<(), Errors> {
    let schema = document.pointer_mut(schema_pointer(ERROR_OBJECT).as_str());
    let Some(schema) = schema.and_then(Value::as_object_mut) else {
        return Ok(());
    };
    let required = schema.entry("required").or_insert(json!([]));
    if let Some(required) = required.as_array_mut() {
        required.retain(|name| FIELDS.iter().all(|(field, _)| name != field));
        required.push("type".into());
    }
    let mut errors = Vec::new();
    let mut properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (field, values) in FIELDS {
        let property = properties.as_deref_mut();
        let property = property.and_then(|them| them.get_mut(field)?.as_object_mut());
        let fits = property.is_some_and(|property| complete(property, values));
        if !fits {
            let at = schema_pointer(ERROR_OBJECT).keys(["properties", field]);
            let problem = format!(
                "expected text: the client reads the `{field}` of an error; found another schema"
            );
            errors.push(Error::document(&at, problem));
        }
    }
    Errors::or(errors, ())
}

/// Makes the schema of a field an enumeration, if it has `values`. Returns whether it is text.
fn complete(property: &mut Map<String, Value>, values: &[&str]) -> bool {
    let is_text = property.get("type").is_some_and(|it| it == "string");
    if !values.is_empty() {
        property.entry("enum").or_insert(values.into());
        property.shift_remove("nullable");
    }
    is_text && property.contains_key("enum") != values.is_empty()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{add_error_object, complete_error_object};

    #[test]
    fn a_document_without_the_component_gets_it() {
        let mut document = json!({});
        add_error_object(&mut document);
        complete_error_object(&mut document).unwrap();
        let schema = &document["components"]["schemas"]["api_errors"];
        assert_eq!(schema["required"], json!(["type"]));
        assert_eq!(schema["properties"]["param"], json!({ "type": "string" }));
        assert_eq!(schema["properties"]["type"]["enum"][1], "card_error");
    }

    #[test]
    fn fields_of_the_document_stay() {
        let mut document = json!({ "components": { "schemas": { "api_errors": {
            "type": "object",
            "required": ["message", "status", "type"],
            "properties": {
                "status": { "type": "integer" },
                "type": { "type": "string", "enum": ["a"] },
                "message": { "type": "string", "maxLength": 9 },
            },
        } } } });
        add_error_object(&mut document);
        complete_error_object(&mut document).unwrap();
        let schema = &document["components"]["schemas"]["api_errors"];
        assert_eq!(schema["required"], json!(["status", "type"]));
        assert_eq!(schema["properties"]["type"]["enum"], json!(["a"]));
        assert_eq!(schema["properties"]["message"]["maxLength"], 9);
    }

    #[test]
    fn a_field_that_is_not_text_is_an_error() {
        let mut document = json!({ "components": { "schemas": { "api_errors": {
            "type": "object",
            "properties": { "code": { "type": "integer" }, "param": { "type": "string", "enum": ["a"] } },
        } } } });
        add_error_object(&mut document);
        let errors = complete_error_object(&mut document).unwrap_err();
        assert_eq!(
            errors.to_string(),
            "document#/components/schemas/api_errors/properties/code: \
             expected text: the client reads the `code` of an error; found another schema\n\
             document#/components/schemas/api_errors/properties/param: \
             expected text: the client reads the `param` of an error; found another schema"
        );
    }
}
