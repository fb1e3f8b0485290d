//! The kinds of values that a parameter takes.

use serde_json::Value;

use crate::changes::form::{self, Form};
use crate::changes::{Action, Change, Class, Subject};
use crate::ir::Kind;
use crate::names::upper_camel;

use super::Walk;
use super::place::{Face, Place, Rust, Spot};

impl<'a> Walk<'a> {
    pub(super) fn kinds(
        &mut self,
        place: &Place<'a>,
        old: &[(usize, &'a Value)],
        new: &[(usize, &'a Value)],
    ) {
        let (old, new) = (keyed(&self.old, old), keyed(&self.new, new));
        for (key, index, schema) in &old {
            match new.iter().find(|(other, ..)| other == key) {
                Some((_, other_index, other)) => {
                    let place = Place {
                        old: kind(&self.old, &place.old, schema, *index),
                        new: kind(&self.new, &place.new, other, *other_index),
                        depth: place.depth + 1,
                        ..place.clone()
                    };
                    self.details(&place);
                }
                None => self.kind_alone(place, Action::Removed, key, *index),
            }
        }
        for (key, index, _) in &new {
            if !old.iter().any(|(other, ..)| other == key) {
                self.kind_alone(place, Action::Added, key, *index);
            }
        }
    }

    fn kind_alone(&mut self, place: &Place<'a>, action: Action, key: &str, index: usize) {
        let (spot, class) = (place.spot(action), Class::of(action));
        let for_rust = match spot.rust {
            Rust::Hidden => Class::Docs,
            _ => class,
        };
        let change = Change {
            action,
            pointer: spot
                .pointer
                .key(form::alternatives(spot.schema))
                .index(index),
            api: format!("{}: {key}", place.api),
            ..place.changed(Subject::Kind, for_rust, class)
        };
        self.push(change);
    }
}

/// Kinds of values with their indices, each with words that none of the others has.
fn keyed<'a>(face: &Face<'a>, kinds: &[(usize, &'a Value)]) -> Vec<(String, usize, &'a Value)> {
    let mut keyed: Vec<(String, usize, &Value)> = Vec::new();
    for &(index, schema) in kinds {
        let words = form::words(schema, &|name| face.side.component(name));
        let title = schema.get("title").and_then(Value::as_str);
        let mut key = match (Form::of(schema), title) {
            (Form::Reference(name), _) => format!("{words} {name}"),
            (Form::Object(_), Some(title)) => format!("{words} {title}"),
            _ => words,
        };
        while keyed.iter().any(|(known, ..)| *known == key) {
            key.push_str(", another");
        }
        keyed.push((key, index, schema));
    }
    keyed
}

/// A kind of values in one document, with its type.
fn kind<'a>(face: &Face<'a>, spot: &Spot<'a>, schema: &'a Value, index: usize) -> Spot<'a> {
    let mut inner = spot.inner(schema, form::alternatives(spot.schema));
    inner.pointer = inner.pointer.index(index);
    if matches!(Form::of(schema), Form::Values { .. }) || matches!(spot.rust, Rust::Unknown) {
        return inner;
    }
    let name = match Form::of(schema) {
        Form::Scalar("string") => "Text".to_owned(),
        Form::Scalar(scalar) => upper_camel(scalar),
        Form::Array(_) => "Array".to_owned(),
        _ => upper_camel(
            schema
                .get("title")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        ),
    };
    let choice = face.item(spot.rust);
    let choice = choice.and_then(|named| match named.kind {
        Kind::Choice(choice) => Some(choice),
        _ => None,
    });
    // One object alone is not called after its title.
    let found = [name.as_str(), "Object"].iter().find_map(|name| {
        let mut members = choice?.members.iter();
        members.find(|member| member.name() == *name)?.ty()
    });
    inner.rust = found.map_or(Rust::Hidden, Rust::Type);
    inner
}
