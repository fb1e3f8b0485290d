//! Where every component lives, and what it is called.
//!
//! - A component that is a resource (`x-resourceId`), or whose `object` says what it is, has a module of its own and a
//!   top-level name, both from its component name: `test_helpers.test_clock` is `TestHelpersTestClock`.
//! - Its deleted twin lives beside it: `DeletedCustomer` in `customer`.
//! - Any other component that one resource alone reaches lives in the module of that resource, under the names of the fields
//!   on the shortest way to it: `customer.tax.location` is `customer::TaxLocation`.
//! - One that several reach lives in `shared`, under its component name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use openapiv3::{Schema, SchemaKind, Type};

use crate::document::Document;
use crate::ir::Path;
use crate::names::{singular, snake, upper_camel};
use crate::pointer::Pointer;

use super::reach::Reached;
use super::renames::Renames;
use super::shape::{Node, Shape, Tag};

/// The module of the types that several resources share.
pub(super) const SHARED: &str = "shared";

/// The place of every component.
#[derive(Default)]
pub(super) struct Homes(BTreeMap<String, Home>);

/// The place of a component.
pub(super) struct Home {
    pub(super) path: Path,
    /// What the names of the types inside it start with.
    pub(super) prefix: String,
    pub(super) tag: Tag,
}

/// The name of the type of the field `field` of the type whose inner names start with `prefix`.
pub(super) fn inner_name(prefix: &str, field: &str) -> String {
    format!("{prefix}{}", upper_camel(field))
}

impl Homes {
    /// Finds a place for every component.
    pub(super) fn assign(
        document: &Document,
        reached: &Reached<'_>,
        renames: &mut Renames<'_>,
    ) -> Self {
        let mut homes = Self::default();
        let (top, inner): (Vec<_>, Vec<_>) = reached
            .components
            .iter()
            .copied()
            .partition(|(_, schema)| is_top_level(schema));
        let mut survey = Survey {
            document,
            top: top.iter().map(|(name, _)| *name).collect(),
            ways: BTreeMap::new(),
        };
        let live: BTreeMap<_, _> = top
            .iter()
            .map(|&(name, schema)| (name, Tag::of_schema(schema)))
            .filter(|(_, tag)| !tag.deleted)
            .filter_map(|(name, tag)| Some((tag.object?, name)))
            .collect();
        for (name, schema) in top {
            let tag = Tag::of_schema(schema);
            let twin = live.get(tag.object.as_deref().unwrap_or_default());
            let module = snake(twin.filter(|_| tag.deleted).unwrap_or(&name));
            survey.explore(schema, &module, renames);
            let path = Path {
                name: renames.apply(&module, upper_camel(name)),
                module,
                top_level: true,
            };
            homes.put(name, path, String::new(), tag);
        }
        for (name, schema) in inner {
            let (module, type_name) = match survey.ways.get(name).map(Vec::as_slice) {
                Some([(module, type_name)]) => (module.clone(), type_name.clone()),
                _ => (SHARED.to_owned(), renames.apply(SHARED, upper_camel(name))),
            };
            let path = Path {
                module,
                name: type_name.clone(),
                top_level: false,
            };
            homes.put(name, path, type_name, Tag::of_schema(schema));
        }
        homes
    }

    fn put(&mut self, component: &str, path: Path, prefix: String, tag: Tag) {
        let home = Home { path, prefix, tag };
        self.0.insert(component.to_owned(), home);
    }

    /// The place of the resource whose member `object` is `tag`, and which is not a deleted one.
    pub(super) fn live(&self, tag: &str) -> Option<&Path> {
        let mut homes = self.0.values();
        let live = homes.find(|home| home.tag.object.as_deref() == Some(tag) && !home.tag.deleted);
        live.map(|home| &home.path)
    }

    /// The places of all components.
    pub(super) fn into_paths(self) -> BTreeMap<String, Path> {
        let homes = self.0.into_iter();
        homes.map(|(name, home)| (name, home.path)).collect()
    }

    /// The place of a component.
    pub(super) fn get(&self, component: &str) -> Option<&Home> {
        self.0.get(component)
    }
}

/// Whether a component is a resource, or says of itself what it is.
fn is_top_level(schema: &Schema) -> bool {
    schema.schema_data.extensions.contains_key("x-resourceId")
        || Tag::of_schema(schema).object.is_some()
}

/// Which resources lead to which components, and by which way.
struct Survey<'d> {
    document: &'d Document,
    /// The components that have a module of their own.
    top: BTreeSet<&'d str>,
    /// For any other, the module of every resource that reaches it and the name that the shortest way gives.
    ways: BTreeMap<&'d str, Vec<(String, String)>>,
}

impl<'d> Survey<'d> {
    /// Notes what the resource `schema` reaches without passing through another resource.
    fn explore(&mut self, schema: &'d Schema, module: &str, renames: &mut Renames<'_>) {
        let mut queue = VecDeque::from([(schema, String::new())]);
        let mut seen = BTreeSet::new();
        while let Some((schema, prefix)) = queue.pop_front() {
            let mut found = Vec::new();
            collect(Node::Schema(schema), &mut Vec::new(), &mut found);
            for Way { reference, fields } in found {
                let Ok((name, schema)) = self.document.resolve(reference, &Pointer::root()) else {
                    continue;
                };
                if self.top.contains(name) || !seen.insert(name) {
                    continue;
                }
                let type_name = fields
                    .iter()
                    .fold(prefix.clone(), |name, field| inner_name(&name, field));
                let type_name = renames.apply(module, type_name);
                queue.push_back((schema, type_name.clone()));
                let ways = self.ways.entry(name).or_default();
                if !ways.iter().any(|(known, _)| known == module) {
                    ways.push((module.to_owned(), type_name));
                }
            }
        }
    }
}

/// A reference in a schema, and the fields on the way to it.
struct Way<'d> {
    reference: &'d str,
    fields: Vec<Cow<'d, str>>,
}

/// Collects the references in a schema that is reached through `fields`.
fn collect<'d>(node: Node<'d>, fields: &mut Vec<Cow<'d, str>>, out: &mut Vec<Way<'d>>) {
    match Shape::of(node, &Pointer::root()) {
        Ok(Shape::Reference(reference)) => out.push(Way {
            reference,
            fields: fields.clone(),
        }),
        Ok(Shape::Expandable(references) | Shape::Union(references)) => {
            for (index, reference) in references.into_iter().enumerate() {
                let word = member_word(reference, index).map(Cow::Borrowed);
                let fields = fields.iter().cloned().chain(word).collect();
                out.push(Way { reference, fields });
            }
        }
        Ok(Shape::Object(object)) => {
            for (field, property) in &object.properties {
                let is_array = matches!(
                    property.as_item().map(|schema| &schema.schema_kind),
                    Some(SchemaKind::Type(Type::Array(_)))
                );
                fields.push(if is_array {
                    Cow::Owned(singular(field))
                } else {
                    Cow::Borrowed(field)
                });
                collect(property.into(), fields, out);
                fields.pop();
            }
        }
        Ok(Shape::Map(node) | Shape::Array(node) | Shape::Clearable(node)) => {
            collect(node, fields, out)
        }
        _ => {}
    }
}

/// What the name of a member of a union adds to that of the union: nothing for the first, the last word of its component name
/// for the others.
fn member_word(reference: &str, index: usize) -> Option<&str> {
    reference.rsplit(['_', '/']).next().filter(|_| index > 0)
}
