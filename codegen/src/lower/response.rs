//! Components to types of responses.

use openapiv3::{ObjectType, Schema};

use crate::document::schema_pointer;
use crate::error::Error;
use crate::ir::{Docs, EnumValue, Field, Item, Kind, Object, Path, Role, Tag, Type};
use crate::names::{
    INNER, MODULE_TYPES, Names, UNKNOWN, distinct, singular, snake, untaken, variants,
};
use crate::pointer::Pointer;

use super::expansions::is_expandable;
use super::placement::inner_name;
use super::shape::{ANY_OF, Node, Shape, not_understood, page_items};
use super::{Lowering, docs};

/// The place where a type is made.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) module: &'s str,
    /// The prefix of the names of types inside.
    pub(super) prefix: &'s str,
    /// The field that the type is for, by its name in the API.
    pub(super) field: &'s str,
    /// Whether embedded resources are decoded on demand.
    pub(super) lazy: bool,
    /// Whether it is a parameter in JSON.
    pub(super) json: bool,
}

impl<'s> Scope<'s> {
    /// The same place, in the field `field`.
    pub(super) fn in_field(self, field: &'s str) -> Self {
        Self { field, ..self }
    }
}

impl<'d> Lowering<'d> {
    /// Makes the type of the component `name`, and the types inside it.
    pub(super) fn component(&mut self, name: &str, schema: &'d Schema) {
        let at = schema_pointer(name);
        let Some(home) = self.placement.get(name) else {
            return;
        };
        let path = home.path.clone();
        let scope = Scope {
            module: &path.module.clone(),
            prefix: "",
            field: "",
            lazy: self.lazy.contains(&name),
            json: false,
        };
        let docs = Docs {
            facts: vec![format!("API schema `{name}`")],
            ..docs::of_schema(self.document, schema.into(), &at)
        };
        match Shape::of(schema.into(), &at) {
            Ok(Shape::Object(object)) => {
                self.object(path, docs, (schema, object), scope, &at);
            }
            Ok(Shape::Union(references)) => {
                let union = self.union_component(&references, path, docs, &at);
                self.note(union);
            }
            Ok(_) => self.errors.push(Error::document(
                &at,
                "expected a component that is an object, or one of several",
            )),
            Err(error) => self.errors.push(error),
        }
    }

    /// Makes the type of an object.
    fn object(
        &mut self,
        path: Path,
        docs: Docs,
        (schema, object): (&'d Schema, &'d ObjectType),
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Type {
        let tag = Tag::of(object);
        let id_of = self.id_of(&path, &tag);
        let scope = Scope {
            prefix: path.prefix(),
            ..scope
        };
        let marked = expandable_fields(schema);
        let mut fields = Vec::new();
        for (wire, property) in object
            .properties
            .iter()
            .filter(|(wire, _)| !tag.names(wire))
        {
            let at = at.keys(["properties", wire]);
            let node = Node::from(property);
            let is_marked = marked.contains(&wire.as_str());
            let is_required = object.required.contains(wire);
            let field = self.field(wire, node, scope, &at);
            let Some(mut field) = self.note(field) else {
                continue;
            };
            if let (Some(of), "id", Type::String) = (&id_of, wire.as_str(), &field.ty) {
                field.ty = Type::Id(Box::new(of.clone()));
            }
            field.required = is_required && !is_nullable(node);
            if is_marked && !is_required {
                self.embed_lazily(&mut field, node);
            }
            let page = self
                .document
                .prose(&at)
                .and_then(|prose| prose.expandable.clone());
            if page.is_some() || is_marked && is_expandable(&field.ty, is_required) {
                field.docs.facts.push("expandable".to_owned());
            }
            field.docs.link = page.or(field.docs.link);
            if scope.lazy && !is_required {
                field.ty = lazy(field.ty, node);
            }
            fields.push((field, at));
        }
        let fields = self.named(fields, &[]);
        let expandable = fields
            .iter()
            .filter(|field| marked.contains(&field.wire.as_str()))
            .map(|field| self.expandable_field(field))
            .collect();
        self.expandable.insert(path.clone(), expandable);
        let role = Role::Response;
        self.add(path, docs, Kind::Object(Object { role, tag, fields }), at)
    }

    /// The fields with their names, which are made here. Those that are `taken` have another meaning.
    pub(super) fn named(&mut self, fields: Vec<(Field, Pointer)>, taken: &[&str]) -> Vec<Field> {
        let wires: Vec<_> = fields
            .iter()
            .map(|(field, _)| field.wire.as_str())
            .collect();
        let names = distinct(&wires, snake, taken, "_");
        let mut claimed = Names::without(taken);
        let named = fields.into_iter().zip(names).map(|((field, at), name)| {
            self.errors.extend(claimed.claim(&name, &at).err());
            Field { name, ..field }
        });
        named.collect()
    }

    /// The resource whose id is the member `id` of the component at `path`; for a deleted counterpart, the live resource.
    fn id_of(&self, path: &Path, tag: &Tag) -> Option<Type> {
        let live = self.placement.live(tag.object.as_deref()?);
        let of = live.filter(|_| tag.deleted).unwrap_or(path);
        path.top_level.then(|| Type::Named(of.clone()))
    }

    fn field(
        &mut self,
        wire: &str,
        node: Node<'d>,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Field, Error> {
        let target = self.target(node, at)?;
        let docs = Docs {
            facts: docs::of_response(node),
            ..docs::of_node(self.document, node, at, target)
        };
        Ok(Field {
            name: String::new(),
            wire: wire.to_owned(),
            docs,
            ty: self.response_type(node, wire, scope.in_field(wire), at)?,
            required: false,
        })
    }

    /// The component that a reference names.
    fn target(&self, node: Node<'d>, at: &Pointer) -> Result<Option<(&'d str, &'d Schema)>, Error> {
        match Shape::of(node, at)? {
            Shape::Reference(reference) => self.document.resolve(reference, at).map(Some),
            _ => Ok(None),
        }
    }

    /// The type of the values that a schema allows. A new type adds `word` to the name.
    pub(super) fn response_type(
        &mut self,
        node: Node<'d>,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        let boxed = Box::new;
        Ok(match Shape::of(node, at)? {
            Shape::String => Type::String,
            Shape::Boolean => Type::Boolean,
            Shape::Integer => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Timestamp => Type::Timestamp,
            Shape::Data => Type::Json,
            Shape::Choice(values) => self.string_enum(values.iter(), node, word, scope, at),
            Shape::Object(object) => return self.inline_object(node, object, word, scope, at),
            Shape::Map(values) => {
                let at = at.key("additionalProperties");
                Type::Map(boxed(self.response_type(values, word, scope, &at)?))
            }
            Shape::Array(items) => {
                let one = singular(word);
                let at = at.key("items");
                Type::Array(boxed(self.response_type(items, &one, scope, &at)?))
            }
            Shape::Reference(reference) => {
                let ty = self.reference(reference, at)?;
                self.maybe_lazy(ty, scope)
            }
            Shape::Expandable(references) => {
                let scope = Scope {
                    lazy: false,
                    ..scope
                };
                let object = self.one_of(&references, word, scope, at)?;
                let id = self.live(&references, at)?;
                Type::Expandable {
                    id: boxed(id.unwrap_or_else(|| object.clone())),
                    object: boxed(object),
                }
            }
            Shape::Union(references) => self.one_of(&references, word, scope, at)?,
            Shape::OneOf(_) | Shape::Range => return Err(not_understood(at, ANY_OF)),
            Shape::True | Shape::Clearable(_) | Shape::File => {
                return Err(Error::document(
                    at,
                    "a response of this form is not understood",
                ));
            }
        })
    }

    /// Makes an embedded resource lazy, where the configuration asks for that.
    fn maybe_lazy(&self, ty: Type, scope: Scope<'_>) -> Type {
        match ty {
            Type::Named(path) if scope.lazy && path.top_level => {
                Type::Lazy(Box::new(Type::Named(path)))
            }
            ty => ty,
        }
    }

    pub(super) fn reference(&self, reference: &str, at: &Pointer) -> Result<Type, Error> {
        let (name, _) = self.document.resolve(reference, at)?;
        match self.placement.get(name) {
            Some(home) => Ok(Type::Named(home.path.clone())),
            None => Err(Error::document(
                at,
                format!("`{name}` has no place in the output"),
            )),
        }
    }

    /// Makes the enum of these values.
    pub(super) fn string_enum(
        &mut self,
        values: impl Iterator<Item = &'d str>,
        node: Node<'d>,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Type {
        let mut names = Names::without(&[UNKNOWN]);
        let mut listed = Vec::new();
        for (index, value) in enum_values(values).enumerate() {
            let claimed = names.claim(&value.name, &at.key("enum").index(index));
            self.note(claimed);
            listed.push(value);
        }
        if listed.is_empty() {
            let problem = "expected an enumeration with a value that is text, found none";
            self.errors.push(Error::document(at, problem));
        }
        let path = self.inner_path(word, scope, at);
        let docs = docs::of_part(self.document, node, at, docs::values_of(scope.field));
        self.add(path, docs, Kind::StringEnum(listed), at)
    }

    /// An inline object: a page of a list, or a new type.
    fn inline_object(
        &mut self,
        node: Node<'d>,
        object: &'d ObjectType,
        word: &str,
        scope: Scope<'_>,
        at: &Pointer,
    ) -> Result<Type, Error> {
        if let Some((kind, items)) = page_items(object) {
            let at = at.keys(["properties", "data", "items"]);
            let item = self.response_type(items, word, scope, &at)?;
            return Ok(Type::Page(kind, Box::new(item)));
        }
        let Node::Schema(schema) = node else {
            return Err(Error::document(
                at,
                "expected an inline object, found a reference",
            ));
        };
        let path = self.inner_path(word, scope, at);
        let docs = docs::of_part(self.document, node, at, docs::within(scope.field));
        Ok(self.object(path, docs, (schema, object), scope, at))
    }

    /// The path of the type of a field.
    pub(super) fn inner_path(&mut self, word: &str, scope: Scope<'_>, at: &Pointer) -> Path {
        let name = untaken(inner_name(scope.prefix, word), MODULE_TYPES, INNER);
        Path {
            module: scope.module.to_owned(),
            name: self.renames.apply(scope.module, name, at),
            top_level: false,
        }
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

/// Makes an embedded object lazy that may be absent.
fn lazy(ty: Type, node: Node<'_>) -> Type {
    match (ty, Shape::of(node, &Pointer::root())) {
        (Type::Named(path), Ok(Shape::Reference(_) | Shape::Object(_))) => {
            Type::Lazy(Box::new(Type::Named(path)))
        }
        (ty, _) => ty,
    }
}

fn is_nullable(node: Node<'_>) -> bool {
    matches!(node, Node::Schema(schema) if schema.schema_data.nullable)
}

fn expandable_fields(schema: &Schema) -> Vec<&str> {
    schema
        .schema_data
        .extensions
        .get("x-expandableFields")
        .and_then(serde_json::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_str)
        .collect()
}
