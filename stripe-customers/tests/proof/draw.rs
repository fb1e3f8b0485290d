//! Random values that are valid according to the OpenAPI document, with unknown members, values and objects.

use serde_json::{Map, Value};

use super::document::{Kind, Object, Schema, component};
use super::random::Random;

/// The prefix of the names of unknown members.
pub const UNKNOWN: &str = "unknown ";

/// The maximum depth of expansions.
const LEVELS: u32 = 4;

/// The approximate maximum number of optional members of a value.
const SIZE: usize = 120;

/// Draws a value of the component `name`.
pub fn value(name: &str, random: &mut Random) -> Value {
    let left = match random.below(3) {
        0 => 5,
        1 => 30,
        _ => SIZE,
    };
    Draw { random, left }.object(component(name), LEVELS)
}

/// Draws any JSON value.
pub fn anything(random: &mut Random, depth: u32) -> Value {
    let elements = if depth == 0 { 0 } else { random.below(4) };
    match random.below(8) {
        0 => Value::Null,
        1 => random.once_in(2).into(),
        2 => random.integer().into(),
        3 => random.next().into(),
        4 => number(random).into(),
        5 => (0..elements).map(|_| anything(random, depth - 1)).collect(),
        6 => (0..elements)
            .map(|_| (random.text(20), anything(random, depth - 1)))
            .collect(),
        _ => random.text(20).into(),
    }
}

struct Draw<'r> {
    random: &'r mut Random,
    /// The remaining number of optional members.
    left: usize,
}

impl Draw<'_> {
    fn object(&mut self, object: &Object, levels: u32) -> Value {
        let mut members = Map::new();
        let all = self.random.once_in(3);
        for (name, field) in &object.0 {
            if field.required || self.wants(all) {
                let optional = field.schema.nullable || !field.required;
                members.insert(name.clone(), self.value(&field.schema, optional, levels));
            }
        }
        if self.random.once_in(4) {
            let name = format!("{UNKNOWN}{}", self.random.text(8));
            members.insert(name, anything(self.random, 3));
        }
        Value::Object(members)
    }

    /// Decides whether to include an optional member.
    fn wants(&mut self, all: bool) -> bool {
        let wants = self.left > 0 && (all || self.random.once_in(2));
        self.left -= usize::from(wants);
        wants
    }

    fn value(&mut self, schema: &Schema, optional: bool, levels: u32) -> Value {
        if optional && (self.random.once_in(8) || self.left == 0) {
            return Value::Null;
        }
        match &schema.kind {
            Kind::Text { longest } => self.random.text(*longest).into(),
            Kind::Enumeration(values) => self.enumeration(values),
            Kind::Tag(tag) => tag.as_str().into(),
            Kind::Deleted => true.into(),
            Kind::Boolean => self.random.once_in(2).into(),
            Kind::Integer => self.random.integer().into(),
            Kind::Number => number(self.random).into(),
            Kind::Array(element) | Kind::Page(element) => self
                .elements()
                .map(|_| self.value(element, element.nullable, levels))
                .collect(),
            Kind::Map(element) => self
                .elements()
                .map(|_| {
                    (
                        self.random.text(12),
                        self.value(element, element.nullable, levels),
                    )
                })
                .collect(),
            Kind::Object(object) => self.object(object, levels),
            Kind::Component(name) => self.object(component(name), levels),
            Kind::Union(names) if self.random.once_in(8) => self.unknown(names),
            Kind::Union(names) | Kind::AnyOf(names) | Kind::Lazy(names) => {
                self.one_of(names, levels)
            }
            Kind::Expandable(names) => self.expandable(names, levels),
            Kind::Anything => anything(self.random, 4),
        }
    }

    /// Draws the number of elements, as a range.
    fn elements(&mut self) -> std::ops::Range<usize> {
        0..self.random.below(4).min(self.left)
    }

    fn enumeration(&mut self, values: &[String]) -> Value {
        match self.random.below(6) {
            0 => self.random.text(20).into(),
            _ => self.random.pick(values).as_str().into(),
        }
    }

    fn one_of(&mut self, names: &[String], levels: u32) -> Value {
        let name = self.random.pick(names);
        self.object(component(name), levels)
    }

    fn expandable(&mut self, names: &[String], levels: u32) -> Value {
        match levels > 0 && self.left > 0 && self.random.once_in(2) {
            true => self.one_of(names, levels - 1),
            false => self.random.text(20).into(),
        }
    }

    /// Draws an unknown member of a union.
    fn unknown(&mut self, names: &[String]) -> Value {
        let mut value = self.one_of(names, 0);
        value["object"] = "unknown".into();
        value
    }
}

/// Draws a finite number.
fn number(random: &mut Random) -> f64 {
    let any = f64::from_bits(random.next());
    match random.below(4) {
        0 => *random.pick(&[
            0.0,
            -0.0,
            1.0,
            f64::MAX,
            f64::MIN,
            f64::MIN_POSITIVE,
            5e-324,
            1e21,
            0.1,
        ]),
        1 if any.is_finite() => any,
        _ => f64::from(u32::try_from(random.below(1_000_000)).unwrap()) / 1000.0,
    }
}
