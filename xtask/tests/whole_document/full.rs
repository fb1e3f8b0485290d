//! Values with every field of a schema.

use serde_json::{Map, Value, json};

/// How deep expandable fields are expanded.
const EXPANDED: usize = 1;

/// The component `name` of `document`, with every property.
pub(crate) fn of_component(document: &Value, name: &str) -> Value {
    let schema = &document["components"]["schemas"][name];
    assert!(schema.is_object(), "{name}");
    of_schema(document, schema, &mut vec![name], 0)
}

/// `path` has the enclosing components: a component inside itself is left out.
fn of_schema<'d>(
    document: &'d Value,
    schema: &'d Value,
    path: &mut Vec<&'d str>,
    depth: usize,
) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap();
        if path.contains(&name) || path.len() > 12 {
            return Value::Null;
        }
        path.push(name);
        let value = of_schema(
            document,
            &document["components"]["schemas"][name],
            path,
            depth,
        );
        path.pop();
        return value;
    }
    if let Some(members) = schema["anyOf"].as_array() {
        if schema.get("x-expansionResources").is_some() && depth >= EXPANDED {
            return json!("id_1");
        }
        let references = members.iter().filter(|member| member.get("$ref").is_some());
        let depth = depth + usize::from(schema.get("x-expansionResources").is_some());
        let mut values = references.map(|member| of_schema(document, member, path, depth));
        return values.find(|value| !value.is_null()).unwrap_or(
            match schema.get("x-expansionResources") {
                Some(_) => json!("id_1"),
                None => Value::Null,
            },
        );
    }
    if let Some(first) = schema["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    match schema["type"].as_str().unwrap() {
        "string" => json!("text"),
        "integer" => json!(1_575_239_418),
        "number" => json!(0.5),
        "boolean" => json!(true),
        "array" => match of_schema(document, &schema["items"], path, depth) {
            Value::Null => json!([]),
            element => json!([element]),
        },
        _ => object(document, schema, path, depth),
    }
}

fn object<'d>(
    document: &'d Value,
    schema: &'d Value,
    path: &mut Vec<&'d str>,
    depth: usize,
) -> Value {
    let mut members = Map::new();
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let value = of_schema(document, property, path, depth);
        let is_required = schema["required"]
            .as_array()
            .is_some_and(|names| names.contains(&json!(name)));
        assert!(
            !(value.is_null() && is_required && property["nullable"] != json!(true)),
            "{path:?} {name}"
        );
        if !value.is_null() {
            members.insert(name.clone(), value);
        }
    }
    if let Some(values) = schema
        .get("additionalProperties")
        .filter(|values| values.is_object())
    {
        members.insert("key".to_owned(), of_schema(document, values, path, depth));
    }
    Value::Object(members)
}
