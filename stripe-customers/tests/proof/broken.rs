//! Responses with one mistake: the error has exactly its path.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::document::{COMPONENTS, Kind, Schema, component};
use super::draw;
use super::random::{Random, again};
use super::types::TYPES;
use super::walk::{JsonPath, Node, walk};
use super::{shrink, text};

/// The number of values of every type.
const CASES: u64 = 4;

/// The number of mistakes in each value.
const MISTAKES: usize = 3;

/// A mistake in a value.
enum Mistake {
    /// Another value instead.
    Instead(Value),
    Missing,
}

impl Mistake {
    fn is_in(&self, value: &Value, path: &JsonPath) -> bool {
        match self {
            Self::Instead(wrong) => path.find(value) == Some(wrong),
            Self::Missing => {
                let around = path
                    .0
                    .split_last()
                    .map(|(_, around)| JsonPath(around.to_vec()));
                around.is_some_and(|around| around.find(value).is_some())
            }
        }
    }
}

#[test]
fn an_error_has_the_path_of_the_mistake() {
    let mut made = 0;
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(&format!("broken {name}"), case);
            let value = draw::value(name, &mut random);
            let mistakes = mistakes(name, &value, &mut random);
            for _ in 0..MISTAKES.min(mistakes.len()) {
                let (path, mistake) = random.pick(&mistakes);
                check(name, value.clone(), path, mistake, &mut random);
                made += 1;
            }
        }
    }
    assert!(made > 5000, "only {made} mistakes");
}

#[test]
fn mistakes_in_lazy_values_are_errors_when_they_are_decoded() {
    let mut made = 0;
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            let (mut inside, mut ids) = (Vec::new(), BTreeSet::new());
            walk(name, &value, &mut |node| {
                let path = node.path.to_string();
                // The id of an expanded object is decoded with the object around it.
                if node.kept && !ids.contains(&path) {
                    inside.push(node.path.clone());
                }
                if matches!(node.schema.kind, Kind::Expandable(_)) {
                    ids.insert(format!("{path}.id"));
                }
            });
            if !inside.is_empty() {
                let mut broken = value.clone();
                *random.pick(&inside).end(&mut broken) =
                    json!([{"neither": "id", "nor": "object"}]);
                let read = (TYPES[name.as_str()].there_and_back)(&broken.to_string());
                assert!(read.is_ok(), "{name}: {read:?}\n{broken}\n{}", again());
                made += 1;
            }
        }
    }
    assert!(made > 100, "only {made} mistakes");
}

#[test]
fn no_text_causes_a_panic() {
    for (index, name) in COMPONENTS.keys().enumerate() {
        let mut random = Random::of(name, 0);
        let value = draw::value(name, &mut random);
        let text = text::write(&value, &mut random);
        let mut bytes = text.into_bytes();
        for _ in 0..5 {
            let at = random.below(bytes.len());
            match index % 3 {
                0 => bytes.truncate(at.max(1)),
                1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                _ => drop(bytes.remove(at.min(bytes.len() - 1))),
            }
            if let Ok(text) = std::str::from_utf8(&bytes) {
                // It may or may not be an error.
                drop((TYPES[name.as_str()].there_and_back)(text));
            }
            if bytes.len() < 2 {
                break;
            }
        }
    }
}

fn check(name: &str, mut value: Value, path: &JsonPath, mistake: &Mistake, random: &mut Random) {
    match mistake {
        Mistake::Instead(wrong) => *path.end(&mut value) = wrong.clone(),
        Mistake::Missing => path.remove(&mut value),
    }
    let expected = Some(format!("{}{path}", root(name)));
    let found = place_of_error(name, &text::write(&value, random));
    if found != expected {
        // Shrinking must neither add another mistake nor remove this one.
        let same = |value: &Value| {
            mistake.is_in(value, path) && place_of_error(name, &value.to_string()) == found
        };
        let smallest = match same(&value) {
            true => shrink::smallest(&value, &same),
            // The mistake depends on the spelling of the text.
            false => value,
        };
        panic!(
            "{name}: expected an error at {expected:?}, found {found:?}\n{smallest}\n{}",
            again()
        );
    }
}

/// Returns the path of the error of decoding the text, or `None` if there is none.
fn place_of_error(name: &str, text: &str) -> Option<String> {
    let read = (TYPES[name].there_and_back)(text);
    read.err().map(|error| error.path())
}

/// The first part of the paths of errors in a component.
fn root(name: &str) -> &str {
    component(name).tag().unwrap_or(TYPES[name].name)
}

/// Returns possible mistakes in a value of the component `name`.
fn mistakes(name: &str, value: &Value, random: &mut Random) -> Vec<(JsonPath, Mistake)> {
    let mut mistakes = Vec::new();
    walk(name, value, &mut |node| {
        if node.kept {
            return;
        }
        if let Some(wrong) = instead_of(node, random) {
            mistakes.push((node.path.clone(), Mistake::Instead(wrong)));
        }
        if can_be_missed(node) {
            mistakes.push((node.path.clone(), Mistake::Missing));
        }
    });
    mistakes
}

/// Returns whether the absence of the value is an error.
fn can_be_missed(node: &Node<'_>) -> bool {
    node.member
        && !node.optional
        && match node.schema.kind {
            // Without it, the object is an unknown member of the union.
            Kind::Tag(_) => !node.in_union,
            // The tag of a type that is not in a union is required.
            Kind::Deleted => false,
            _ => true,
        }
}

/// Returns an invalid value for the position.
fn instead_of(node: &Node<'_>, random: &mut Random) -> Option<Value> {
    let mut wrong = wrong_values(node.schema);
    match node.schema.kind {
        // Any other object is an unknown member of the union.
        Kind::Tag(_) | Kind::Deleted if node.in_union => return None,
        Kind::Anything | Kind::Lazy(_) => return None,
        // `null` is an empty array or map.
        Kind::Array(_) | Kind::Page(_) | Kind::Map(_) => {}
        _ if !node.optional => wrong.push(Value::Null),
        _ => {}
    }
    Some(random.pick(&wrong).clone())
}

fn wrong_values(schema: &Schema) -> Vec<Value> {
    let scalars = [json!(true), json!(7), json!(-0.5), json!("text")];
    let compound = [json!({"a": []}), json!([{}])];
    let all = scalars.into_iter().chain(compound);
    let but = |fits: fn(&Value) -> bool| all.filter(|value| !fits(value)).collect::<Vec<_>>();
    match &schema.kind {
        Kind::Text { .. } | Kind::Enumeration(_) => but(Value::is_string),
        Kind::Tag(_) | Kind::Deleted => {
            let mut wrong = but(|_| false);
            wrong.retain(|value| *value != json!(true) && !matches!(value, Value::String(_)));
            wrong.push(match schema.kind {
                Kind::Deleted => json!(false),
                _ => json!("stranger"),
            });
            wrong
        }
        Kind::Boolean => but(Value::is_boolean),
        Kind::Integer => {
            let mut wrong = but(Value::is_i64);
            wrong.extend([json!(u64::MAX), json!(1e300), json!(1e16), json!(1e-300)]);
            wrong
        }
        Kind::Number => but(Value::is_number),
        Kind::Array(_) | Kind::Page(_) => but(Value::is_array),
        Kind::Map(_) | Kind::Object(_) | Kind::Component(_) | Kind::Union(_) | Kind::AnyOf(_) => {
            but(Value::is_object)
        }
        Kind::Expandable(_) => but(|value| value.is_object() || value.is_string()),
        Kind::Lazy(_) | Kind::Anything => Vec::new(),
    }
}
