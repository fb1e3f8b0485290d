//! Decoding of forms, independent of the encoder.

use serde_json::{Map, Value};

/// Decodes a form, with the types of `schema`.
pub fn read(schema: &Value, form: &str) -> Value {
    typed(schema, Value::Object(pairs(form)))
}

/// Decodes a form into strings and maps of strings.
pub fn pairs(form: &str) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in form_urlencoded::parse(form.as_bytes()) {
        let mut parts = name.split('[');
        let first = parts.next().unwrap().to_owned();
        let rest: Vec<_> = parts.map(|part| part.strip_suffix(']').unwrap()).collect();
        insert(&mut all, &first, &rest, &value);
    }
    all
}

/// Inserts a value at its name. Names must be unique, and elements in order.
fn insert(into: &mut Map<String, Value>, name: &str, rest: &[&str], value: &str) {
    let Some((next, rest)) = rest.split_first() else {
        let before = into.insert(name.to_owned(), value.into());
        assert_eq!(before, None, "{name} occurs twice");
        return;
    };
    let inside = into
        .entry(name)
        .or_insert_with(|| Value::Object(Map::new()));
    let inside = inside
        .as_object_mut()
        .unwrap_or_else(|| panic!("{name} is both a string and a map"));
    insert(inside, next, rest, value);
}

fn typed(schema: &Value, value: Value) -> Value {
    if let Some(members) = schema["anyOf"].as_array() {
        let text = |member: &&Value| (member["type"] == "string") == value.is_string();
        return match members.iter().find(text) {
            Some(member) => typed(member, value),
            None => value,
        };
    }
    match (schema["type"].as_str(), value) {
        (Some("integer"), Value::String(text)) => text.parse::<i64>().unwrap().into(),
        (Some("array"), Value::Object(members)) => array(schema, members),
        (_, Value::Object(members)) => members
            .into_iter()
            .map(|(name, value)| {
                let schema = schema["properties"]
                    .get(&name)
                    .unwrap_or(&schema["additionalProperties"]);
                let value = typed(schema, value);
                (name, value)
            })
            .collect(),
        (_, value) => value,
    }
}

fn array(schema: &Value, mut members: Map<String, Value>) -> Value {
    let elements = (0..members.len()).map(|index| {
        let element = members.remove(&index.to_string());
        typed(
            &schema["items"],
            element.unwrap_or_else(|| panic!("no element {index}")),
        )
    });
    elements.collect()
}
