//! Parameters to types of requests.

use openapiv3::ObjectType;

use crate::error::Error;
use crate::ir::{Docs, Field, Kind, Object, Role, Tag, Type};
use crate::names::singular;
use crate::pointer::Pointer;

use super::response::Scope;
use super::shape::{Node, Shape, Values};
use super::{Lowering, docs};

/// The constructor of every type of parameters, which takes the required fields.
pub(super) const CONSTRUCTOR: &str = "new";

impl<'d> Lowering<'d> {
    /// The fields of a form, or of an object in a form.
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
            let ty = self.parameter_type(node, wire, scope.in_field(wire), &at);
            let Some(ty) = self.note(ty) else { continue };
            let field = Field {
                name: String::new(),
                wire: wire.clone(),
                docs: Docs {
                    facts: docs::of_parameter(node),
                    ..docs::of_node(self.document, node, &at, None)
                },
                ty,
                required: object.required.contains(wire),
            };
            fields.push((field, at));
        }
        fields
    }

    /// The type of the values that a parameter accepts. A new type adds `word` to the name.
    pub(super) fn parameter_type(
        &mut self,
        node: Node<'d>,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        Ok(match Shape::of(node, at)? {
            Shape::String => Type::String,
            Shape::Boolean => Type::Boolean,
            Shape::Integer => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Timestamp => Type::Timestamp,
            Shape::Choice(values) => self.values(values, node, word, scope, at),
            Shape::Object(object) => self.parameter_object(node, object, word, scope, at)?,
            Shape::Map(values) => {
                let at = at.key("additionalProperties");
                match self.parameter_type(values, word, scope, &at)? {
                    Type::String => Type::Metadata,
                    value => Type::Map(Box::new(value)),
                }
            }
            Shape::Array(items) => {
                let one = singular(word);
                let item = self.parameter_type(items, &one, scope, &at.key("items"))?;
                Type::Array(Box::new(item))
            }
            Shape::Clearable(value) => {
                let at = at.key("anyOf").index(0);
                match self.parameter_type(value, word, scope, &at)? {
                    Type::Clearable(value) => Type::Clearable(value),
                    value => Type::Clearable(Box::new(value)),
                }
            }
            // Keys with any values: in a form, text.
            Shape::Data if scope.json => Type::Json,
            Shape::Data => Type::Metadata,
            Shape::Range => Type::Range,
            Shape::File => Type::File,
            Shape::OneOf(alternatives) => {
                return self.choice(&alternatives, node, word, scope, at);
            }
            Shape::True | Shape::Reference(_) | Shape::Expandable(_) | Shape::Union(_) => {
                return Err(Error::document(
                    at,
                    "a parameter of this form is not understood",
                ));
            }
        })
    }

    /// The type of an enumeration. One with the empty string is clearable, and lists the other values.
    fn values(
        &mut self,
        values: Values<'d>,
        node: Node<'d>,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Type {
        let clearable = values.iter().any(str::is_empty);
        let others = values.iter().filter(|value| !value.is_empty());
        let choice = self.string_enum(others, node, word, scope, at);
        match clearable {
            true => Type::Clearable(Box::new(choice)),
            false => choice,
        }
    }

    /// An object in a form.
    fn parameter_object(
        &mut self,
        node: Node<'d>,
        object: &'d ObjectType,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        let Node::Schema(schema) = node else {
            return Err(Error::document(
                at,
                "expected an inline object, found a reference",
            ));
        };
        let path = self.inner_path(word, scope, at);
        let inner = Scope {
            prefix: &path.name,
            ..scope
        };
        let fields = self.parameters(object, inner, at);
        let fields = self.named(fields, &[CONSTRUCTOR]);
        let kind = Kind::Object(Object {
            role: Role::Parameters,
            tag: Tag::default(),
            fields,
        });
        let docs = docs::of_part(self.document, schema.into(), at, docs::within(scope.field));
        Ok(self.add(path, docs, kind, at))
    }
}
