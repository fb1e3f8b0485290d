//! All valid responses are decoded completely and serialized unchanged.

use serde_json::Value;

use super::document::{COMPONENTS, Kind};
use super::draw::{self, UNKNOWN};
use super::random::{Random, again};
use super::types::{Check, TYPES, one_of};
use super::walk::{Node, walk};
use super::{shrink, text};

/// The number of values of every type.
const CASES: u64 = 10;

#[test]
fn valid_values_are_serialized_unchanged() {
    for (name, check) in TYPES.iter() {
        for case in 0..CASES {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            let text = text::write(&value, &mut random);
            if let Err(problem) = whole(check, &text) {
                panic!(
                    "{name}: {problem}\n{}\n{}",
                    shrunk(check, &value, &text),
                    again()
                );
            }
        }
    }
}

#[test]
fn lazy_values_are_decoded_and_serialized_unchanged() {
    let (mut decoded, mut inside) = (0, 0);
    for (name, object) in COMPONENTS.iter() {
        // Resources contain more lazy values than their parts.
        let cases = if object.tag().is_some() {
            5 * CASES
        } else {
            CASES
        };
        for case in 0..cases {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            walk(name, &value, &mut |node| {
                if let Some(result) = decode(node) {
                    let path = &node.path;
                    result.unwrap_or_else(|problem| panic!("{name}{path}: {problem}\n{}", again()));
                    decoded += 1;
                    inside += usize::from(node.kept);
                }
            });
        }
    }
    assert!(decoded > 3000, "only {decoded} objects");
    assert!(inside > 500, "only {inside} in other objects");
}

/// Decodes a value that is decoded on demand. Returns `None` for other values.
fn decode(node: &Node<'_>) -> Option<Result<(), String>> {
    match (&node.schema.kind, node.value) {
        (Kind::Expandable(names) | Kind::Lazy(names), Value::Object(_)) => {
            Some(whole(one_of(names), &node.value.to_string()))
        }
        // The value has no tag.
        (Kind::AnyOf(names), Value::Object(_)) => {
            let text = node.value.to_string();
            let types = names.iter().map(|name| &TYPES[name.as_str()]);
            let results = types.map(|check| whole(check, &text));
            results.reduce(Result::or)
        }
        (Kind::Page(element), Value::Array(values)) => {
            let names = match &element.kind {
                Kind::Component(name) => std::slice::from_ref(name),
                Kind::Union(names) => names,
                _ => return None,
            };
            let check = one_of(names);
            Some(
                values
                    .iter()
                    .try_for_each(|value| whole(check, &value.to_string())),
            )
        }
        _ => None,
    }
}

/// Checks that `text` is decoded and serialized unchanged.
fn whole(check: &Check, text: &str) -> Result<(), String> {
    let back = (check.there_and_back)(text).map_err(|error| error.to_string())?;
    let [before, after] = [text, &back].map(|text| {
        let value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok::<Value, String>(normal(value))
    });
    match (before?, after?) {
        (before, after) if before == after => Ok(()),
        (before, after) => Err(format!("decoded\n{before}\nserialized\n{after}")),
    }
}

/// Returns the smallest value that fails in the same path.
fn shrunk(check: &Check, value: &Value, text: &str) -> String {
    let fails = |value: &Value| whole(check, &value.to_string()).is_err();
    match fails(value) {
        true => shrink::smallest(value, &fails).to_string(),
        // The failure depends on the spelling of the text.
        false => text.to_owned(),
    }
}

/// Normalizes a value: removes nulls, unknown members and the fraction of whole numbers.
fn normal(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(name, value)| !value.is_null() && !name.starts_with(UNKNOWN))
            .map(|(name, value)| (name, normal(value)))
            .collect(),
        Value::Array(elements) => elements.into_iter().map(normal).collect(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float == 0.0 && float.is_sign_positive() => 0.into(),
            Some(float) if number.is_f64() && float != 0.0 && float.fract() == 0.0 => {
                whole_number(float)
            }
            _ => Value::Number(number),
        },
        value => value,
    }
}

fn whole_number(float: f64) -> Value {
    // Without a fraction, with all digits.
    format!("{float:.0}")
        .parse::<i64>()
        .map_or_else(|_| float.into(), Value::from)
}
