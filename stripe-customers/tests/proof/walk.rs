//! Traversal of a value together with its schema.

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

/// The path of a value.
#[derive(Clone, Default)]
pub struct JsonPath(pub Vec<Step>);

/// A value in another one.
pub struct Node<'a> {
    pub path: &'a JsonPath,
    pub schema: &'a Schema,
    pub value: &'a Value,
    /// Whether it may be absent or `null`.
    pub optional: bool,
    /// Whether it is a field of an object, not an element.
    pub member: bool,
    /// Whether it is in a member of a union.
    pub in_union: bool,
    /// Whether it is in a value that is decoded on demand.
    pub kept: bool,
}

/// Calls `see` with all values in a `value` of the component `name`, at any depth.
pub fn walk(name: &str, value: &Value, see: &mut dyn FnMut(&Node<'_>)) {
    let mut walk = Walk {
        path: JsonPath::default(),
        in_union: false,
        kept: false,
        see,
    };
    walk.object(component(name), value);
}

struct Walk<'f> {
    path: JsonPath,
    in_union: bool,
    kept: bool,
    see: &'f mut dyn FnMut(&Node<'_>),
}

impl Walk<'_> {
    fn object(&mut self, object: &'static Object, value: &Value) {
        let in_union = self.in_union;
        for (name, field) in &object.0 {
            if let Some(value) = value.get(name) {
                self.in_union = in_union;
                // `"deleted": true` identifies an object as well as its tag.
                let untagged = object.is_deleted() && matches!(field.schema.kind, Kind::Tag(_));
                let optional = !field.required || field.schema.nullable || untagged;
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
        self.path.0.push(step);
        let (in_union, kept) = (self.in_union, self.kept);
        (self.see)(&Node {
            path: &self.path,
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
        self.path.0.pop();
    }

    fn inside(&mut self, schema: &'static Schema, value: &Value) {
        match (&schema.kind, value) {
            (Kind::Array(element) | Kind::Page(element), Value::Array(values)) => {
                self.kept |= matches!(schema.kind, Kind::Page(_));
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
                // Sorted, because a feature of the JSON library changes the order.
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

impl JsonPath {
    /// Returns the value at the path.
    pub fn end<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        self.0.iter().fold(value, |value, step| match step {
            Step::Name(name) => &mut value[name.as_str()],
            Step::Index(index) => &mut value[*index],
        })
    }

    /// Returns the value at the path, if it exists.
    pub fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.0.iter().try_fold(value, |value, step| match step {
            Step::Name(name) => value.get(name),
            Step::Index(index) => value.get(index),
        })
    }

    /// Removes the member at the path.
    pub fn remove(&self, value: &mut Value) {
        let (last, before) = self.0.split_last().unwrap();
        let parent = Self(before.to_vec()).end(value).as_object_mut();
        if let (Step::Name(name), Some(members)) = (last, parent) {
            members.remove(name);
        }
    }
}

/// Formats the path like those of errors, without the first part.
impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| match step {
            Step::Name(name) => write!(f, ".{name}"),
            Step::Index(index) => write!(f, "[{index}]"),
        })
    }
}
