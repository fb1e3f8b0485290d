//! Parameters to types: what the caller sends.

use std::collections::BTreeMap;

use openapiv3::{ObjectType, Schema};

use crate::error::Error;
use crate::ir::{Docs, Field, Item, Kind, Object, Path, Role, Type};
use crate::names::{Names, singular, snake};
use crate::pointer::Pointer;

use super::homes::inner_name;
use super::response::Scope;
use super::shape::{Node, Shape, Values};
use super::{Lowering, docs};

/// The method of every type of parameters that takes what is required.
pub(super) const CONSTRUCTOR: &str = "new";

impl<'d> Lowering<'d> {
    /// The fields of a form or of an object in one.
    pub(super) fn parameters(
        &mut self,
        object: &'d ObjectType,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Vec<(Field, Pointer)> {
        let mut fields = Vec::new();
        for (wire, property) in &object.properties {
            let at = at.keys(["properties", wire]);
            let node = Node::from(property);
            let ty = self.parameter_type(node, wire, scope, &at);
            let Some(ty) = self.note(ty) else { continue };
            let field = Field {
                name: snake(wire),
                wire: wire.clone(),
                docs: Docs {
                    facts: docs::facts(wire, node, false),
                    ..docs::of_node(node, None)
                },
                ty,
                required: object.required.contains(wire),
            };
            fields.push((field, at));
        }
        fields
    }

    /// The type of what a parameter takes.
    pub(super) fn parameter_type(
        &mut self,
        node: Node<'d>,
        field: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        Ok(match Shape::of(node, at)? {
            Shape::String => Type::String,
            Shape::Boolean => Type::Boolean,
            Shape::Integer => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Timestamp => Type::Timestamp,
            Shape::Choice(values) => self.choice(values, node, field, scope, at),
            Shape::Object(object) => self.parameter_object(node, object, field, scope, at)?,
            Shape::Map(values) => {
                let at = at.key("additionalProperties");
                match self.parameter_type(values, field, scope, &at)? {
                    Type::String => Type::Metadata,
                    value => Type::Map(Box::new(value)),
                }
            }
            Shape::Array(items) => {
                let one = singular(field);
                let item = self.parameter_type(items, &one, scope, &at.key("items"))?;
                Type::Array(Box::new(item))
            }
            Shape::Clearable(value) => {
                let at = at.key("anyOf").index(0);
                match self.parameter_type(value, field, scope, &at)? {
                    Type::Clearable(value) => Type::Clearable(value),
                    value => Type::Clearable(Box::new(value)),
                }
            }
            Shape::True
            | Shape::Data
            | Shape::Reference(_)
            | Shape::Expandable(_)
            | Shape::Union(_) => {
                return Err(Error::document(
                    at,
                    "a parameter of this form is not understood",
                ));
            }
        })
    }

    /// An enumeration; with the empty string in it, a clearable one of the others.
    fn choice(
        &mut self,
        values: Values<'d>,
        node: Node<'d>,
        field: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Type {
        let clearable = values.iter().any(str::is_empty);
        let others = values.iter().filter(|value| !value.is_empty());
        let choice = self.string_enum(others, node, field, scope, at);
        match clearable {
            true => Type::Clearable(Box::new(choice)),
            false => choice,
        }
    }

    /// An object in a form. Two of one title and one content in the same operation are one type.
    fn parameter_object(
        &mut self,
        node: Node<'d>,
        object: &'d ObjectType,
        field: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        let Node::Schema(schema) = node else {
            return Err(Error::document(at, "expected an object in its place"));
        };
        let twin = schema
            .schema_data
            .title
            .as_ref()
            .map(|title| (scope.module.to_owned(), title.clone(), content(schema)));
        if let Some(path) = twin.as_ref().and_then(|twin| self.twins.get(twin)) {
            return Ok(Type::Named(path.clone()));
        }
        let name = self
            .renames
            .apply(scope.module, inner_name(scope.prefix, field));
        let inner = Scope {
            prefix: &name,
            ..scope
        };
        let mut names = Names::without(&[CONSTRUCTOR]);
        let mut fields = Vec::new();
        for (field, at) in self.parameters(object, inner, at) {
            let claimed = names.claim(&field.name, &at);
            self.note(claimed);
            fields.push(field);
        }
        let item = Item {
            name: name.clone(),
            docs: docs::of_type(schema, format!("The API field `{field}`")),
            top_level: false,
            kind: Kind::Object(Object {
                role: Role::Parameters,
                tag: None,
                deleted: false,
                fields,
            }),
        };
        self.items.add(scope.module, item, at);
        let path = Path {
            module: scope.module.to_owned(),
            name,
            top_level: false,
        };
        if let Some(twin) = twin {
            self.twins.insert(twin, path.clone());
        }
        Ok(Type::Named(path))
    }
}

/// What is said of an object but for its prose, as text to compare.
fn content(schema: &Schema) -> String {
    let mut value = serde_json::to_value(schema).unwrap_or_default();
    remove_prose(&mut value);
    value.to_string()
}

fn remove_prose(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(members) => {
            members.retain(|key, value| key != "description" || !value.is_string());
            members.values_mut().for_each(remove_prose);
        }
        serde_json::Value::Array(elements) => elements.iter_mut().for_each(remove_prose),
        _ => {}
    }
}

/// The objects in forms that have been made, by module, title and content.
pub(super) type Twins = BTreeMap<(String, String, String), Path>;
