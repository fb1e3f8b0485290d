//! Components, and the objects inside them, to types of responses.

use openapiv3::{ObjectType, Schema};
use serde_json::Value;

use crate::document::schema_pointer;
use crate::error::Error;
use crate::ir::{Docs, Field, Kind, Object, Path, Role, Tag, Type};
use crate::names::{Names, distinct, snake};
use crate::pointer::Pointer;

use super::expansions::is_expandable;
use super::shape::{Node, Shape, page_items};
use super::ty::{SchemaAt, Scope, Sender};
use super::{Lowering, docs};

impl<'d> Lowering<'d> {
    /// Makes the type of the component `name`, and the types inside it.
    pub(super) fn component(&mut self, name: &str, schema: &'d Schema) {
        let at = &schema_pointer(name);
        let Some(home) = self.placement.get(name) else {
            return;
        };
        let path = home.path.clone();
        let lazy = self.lazy.contains(&name);
        let docs = Docs {
            facts: vec![format!("API schema `{name}`")],
            ..docs::of_schema(self.document, schema.into(), at)
        };
        match Shape::of(schema.into(), at) {
            Ok(Shape::Object(object)) => {
                self.object(path, docs, (schema.into(), object), lazy, at);
            }
            Ok(Shape::Union(references)) => {
                let union = self.union_component(&references, path, docs, at);
                self.note(union);
            }
            // It had more members, or will have.
            Ok(Shape::Reference(only)) => {
                let union = self.union_component(&[only], path, docs, at);
                self.note(union);
            }
            Ok(_) => self.errors.push(Error::document(
                at,
                "expected a component that is an object, or one of several",
            )),
            Err(error) => self.errors.push(error),
        }
    }

    /// An inline object: a page of a list, or a new type.
    pub(super) fn inline_object(
        &mut self,
        object: &'d ObjectType,
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        if let Some((kind, items)) = page_items(object) {
            let at = site.at.keys(["properties", "data", "items"]);
            let item = self.ty(site.inside(items, &at))?;
            return Ok(Type::Page(kind, Box::new(item)));
        }
        let path = self.inner_path(site);
        let docs = docs::of_part(self.document, site, "value");
        let lazy = matches!(site.scope.sender, Sender::Response { lazy: true });
        Ok(self.object(path, docs, (site.node, object), lazy, site.at))
    }

    /// Makes the type of an object. With `lazy`, what is embedded in it is decoded on demand.
    fn object(
        &mut self,
        path: Path,
        docs: Docs,
        (node, object): (Node<'d>, &'d ObjectType),
        lazy: bool,
        at: &Pointer,
    ) -> Type {
        let tag = Tag::of(object);
        let id_of = self.id_of(&path, &tag);
        let scope = Scope {
            module: &path.module,
            prefix: path.prefix(),
            sender: Sender::Response { lazy },
        };
        let marked = expandable_fields(node);
        let mut fields = Vec::new();
        let properties = object.properties.iter();
        for (wire, property) in properties.filter(|(wire, _)| !tag.names(wire)) {
            let at = at.keys(["properties", wire]);
            let site = SchemaAt::field(property, &at, wire, scope);
            let is_required = object.required.contains(wire);
            let field = self.response_field(site, is_required, marked.contains(&wire.as_str()));
            let Some(mut field) = self.note(field) else {
                continue;
            };
            if let (Some(of), "id", Type::String) = (&id_of, wire.as_str(), &field.ty) {
                field.ty = Type::Id(Box::new(of.clone()));
            }
            if lazy && !is_required {
                field.ty = decoded_on_demand(field.ty, site.node);
            }
            fields.push((field, at));
        }
        let fields = self.named(fields, &[]);
        let expandable = fields
            .iter()
            .filter(|field| marked.contains(&field.wire.as_str()));
        let steps: Vec<_> = expandable.map(|it| self.expandable_field(it)).collect();
        if !steps.is_empty() {
            self.expandable.insert(path.clone(), steps);
        }
        let role = Role::Response;
        self.add(path, docs, Kind::Object(Object { role, tag, fields }), at)
    }

    /// A field, which may be marked as one that can be expanded.
    fn response_field(
        &mut self,
        site: SchemaAt<'_, 'd>,
        is_required: bool,
        is_marked: bool,
    ) -> Result<Field, Error> {
        let mut field = self.field(site, is_required && !is_nullable(site.node))?;
        if is_marked && !is_required {
            self.embed_lazily(&mut field, site.node);
        }
        let prose = self.document.prose(site.at);
        let page = prose.and_then(|prose| prose.expandable.clone());
        if page.is_some() || is_marked && is_expandable(&field.ty, is_required) {
            field.docs.facts.push("expandable".to_owned());
        }
        field.docs.link = page;
        Ok(field)
    }

    /// The fields with their names, which are made here. Those that are `taken` have another meaning.
    pub(super) fn named(&mut self, fields: Vec<(Field, Pointer)>, taken: &[&str]) -> Vec<Field> {
        let wires: Vec<_> = fields.iter().map(|(it, _)| it.wire.as_str()).collect();
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
        let live = self.placement.tagged(tag.object.as_deref()?, false);
        let of = live
            .filter(|_| tag.deleted)
            .map_or(path, |(_, it)| &it.path);
        path.top_level.then(|| Type::Named(of.clone()))
    }

    /// The type of an id, or one of some components.
    pub(super) fn expandable(
        &mut self,
        references: &[&'d str],
        site: SchemaAt<'_, 'd>,
    ) -> Result<Type, Error> {
        let scope = Scope {
            sender: Sender::Response { lazy: false },
            ..site.scope
        };
        let object = self.one_of(references, SchemaAt { scope, ..site })?;
        let id = self.live(references, site.at)?;
        Ok(Type::Expandable {
            id: Box::new(id.unwrap_or_else(|| object.clone())),
            object: Box::new(object),
        })
    }
}

/// Makes an embedded object lazy that may be absent.
fn decoded_on_demand(ty: Type, node: Node<'_>) -> Type {
    match (ty, node.shape()) {
        (Type::Named(path), Some(Shape::Reference(_) | Shape::Object(_))) => {
            Type::Lazy(Box::new(Type::Named(path)))
        }
        (ty, _) => ty,
    }
}

fn is_nullable(node: Node<'_>) -> bool {
    matches!(node, Node::Schema(schema) if schema.schema_data.nullable)
}

/// The fields that Stripe marks as those that can be expanded.
fn expandable_fields(node: Node<'_>) -> Vec<&str> {
    let Node::Schema(schema) = node else {
        return Vec::new();
    };
    let fields = schema.schema_data.extensions.get("x-expandableFields");
    let fields = fields.and_then(Value::as_array).into_iter().flatten();
    fields.filter_map(Value::as_str).collect()
}
