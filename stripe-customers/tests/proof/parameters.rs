//! Random parameters that are valid according to the OpenAPI document.

use serde_json::{Map, Value};

use super::random::Random;

/// Draws a value that `schema` allows.
pub fn draw(schema: &Value, random: &mut Random) -> Value {
    if let Some(members) = schema["anyOf"].as_array() {
        return draw(random.pick(members), random);
    }
    if let Some(values) = schema["enum"].as_array() {
        return random.pick(values).clone();
    }
    match schema["type"].as_str().unwrap() {
        "string" => text(schema["maxLength"].as_u64().unwrap_or(5000), random).into(),
        "integer" => random.integer().into(),
        "array" => (0..random.below(4))
            .map(|_| draw(&schema["items"], random))
            .collect(),
        "object" if schema["additionalProperties"].is_object() => {
            map(&schema["additionalProperties"], random)
        }
        "object" => object(schema, random),
        other => panic!("a parameter of type {other}"),
    }
}

/// Draws a text. An empty text is an error, except where it clears the value.
fn text(longest: u64, random: &mut Random) -> String {
    let text = random.text(usize::try_from(longest).unwrap());
    match text.is_empty() {
        true => "x".to_owned(),
        false => text,
    }
}

fn object(schema: &Value, random: &mut Random) -> Value {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let mut names: Vec<_> = schema["properties"].as_object().unwrap().keys().collect();
    names.sort();
    let mut members = Map::new();
    // A form cannot represent an empty object.
    let always = random.below(names.len().max(1));
    for (index, name) in names.into_iter().enumerate() {
        if index == always || required.iter().any(|it| it == name) || random.once_in(2) {
            let value = draw(&schema["properties"][name], random);
            members.insert(name.clone(), value);
        }
    }
    Value::Object(members)
}

/// Draws a map. Stripe does not allow brackets in keys, or empty keys.
fn map(schema: &Value, random: &mut Random) -> Value {
    let mut members = Map::new();
    for _ in 0..random.below(4) {
        let key = format!("k{}", random.text(39)).replace(['[', ']'], "");
        members.insert(key, draw(schema, random));
    }
    Value::Object(members)
}

/// Removes empty arrays and objects, which a form cannot represent.
pub fn sendable(value: Value) -> Value {
    let empty = |value: &Value| match value {
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    match value {
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, sendable(value)))
            .filter(|(_, value)| !empty(value))
            .collect(),
        Value::Array(elements) => elements
            .into_iter()
            .map(sendable)
            .filter(|value| !empty(value))
            .collect(),
        value => value,
    }
}
