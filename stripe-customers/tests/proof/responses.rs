//! Responses that the document allows are read whole, and written as they were.

use serde_json::Value;

use super::document::{COMPONENTS, Kind};
use super::draw::{self, NEWS};
use super::random::{Random, again};
use super::types::TYPES;
use super::walk::{Place, walk};
use super::{shrink, text};

/// How many values of every type.
const CASES: u64 = 10;

#[test]
fn what_the_document_allows_comes_back_whole() {
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            let text = text::write(&value, &mut random);
            if let Err(problem) = whole(name, &text) {
                panic!(
                    "{name}: {problem}\n{}\n{}",
                    shrunk(name, &value, &text),
                    again()
                );
            }
        }
    }
}

#[test]
fn what_is_decoded_when_asked_for_can_be() {
    let mut decoded = 0;
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            walk(name, &value, &mut |place| {
                if let Some((names, text)) = kept(place) {
                    let problems: Vec<_> = names
                        .iter()
                        .filter_map(|name| whole(name, &text).err())
                        .collect();
                    assert!(
                        problems.len() < names.len(),
                        "{name}{}: {problems:?}\n{}",
                        place.way,
                        again()
                    );
                    decoded += 1;
                }
            });
        }
    }
    assert!(decoded > 1000, "only {decoded} objects");
}

/// Of what is decoded when asked for, the components that it may be, and its text.
fn kept<'a>(place: &Place<'a>) -> Option<(Vec<&'a str>, String)> {
    let (Kind::Expandable(names) | Kind::OnDemand(names) | Kind::AnyOf(names)) = &place.schema.kind
    else {
        return None;
    };
    let tag = place.value.as_object()?.get("object");
    let fits = |name: &&str| {
        let object = &COMPONENTS[*name];
        object.tag().map(Value::from).as_ref() == tag
    };
    Some((
        names.iter().map(String::as_str).filter(fits).collect(),
        place.value.to_string(),
    ))
}

/// Whether `text` comes back as it went.
fn whole(name: &str, text: &str) -> Result<(), String> {
    let back = (TYPES[name].there_and_back)(text).map_err(|error| error.to_string())?;
    let [before, after] = [text, &back].map(|text| {
        let value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok::<Value, String>(normal(value))
    });
    match (before?, after?) {
        (before, after) if before == after => Ok(()),
        (before, after) => Err(format!("went as\n{before}\nand came back as\n{after}")),
    }
}

/// The smallest value that does not come back either.
fn shrunk(name: &str, value: &Value, text: &str) -> String {
    let fails = |value: &Value| whole(name, &value.to_string()).is_err();
    match fails(value) {
        true => shrink::smallest(value, &fails).to_string(),
        // It is the way in which it is written.
        false => text.to_owned(),
    }
}

/// The value without what makes no difference: nulls, members that nobody knows, the fraction of whole numbers.
fn normal(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(name, value)| !value.is_null() && !name.starts_with(NEWS))
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
    // Without a fraction, and with all digits.
    format!("{float:.0}")
        .parse::<i64>()
        .map_or_else(|_| float.into(), Value::from)
}
