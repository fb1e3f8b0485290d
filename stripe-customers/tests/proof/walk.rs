//! A value beside what the document says of it.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::document::{Kind, Object, Schema, component, member_of};

/// A step into a value.
#[derive(Clone)]
pub enum Step {
    Name(String),
    Index(usize),
}

/// The way to a value, from the outside.
#[derive(Clone, Default)]
pub struct Way(pub Vec<Step>);

/// A value inside of another one.
pub struct Place<'a> {
    pub way: &'a Way,
    pub schema: &'a Schema,
    pub value: &'a Value,
    /// Whether it may be absent, or `null`.
    pub optional: bool,
    /// Whether it is a member of an object with these members, rather than an element.
    pub member: bool,
    /// Whether it is in an object that is one of a union.
    pub in_union: bool,
    /// Whether it is inside of something that is decoded when asked for.
    pub kept: bool,
}

/// Shows `see` all that is in a `value` of the component `name`, at any depth.
pub fn walk(name: &str, value: &Value, see: &mut dyn FnMut(&Place<'_>)) {
    let mut walk = Walk {
        way: Way::default(),
        in_union: false,
        kept: false,
        see,
    };
    walk.object(component(name), value);
}

struct Walk<'f> {
    way: Way,
    in_union: bool,
    kept: bool,
    see: &'f mut dyn FnMut(&Place<'_>),
}

impl Walk<'_> {
    fn object(&mut self, object: &'static Object, value: &Value) {
        let in_union = self.in_union;
        for (name, field) in &object.0 {
            if let Some(value) = value.get(name) {
                self.in_union = in_union;
                let optional = !field.required || field.schema.nullable;
                self.value(
                    Step::Name(name.clone()),
                    &field.schema,
                    value,
                    (optional, true),
                );
            }
        }
    }

    fn value(
        &mut self,
        step: Step,
        schema: &'static Schema,
        value: &Value,
        (optional, member): (bool, bool),
    ) {
        self.way.0.push(step);
        let (in_union, kept) = (self.in_union, self.kept);
        (self.see)(&Place {
            way: &self.way,
            schema,
            value,
            optional,
            member,
            in_union,
            kept,
        });
        self.in_union = false;
        self.inside(schema, value);
        self.kept = kept;
        self.way.0.pop();
    }

    fn inside(&mut self, schema: &'static Schema, value: &Value) {
        match (&schema.kind, value) {
            (Kind::Array(element), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.value(
                        Step::Index(index),
                        element,
                        value,
                        (element.nullable, false),
                    );
                }
            }
            (Kind::Map(element), Value::Object(members)) => {
                // In an order that no feature of the JSON library changes.
                let members: BTreeMap<_, _> = members.iter().collect();
                for (name, value) in members {
                    self.value(
                        Step::Name(name.clone()),
                        element,
                        value,
                        (element.nullable, false),
                    );
                }
            }
            (Kind::Object(object), Value::Object(_)) => self.object(object, value),
            (Kind::Component(name), Value::Object(_)) => self.object(component(name), value),
            (Kind::Union(names), Value::Object(_)) => self.one_of(names, value),
            (Kind::Expandable(names) | Kind::Lazy(names), Value::Object(_)) => {
                self.kept = true;
                self.one_of(names, value);
            }
            _ => {}
        }
    }

    fn one_of(&mut self, names: &[String], value: &Value) {
        if let Some(name) = member_of(names, value) {
            self.in_union = names.len() > 1;
            self.object(component(name), value);
        }
    }
}

impl Way {
    /// The value at the end of the way.
    pub fn end<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        self.0.iter().fold(value, |value, step| match step {
            Step::Name(name) => &mut value[name.as_str()],
            Step::Index(index) => &mut value[*index],
        })
    }

    /// The value at the end of the way, if the way leads anywhere.
    pub fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(value, |value, step| match step {
            Step::Name(name) => value.get(name),
            Step::Index(index) => value.get(index),
        })
    }

    /// Takes the member at the end of the way out of its object.
    pub fn remove(&self, value: &mut Value) {
        let (last, before) = self.0.split_last().unwrap();
        let parent = Self(before.to_vec()).end(value).as_object_mut();
        if let (Step::Name(name), Some(members)) = (last, parent) {
            members.remove(name);
        }
    }
}

/// As the paths of errors are spelled, after what they start with.
impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Name(name) => write!(f, ".{name}"),
            Step::Index(index) => write!(f, "[{index}]"),
        })
    }
}
