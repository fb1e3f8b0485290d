//! Responses that the document allows are read whole, and written as they were.

use serde_json::Value;

use super::document::{COMPONENTS, Kind};
use super::draw::{self, NEWS};
use super::random::{Random, again};
use super::types::{Check, TYPES, one_of};
use super::walk::{Place, walk};
use super::{shrink, text};

/// How many values of every type.
const CASES: u64 = 10;

#[test]
fn what_the_document_allows_comes_back_whole() {
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
fn what_is_decoded_when_asked_for_can_be() {
    let (mut decoded, mut inside) = (0, 0);
    for (name, object) in COMPONENTS.iter() {
        // Resources have more in them than what they are made of.
        let cases = if object.tag().is_some() {
            5 * CASES
        } else {
            CASES
        };
        for case in 0..cases {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            walk(name, &value, &mut |place| {
                if let Some(result) = decode(place) {
                    let way = &place.way;
                    result.unwrap_or_else(|problem| panic!("{name}{way}: {problem}\n{}", again()));
                    decoded += 1;
                    inside += usize::from(place.kept);
                }
            });
        }
    }
    assert!(decoded > 3000, "only {decoded} objects");
    assert!(inside > 500, "only {inside} inside of others");
}

/// Decodes what is decoded when asked for, if that is at the place.
fn decode(place: &Place<'_>) -> Option<Result<(), String>> {
    let value = place.value.as_object().map(|_| place.value)?;
    match &place.schema.kind {
        Kind::Expandable(names) | Kind::Lazy(names) => {
            Some(whole(one_of(names), &value.to_string()))
        }
        // Nobody but who made the request knows which of them it is.
        Kind::AnyOf(names) => {
            let text = value.to_string();
            let types = names.iter().map(|name| &TYPES[name.as_str()]);
            let results = types.map(|check| whole(check, &text));
            results.reduce(Result::or)
        }
        _ => None,
    }
}

/// Whether `text` comes back as it went.
fn whole(check: &Check, text: &str) -> Result<(), String> {
    let back = (check.there_and_back)(text).map_err(|error| error.to_string())?;
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
fn shrunk(check: &Check, value: &Value, text: &str) -> String {
    let fails = |value: &Value| whole(check, &value.to_string()).is_err();
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
