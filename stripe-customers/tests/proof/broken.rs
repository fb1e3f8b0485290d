//! Responses with one fact wrong: the error names exactly that place.

use serde_json::{Value, json};

use super::document::{COMPONENTS, Kind, Schema, component};
use super::draw;
use super::random::{Random, again};
use super::types::TYPES;
use super::walk::{Place, Way, walk};
use super::{shrink, text};

/// How many values of every type.
const CASES: u64 = 4;

/// How many mistakes in each.
const MISTAKES: usize = 3;

/// What can be wrong at a place.
enum Mistake {
    /// This stands there instead.
    Instead(Value),
    Missing,
}

impl Mistake {
    fn is_in(&self, value: &Value, way: &Way) -> bool {
        match self {
            Self::Instead(wrong) => way.find(value) == Some(wrong),
            Self::Missing => {
                let around = way.0.split_last().map(|(_, around)| Way(around.to_vec()));
                around.is_some_and(|around| around.find(value).is_some())
            }
        }
    }
}

#[test]
fn an_error_names_the_place() {
    let mut made = 0;
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(&format!("broken {name}"), case);
            let value = draw::value(name, &mut random);
            let mistakes = mistakes(name, &value, &mut random);
            for _ in 0..MISTAKES.min(mistakes.len()) {
                let (way, mistake) = random.pick(&mistakes);
                check(name, value.clone(), way, mistake, &mut random);
                made += 1;
            }
        }
    }
    assert!(made > 5000, "only {made} mistakes");
}

#[test]
fn what_is_decoded_when_asked_for_hides_nothing() {
    let mut made = 0;
    for name in COMPONENTS.keys() {
        for case in 0..CASES {
            let mut random = Random::of(name, case);
            let value = draw::value(name, &mut random);
            let mut inside = Vec::new();
            walk(name, &value, &mut |place| {
                if place.kept {
                    inside.push(place.way.clone());
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
fn no_text_makes_it_panic() {
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
                // An error, or not: both are fine.
                drop((TYPES[name.as_str()].there_and_back)(text));
            }
            if bytes.len() < 2 {
                break;
            }
        }
    }
}

fn check(name: &str, mut value: Value, way: &Way, mistake: &Mistake, random: &mut Random) {
    match mistake {
        Mistake::Instead(wrong) => *way.end(&mut value) = wrong.clone(),
        Mistake::Missing => way.remove(&mut value),
    }
    let expected = Some(format!("{}{way}", root(name)));
    let found = place_of_error(name, &text::write(&value, random));
    if found != expected {
        // What is taken away must neither make another mistake nor be this one.
        let same = |value: &Value| {
            mistake.is_in(value, way) && place_of_error(name, &value.to_string()) == found
        };
        let smallest = match same(&value) {
            true => shrink::smallest(&value, &same),
            // It is the way in which it is written.
            false => value,
        };
        panic!(
            "{name}: expected an error at {expected:?}, found {found:?}\n{smallest}\n{}",
            again()
        );
    }
}

/// Where the error is that reading the text ends in; `None` if it does not.
fn place_of_error(name: &str, text: &str) -> Option<String> {
    let read = (TYPES[name].there_and_back)(text);
    read.err().map(|error| error.path())
}

/// What paths in a value of this component start with.
fn root(name: &str) -> &str {
    component(name).tag().unwrap_or(TYPES[name].name)
}

/// The mistakes that can be made in a value of the component `name`.
fn mistakes(name: &str, value: &Value, random: &mut Random) -> Vec<(Way, Mistake)> {
    let mut mistakes = Vec::new();
    walk(name, value, &mut |place| {
        if place.kept {
            return;
        }
        if let Some(wrong) = instead_of(place, random) {
            mistakes.push((place.way.clone(), Mistake::Instead(wrong)));
        }
        if can_be_missed(place) {
            mistakes.push((place.way.clone(), Mistake::Missing));
        }
    });
    mistakes
}

/// Whether it is an error that the value is not there.
fn can_be_missed(place: &Place<'_>) -> bool {
    place.member
        && !place.optional
        && match place.schema.kind {
            // Without it, the object is one of the union that nobody knows.
            Kind::Tag(_) => !place.in_union,
            // What a type is read as is what it is.
            Kind::Deleted => false,
            _ => true,
        }
}

/// Something that can't stand at the place.
fn instead_of(place: &Place<'_>, random: &mut Random) -> Option<Value> {
    let mut wrong = wrong_values(place.schema);
    match place.schema.kind {
        // Any other object is one of the union that nobody knows.
        Kind::Tag(_) | Kind::Deleted if place.in_union => return None,
        Kind::Anything | Kind::Lazy(_) => return None,
        _ if !place.optional => wrong.push(Value::Null),
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
            wrong.extend([json!(u64::MAX), json!(1e300)]);
            wrong
        }
        Kind::Number => but(Value::is_number),
        Kind::Array(_) => but(Value::is_array),
        Kind::Map(_) | Kind::Object(_) | Kind::Component(_) | Kind::Union(_) | Kind::AnyOf(_) => {
            but(Value::is_object)
        }
        Kind::Expandable(_) => but(|value| value.is_object() || value.is_string()),
        Kind::Lazy(_) | Kind::Anything => Vec::new(),
    }
}
