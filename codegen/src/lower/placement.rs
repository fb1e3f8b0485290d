//! The placement of components: the module and the name of the type of each.
//!
//! - A component that is a resource (`x-resourceId`), or has a constant `object`, has a module of its own and a top-level
//!   name, both from its component name: `test_helpers.test_clock` is `TestHelpersTestClock`.
//! - Its deleted counterpart is beside it: `DeletedCustomer` in `customer`.
//! - Any other component that only one resource reaches is in the module of that resource, named by the fields on the
//!   shortest path to it: `customer.tax.location` is `customer::TaxLocation`.
//! - A component that several resources reach is in `shared`, under its component name, and so is the error object.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use openapiv3::{Schema, Type};

use crate::document::{Document, schema_pointer};
use crate::error_object::ERROR_OBJECT;
use crate::ir::{Path, Tag};
use crate::names::{
    INNER, MODULE_TYPES, OUTER, ROOT_MODULES, ROOT_TYPES, distinct, join, singular, snake, untaken,
    upper_camel,
};
use crate::pointer::Pointer;

use super::renames::Renames;
use super::shape::{Node, Shape};

/// The module of the types that several resources share.
pub(super) const SHARED: &str = "shared";

/// The place of every component in the output.
#[derive(Default)]
pub(super) struct Placement(BTreeMap<String, Placed>);

/// The place of a component in the output.
pub(super) struct Placed {
    pub(super) path: Path,
    pub(super) tag: Tag,
}

/// The name of the type of the field `field` of the type whose inner names start with `prefix`.
pub(super) fn inner_name(prefix: &str, field: &str) -> String {
    join(prefix, &upper_camel(field))
}

impl Placement {
    /// Assigns a place to every component.
    pub(super) fn assign(document: &Document, renames: &mut Renames<'_>) -> Self {
        let mut placement = Self::default();
        let (top, inner): (Vec<_>, Vec<_>) = document
            .schemas()
            .partition(|(name, schema)| *name != ERROR_OBJECT && is_top_level(schema));
        let mut survey = Survey {
            document,
            top: top.iter().map(|(name, _)| *name).collect(),
            routes: BTreeMap::new(),
        };
        let live: BTreeMap<_, _> = top
            .iter()
            .map(|&(name, schema)| (name, Tag::of_schema(schema)))
            .filter(|(_, tag)| !tag.deleted)
            .filter_map(|(name, tag)| Some((tag.object?, name)))
            .collect();
        let names: Vec<_> = top.iter().map(|(name, _)| *name).collect();
        let taken = [ROOT_TYPES, MODULE_TYPES].concat();
        let types = distinct(&names, upper_camel, &taken, OUTER);
        // `3ds` is the same as a type and as a module.
        let taken = types.iter().map(String::as_str);
        let taken: Vec<_> = taken.chain(ROOT_MODULES.iter().copied()).collect();
        let modules = distinct(&names, snake, &taken, "_");
        let modules: BTreeMap<_, _> = names.into_iter().zip(modules).collect();
        for ((name, schema), ty) in top.into_iter().zip(types) {
            let tag = Tag::of_schema(schema);
            let counterpart = live.get(tag.object.as_deref().unwrap_or_default());
            let owner = counterpart.filter(|_| tag.deleted).unwrap_or(&name);
            let module = modules.get(owner).cloned().unwrap_or_default();
            survey.explore(schema, &module, renames);
            let path = Path {
                name: renames.apply(&module, ty, &schema_pointer(name)),
                module,
                top_level: true,
            };
            placement.put(name, path, tag);
        }
        for (name, schema) in inner {
            let (module, type_name) = match survey.routes.get(name).map(Vec::as_slice) {
                Some([(module, type_name)]) if name != ERROR_OBJECT => {
                    (module.clone(), type_name.clone())
                }
                _ => {
                    let by_rule = untaken(upper_camel(name), MODULE_TYPES, INNER);
                    let at = schema_pointer(name);
                    (SHARED.to_owned(), renames.apply(SHARED, by_rule, &at))
                }
            };
            let path = Path {
                module,
                name: type_name,
                top_level: false,
            };
            placement.put(name, path, Tag::of_schema(schema));
        }
        placement
    }

    fn put(&mut self, component: &str, path: Path, tag: Tag) {
        self.0.insert(component.to_owned(), Placed { path, tag });
    }

    /// The component with the constant `object`, and its place: the resource, or its deleted counterpart.
    pub(super) fn tagged(&self, object: &str, deleted: bool) -> Option<(&str, &Placed)> {
        let mut placement = self.0.iter();
        let found = placement.find(|(_, placed)| {
            placed.tag.deleted == deleted && placed.tag.object.as_deref() == Some(object)
        });
        found.map(|(name, placed)| (name.as_str(), placed))
    }

    /// The places of all components.
    pub(super) fn into_paths(self) -> BTreeMap<String, Path> {
        let placement = self.0.into_iter();
        placement
            .map(|(name, placed)| (name, placed.path))
            .collect()
    }

    /// The place of a component.
    pub(super) fn get(&self, component: &str) -> Option<&Placed> {
        self.0.get(component)
    }
}

/// Whether a component is a resource, or has a constant `object`.
fn is_top_level(schema: &Schema) -> bool {
    schema.schema_data.extensions.contains_key("x-resourceId")
        || Tag::of_schema(schema).object.is_some()
}

/// Which resources lead to which components, and through which fields.
struct Survey<'d> {
    document: &'d Document,
    /// The components that have a module of their own.
    top: BTreeSet<&'d str>,
    /// For every other component, the module of each resource that reaches it and its name by the shortest path.
    routes: BTreeMap<&'d str, Vec<(String, String)>>,
}

impl<'d> Survey<'d> {
    /// Records what the resource `schema` reaches without passing through another resource.
    fn explore(&mut self, schema: &'d Schema, module: &str, renames: &mut Renames<'_>) {
        let mut queue = VecDeque::from([(schema, String::new())]);
        let mut seen = BTreeSet::new();
        while let Some((schema, prefix)) = queue.pop_front() {
            let mut found = Vec::new();
            collect(Node::Schema(schema), &mut Vec::new(), &mut found);
            for (reference, fields) in found {
                let Ok((name, schema)) = self.document.resolve(reference, &Pointer::root()) else {
                    continue;
                };
                if self.top.contains(name) || !seen.insert(name) {
                    continue;
                }
                let type_name = fields
                    .iter()
                    .fold(prefix.clone(), |name, field| inner_name(&name, field));
                let type_name = untaken(type_name, MODULE_TYPES, INNER);
                let type_name = renames.apply(module, type_name, &schema_pointer(name));
                queue.push_back((schema, type_name.clone()));
                let routes = self.routes.entry(name).or_default();
                if !routes.iter().any(|(known, _)| known == module) {
                    routes.push((module.to_owned(), type_name));
                }
            }
        }
    }
}

/// A reference in a schema, and the fields that lead to it.
type FieldPath<'d> = (&'d str, Vec<Cow<'d, str>>);

/// Collects the references in a schema that is reached through `fields`.
fn collect<'d>(node: Node<'d>, fields: &mut Vec<Cow<'d, str>>, out: &mut Vec<FieldPath<'d>>) {
    match node.shape() {
        Some(Shape::Reference(reference)) => out.push((reference, fields.clone())),
        Some(Shape::Expandable(references) | Shape::Union(references)) => {
            for (index, reference) in references.into_iter().enumerate() {
                let word = member_word(reference, index).map(Cow::Borrowed);
                let fields = fields.iter().cloned().chain(word).collect();
                out.push((reference, fields));
            }
        }
        Some(Shape::Object(object)) => {
            for (field, property) in &object.properties {
                let property = Node::from(property);
                fields.push(match property.ty() {
                    Some(Type::Array(_)) => singular(field).into(),
                    _ => field.into(),
                });
                collect(property, fields, out);
                fields.pop();
            }
        }
        Some(Shape::Map(node) | Shape::Array(node) | Shape::Clearable(node)) => {
            collect(node, fields, out)
        }
        _ => {}
    }
}

/// What a member of a union adds to the name of the union: nothing for the first, the last word of its component name for
/// the others.
fn member_word(reference: &str, index: usize) -> Option<&str> {
    reference.rsplit(['_', '/']).next().filter(|_| index > 0)
}
