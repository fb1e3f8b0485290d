//! Schemas to the types of their values, in responses and in requests.

use crate::error::Error;
use crate::ir::{Docs, EnumValue, Field, Item, Kind, Path, Type};
use crate::names::{INNER, MODULE_TYPES, Names, UNKNOWN, singular, untaken, variants};
use crate::pointer::Pointer;

use super::placement::inner_name;
use super::shape::{ANY_OF, Node, Shape, not_understood};
use super::{Lowering, docs};

/// Who sends a value.
#[derive(Clone, Copy)]
pub(super) enum Sender {
    /// Stripe. Embedded resources can be decoded on demand.
    Response { lazy: bool },
    /// The caller, in a form or in JSON.
    Request { json: bool },
}

/// Where a type is made, and what for.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) module: &'s str,
    /// The prefix of the names of types inside.
    pub(super) prefix: &'s str,
    pub(super) sender: Sender,
}

/// A schema, and where its type is made.
#[derive(Clone, Copy)]
pub(super) struct SchemaAt<'s, 'd> {
    pub(super) node: Node<'d>,
    /// The place of the schema in the document.
    pub(super) at: &'s Pointer,
    /// The field that the type is for, by its name in the API; empty for a response.
    pub(super) field: &'s str,
    /// What a new type adds to the prefix.
    pub(super) word: &'s str,
    pub(super) scope: Scope<'s>,
}

impl<'s, 'd> SchemaAt<'s, 'd> {
    /// The schema of the field `wire`.
    pub(super) fn field(
        node: impl Into<Node<'d>>,
        at: &'s Pointer,
        wire: &'s str,
        scope: Scope<'s>,
    ) -> Self {
        Self {
            node: node.into(),
            at,
            field: wire,
            word: wire,
            scope,
        }
    }

    /// A schema inside this one.
    pub(super) fn inside(self, node: Node<'d>, at: &'s Pointer) -> Self {
        Self { node, at, ..self }
    }
}

impl<'d> Lowering<'d> {
    /// A field, without its name in Rust.
    pub(super) fn field(&mut self, site: SchemaAt<'_, 'd>, required: bool) -> Result<Field, Error> {
        Ok(Field {
            name: String::new(),
            wire: site.field.to_owned(),
            docs: docs::of_field(self.document, site),
            ty: self.ty(site)?,
            required,
        })
    }

    /// The type of the values that a schema allows.
    pub(super) fn ty(&mut self, site: SchemaAt<'_, 'd>) -> Result<Type, Error> {
        let (at, sender) = (site.at, site.scope.sender);
        Ok(match Shape::of(site.node, at)? {
            Shape::String => Type::String,
            Shape::Boolean => Type::Boolean,
            Shape::Integer => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Timestamp => Type::Timestamp,
            Shape::Map(values) => {
                let values = self.ty(site.inside(values, &at.key("additionalProperties")))?;
                match (values, sender) {
                    (Type::String, Sender::Request { .. }) => Type::Metadata,
                    (values, _) => Type::Map(Box::new(values)),
                }
            }
            Shape::Array(items) => {
                let word = &singular(site.word);
                let site = SchemaAt { word, ..site };
                Type::Array(Box::new(self.ty(site.inside(items, &at.key("items")))?))
            }
            shape => match sender {
                Sender::Response { lazy } => self.in_response(shape, lazy, site)?,
                Sender::Request { json } => self.in_request(shape, json, site)?,
            },
        })
    }

    /// The type of a shape that has another type in requests.
    fn in_response(
        &mut self,
        shape: Shape<'d>,
        lazy: bool,
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        match shape {
            Shape::Data => Ok(Type::Json),
            Shape::Choice(values) => Ok(self.string_enum(values.iter(), site)),
            Shape::Object(object) => self.inline_object(object, site),
            Shape::Reference(reference) => Ok(match self.reference(reference, site.at)? {
                Type::Named(path) if lazy && path.top_level => {
                    Type::Lazy(Box::new(Type::Named(path)))
                }
                ty => ty,
            }),
            Shape::Expandable(references) => self.expandable(&references, site),
            Shape::Union(references) => self.one_of(&references, site),
            Shape::OneOf(_) | Shape::Range => Err(not_understood(site.at, ANY_OF)),
            _ => Err(Error::document(
                site.at,
                "a response of this form is not understood",
            )),
        }
    }

    /// The type of a shape that has another type in responses.
    fn in_request(
        &mut self,
        shape: Shape<'d>,
        json: bool,
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        Ok(match shape {
            Shape::Data if json => Type::Json,
            // Keys with any values: in a form, text.
            Shape::Data => Type::Metadata,
            // The empty string clears a parameter, and is not listed.
            Shape::Choice(values) if values.iter().any(str::is_empty) => {
                let others = values.iter().filter(|value| !value.is_empty());
                Type::Clearable(Box::new(self.string_enum(others, site)))
            }
            Shape::Choice(values) => self.string_enum(values.iter(), site),
            Shape::Object(object) => self.parameter_object(object, site),
            Shape::Clearable(value) => {
                match self.ty(site.inside(value, &site.at.key("anyOf").index(0)))? {
                    clearable @ Type::Clearable(_) => clearable,
                    value => Type::Clearable(Box::new(value)),
                }
            }
            Shape::Range => Type::Range,
            Shape::File => Type::File,
            Shape::OneOf(alternatives) => self.choice(&alternatives, site)?,
            _ => {
                let problem = "a parameter of this form is not understood";
                return Err(Error::document(site.at, problem));
            }
        })
    }

    /// The type of the component that `reference`, which stands at `at`, names.
    pub(super) fn reference(&self, reference: &str, at: &Pointer) -> Result<Type, Error> {
        let (name, _) = self.document.resolve(reference, at)?;
        let placed = self
            .placement
            .get(name)
            .ok_or_else(|| Error::document(at, format!("`{name}` has no place in the output")))?;
        Ok(Type::Named(placed.path.clone()))
    }

    /// Makes the enum of these values.
    fn string_enum(
        &mut self,
        values: impl Iterator<Item = &'d str>,
        site: SchemaAt<'_, 'd>,
    ) -> Type {
        let mut names = Names::without(&[UNKNOWN]);
        let listed: Vec<_> = enum_values(values).collect();
        for (index, value) in listed.iter().enumerate() {
            let claimed = names.claim(&value.name, &site.at.key("enum").index(index));
            self.note(claimed);
        }
        if listed.is_empty() {
            let problem = "expected an enumeration with a value that is text, found none";
            self.errors.push(Error::document(site.at, problem));
        }
        let path = self.inner_path(site);
        let docs = docs::of_part(self.document, site, "values");
        self.add(path, docs, Kind::StringEnum(listed), site.at)
    }

    /// The path of the type that is made for a schema, with the configured name if it has one.
    pub(super) fn inner_path(&mut self, site: SchemaAt<'_, 'd>) -> Path {
        let path = path_by_rule(site);
        Path {
            name: self.renames.apply(&path.module, path.name, site.at),
            ..path
        }
    }

    /// The same by the rule, because another type has the configured name.
    pub(super) fn inner_path_by_rule(&mut self, site: SchemaAt<'_, 'd>) -> Path {
        let path = path_by_rule(site);
        self.renames.give_up(&path.module, &path.name, site.at);
        path
    }

    /// Makes a type.
    pub(super) fn add(&mut self, path: Path, docs: Docs, kind: Kind, at: &Pointer) -> Type {
        let item = Item {
            path: path.clone(),
            docs,
            kind,
            expandable: Vec::new(),
        };
        self.items.add(item, at);
        Type::Named(path)
    }
}

fn path_by_rule(site: SchemaAt<'_, '_>) -> Path {
    let Scope { module, prefix, .. } = site.scope;
    Path {
        module: module.to_owned(),
        name: untaken(inner_name(prefix, site.word), MODULE_TYPES, INNER),
        top_level: false,
    }
}

/// The values of an enumeration with their names.
pub(super) fn enum_values<'d>(
    values: impl Iterator<Item = &'d str>,
) -> impl Iterator<Item = EnumValue> {
    let values: Vec<_> = values.collect();
    let names = variants(&values).into_iter();
    names.zip(values).map(|(name, wire)| EnumValue {
        name,
        wire: wire.to_owned(),
    })
}
