//! Hostile responses: the memory of decoding is proportional to the text, for every type.

use allocation_counter::measure;
use serde_json::{Map, Value, json};

use super::document::{COMPONENTS, Kind, Object, Schema, component};
use super::types::TYPES;

/// The length of each hostile array or map.
const LENGTH: usize = 30_000;

/// The maximum memory for each byte of the text, and in addition.
const PER_BYTE: usize = 24;
const BASE: usize = 1024 * 1024;

/// The string that is replaced by a hostile array or map.
const MARK: &str = "@";

#[test]
fn decoding_takes_memory_in_proportion_to_the_text() {
    let mut made = 0;
    for (name, object) in COMPONENTS.iter() {
        places(object, &mut |value, element| {
            let text = value.to_string();
            let (before, after) = text.split_once(&format!("\"{MARK}\"")).unwrap();
            for hostile in hostile(element) {
                check(name, &format!("{before}{hostile}{after}"));
                made += 1;
            }
        });
    }
    println!("{made} texts");
    assert!(made > 1000, "only {made} texts");
}

fn check(name: &str, text: &str) {
    let mut result = Ok(());
    let taken = measure(|| result = (TYPES[name].decode)(text)).bytes_max;
    let limit = u64::try_from(PER_BYTE * text.len() + BASE).unwrap();
    let start: String = text.chars().take(200).collect();
    assert!(
        taken <= limit,
        "{name}: {} bytes of text take {taken}: {result:?}\n{start}",
        text.len()
    );
}

/// Calls `see` with the smallest value for every array and map of an object, which is the string [`MARK`] in it. Also
/// passes the schema of the elements, and whether it is a map.
fn places(object: &Object, see: &mut dyn FnMut(&Value, (&Schema, bool))) {
    for (name, field) in &object.0 {
        places_of_schema(&field.schema, &mut |inner, element| {
            let mut value = smallest_object(object);
            value[name] = inner.clone();
            see(&value, element);
        });
    }
}

fn places_of_schema(schema: &Schema, see: &mut dyn FnMut(&Value, (&Schema, bool))) {
    match &schema.kind {
        Kind::Array(element) | Kind::Page(element) => {
            see(&json!(MARK), (element, false));
            places_of_schema(element, &mut |inner, element| see(&json!([inner]), element));
        }
        Kind::Map(element) => {
            see(&json!(MARK), (element, true));
            places_of_schema(element, &mut |inner, element| {
                see(&json!({"a": inner}), element)
            });
        }
        Kind::Object(object) => places(object, see),
        // Components are also the root of texts of their own.
        _ => {}
    }
}

/// Returns hostile arrays or maps.
fn hostile((element, is_map): (&Schema, bool)) -> Vec<String> {
    let smallest = smallest(element).to_string();
    let mut elements = vec![
        "{}",
        "[]",
        "0",
        "\"\"",
        "null",
        "\"\\n\"",
        smallest.as_str(),
    ];
    elements.dedup();
    let mut all: Vec<_> = elements
        .iter()
        .map(|element| filled(element, is_map))
        .collect();
    all.push(format!("\"{}\"", "\\n".repeat(LENGTH / 2)));
    all.push("1".repeat(LENGTH));
    all
}

/// Returns an array or a map full of `element`.
fn filled(element: &str, is_map: bool) -> String {
    let count = LENGTH / (element.len() + if is_map { 7 } else { 1 });
    let elements = (0..count).map(|index| match is_map {
        true => format!("\"{index:x}\":{element}"),
        false => element.to_owned(),
    });
    let elements = elements.collect::<Vec<_>>().join(",");
    match is_map {
        true => format!("{{{elements}}}"),
        false => format!("[{elements}]"),
    }
}

/// Returns the smallest value of a schema.
fn smallest(schema: &Schema) -> Value {
    match &schema.kind {
        _ if schema.nullable => Value::Null,
        Kind::Text { .. } | Kind::Enumeration(_) | Kind::Expandable(_) => json!(""),
        Kind::Tag(tag) => json!(tag),
        Kind::Deleted => json!(true),
        Kind::Boolean => json!(true),
        Kind::Integer | Kind::Number => json!(0),
        Kind::Array(_) | Kind::Page(_) => json!([]),
        Kind::Map(_) | Kind::AnyOf(_) | Kind::Lazy(_) | Kind::Anything => json!({}),
        Kind::Object(object) => smallest_object(object),
        Kind::Component(name) => smallest_object(component(name)),
        Kind::Union(names) => smallest_object(component(&names[0])),
    }
}

fn smallest_object(object: &Object) -> Value {
    let required = object.0.iter().filter(|(_, field)| field.required);
    let members: Map<_, _> = required
        .map(|(name, field)| (name.clone(), smallest(&field.schema)))
        .collect();
    Value::Object(members)
}
