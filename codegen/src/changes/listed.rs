//! What is one of several: values, components, kinds of values.

use serde_json::Value;

use crate::ir::Kind;
use crate::names::upper_camel;
use crate::pointer::Pointer;

use super::change::{Action, Change, Class, Subject};
use super::form::{self, Form};
use super::guess;
use super::place::{Face, Place, Rust, Spot, Way};
use super::surface;
use super::walk::Walk;

/// The values of the enumerations.
impl<'a> Walk<'a> {
    pub(super) fn values(&mut self, place: &Place<'a>) {
        let old: Vec<_> = form::values(place.old.schema).collect();
        let new: Vec<_> = form::values(place.new.schema).collect();
        let gone = |these: &[(usize, &'a str)], others: &[(usize, &'a str)]| {
            let is_alone = |(_, value): &&(usize, &'a str)| {
                !value.is_empty() && !others.iter().any(|(_, other)| other == value)
            };
            these.iter().filter(is_alone).copied().collect::<Vec<_>>()
        };
        let (removed, added) = (gone(&old, &new), gone(&new, &old));
        let texts = |these: &[(usize, &'a str)]| these.iter().map(|it| it.1).collect::<Vec<_>>();
        let guess = guess::value(&texts(&removed), &texts(&added));
        for (index, value) in removed {
            let guess = guess.as_ref().map(|guess| guess.became(guess.new));
            self.value(place, Action::Removed, value, index, guess);
        }
        for (index, value) in added {
            let guess = guess.as_ref().map(guess::Guess::was);
            self.value(place, Action::Added, value, index, guess);
        }
        self.variants(place, &texts(&old));
    }

    fn value(
        &mut self,
        place: &Place<'a>,
        action: Action,
        value: &str,
        index: usize,
        guess: Option<String>,
    ) {
        let is_removed = action == Action::Removed;
        let ((face, spot), (other, there)) = match is_removed {
            true => ((&self.old, &place.old), (&self.new, &place.new)),
            false => ((&self.new, &place.new), (&self.old, &place.old)),
        };
        let variant = variant(face, spot, value);
        // Another value may have the name now.
        let is_there = other.item(there.rust).is_some_and(|named| {
            let name = variant.as_deref().and_then(|it| it.rsplit("::").next());
            name.is_some_and(|name| surface::has_variant(named.kind, name))
        });
        let for_rust = match (spot.rust, &variant, is_removed) {
            (Rust::Hidden, ..) => Class::Docs,
            _ if is_there => Class::Docs,
            (Rust::Unknown, _, true) | (_, Some(_), true) => Class::Breaking,
            (Rust::Unknown, _, false) | (_, Some(_), false) => Class::Additive,
            (_, None, _) => Class::Docs,
        };
        let for_callers = match (place.way, is_removed) {
            (Way::Request, true) => Class::Breaking,
            (Way::Response, true) => Class::Docs,
            (_, false) => Class::Additive,
        };
        self.push(Change {
            action,
            subject: Subject::Value,
            pointer: spot.pointer.key("enum").index(index),
            api: format!("{} = \"{value}\"", place.api),
            rust: variant,
            was: None,
            now: None,
            for_rust,
            for_callers,
            guess,
        });
    }

    /// The names of the variants for the values that are still there.
    fn variants(&mut self, place: &Place<'a>, values: &[&str]) {
        let name = |face: &Face<'a>, spot: &Spot<'a>, value: &str| {
            let named = face.item(spot.rust)?;
            surface::variant(named.kind, value).map(str::to_owned)
        };
        for value in values {
            let (Some(was), Some(now)) = (
                name(&self.old, &place.old, value),
                name(&self.new, &place.new, value),
            ) else {
                continue;
            };
            if was != now {
                self.push(Change {
                    api: format!("{} = \"{value}\"", place.api),
                    rust: variant(&self.new, &place.new, value),
                    was: Some(format!("`{was}`")),
                    now: Some(format!("`{now}`")),
                    ..place.changed(Subject::Name, Class::Breaking, Class::Docs)
                });
            }
        }
    }
}

/// The name in Rust of a value of an enumeration.
fn variant<'a>(face: &Face<'a>, spot: &Spot<'a>, value: &str) -> Option<String> {
    let named = face.item(spot.rust)?;
    let variant = surface::variant(named.kind, value)?;
    Some(format!("{}::{variant}", named.text()))
}

/// The components of unions.
impl<'a> Walk<'a> {
    pub(super) fn members(&mut self, place: &Place<'a>, old: &[&'a str], new: &[&'a str]) {
        let alone = |these: &[&'a str], others: &[&'a str]| -> Vec<&'a str> {
            let alone = these.iter().filter(|name| !others.contains(name));
            alone.copied().collect()
        };
        let (removed, added) = (alone(old, new), alone(new, old));
        for name in old.iter().filter(|name| new.contains(name)) {
            self.meet(name, name, place);
        }
        if let ([gone], [come]) = (removed.as_slice(), added.as_slice()) {
            // A single component in place of another, or one under another name.
            let is_single = old.len() == 1 && new.len() == 1;
            if is_single || self.is_renamed(gone, come) {
                self.meet(gone, come, place);
            }
            if is_single {
                return;
            }
        }
        for name in removed {
            self.union_member(place, Action::Removed, name);
        }
        for name in added {
            self.union_member(place, Action::Added, name);
        }
    }

    fn union_member(&mut self, place: &Place<'a>, action: Action, name: &str) {
        let is_removed = action == Action::Removed;
        let (face, spot) = match is_removed {
            true => (&self.old, &place.old),
            false => (&self.new, &place.new),
        };
        let variant = face.item(spot.rust).and_then(|named| {
            let member = union_member(face, named.kind, name)?;
            Some(format!("{}::{member}", named.text()))
        });
        let for_rust = match (spot.rust, is_removed) {
            (Rust::Hidden, _) => Class::Docs,
            (_, true) => Class::Breaking,
            (_, false) => Class::Additive,
        };
        let change = Change {
            action,
            subject: Subject::Member,
            pointer: member_pointer(spot, name),
            api: format!("{}: {name}", place.api),
            rust: variant,
            was: None,
            now: None,
            for_rust,
            for_callers: if is_removed {
                Class::Docs
            } else {
                Class::Additive
            },
            guess: None,
        };
        self.push(change);
    }
}

/// The variant of a union for a component.
fn union_member<'a>(face: &Face<'a>, kind: &'a Kind, name: &str) -> Option<&'a str> {
    let Kind::Union(union) = kind else {
        return None;
    };
    let Rust::Item(component) = face.component(name) else {
        return None;
    };
    let path = component.path();
    let mut members = union.members.iter();
    let member = members.find(|member| surface::apart(&member.ty).1 == [path.clone()])?;
    Some(&member.name)
}

fn member_pointer(spot: &Spot<'_>, name: &str) -> Pointer {
    let keyword = form::alternatives(spot.schema);
    let members = spot.schema.get(keyword).and_then(Value::as_array);
    let is_it = |member: &Value| matches!(Form::of(member), Form::Reference(it) if it == name);
    let position = members.and_then(|members| members.iter().position(is_it));
    match position {
        Some(index) => spot.pointer.key(keyword).index(index),
        None => spot.pointer.clone(),
    }
}

/// The kinds of values that a parameter takes.
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
        let (spot, class) = match action {
            Action::Removed => (&place.old, Class::Breaking),
            Action::Added | Action::Changed => (&place.new, Class::Additive),
        };
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
