//! The fields that can be expanded, and the types where paths of them begin.
//!
//! A path begins at the response of an operation, and leads from type to type by the fields that `x-expandableFields`
//! lists. So a type lists the next steps, and nothing lists whole paths.

use std::collections::BTreeMap;

use crate::ir::{Expand, ExpandableField, Field, Kind, Module, Path, Tag, Type};
use crate::names::untaken;
use crate::pointer::Pointer;

use super::Lowering;
use super::shape::{Node, Shape};

/// The parameter with the paths to expand.
const PARAMETER: &str = "expand";

/// The methods of every path.
const METHODS: &[&str] = &["downcast", "on", "root", "spelled", "step"];

/// Whether `expand` includes a field of type `ty` that `x-expandableFields` lists.
///
/// `x-expandableFields` also lists embedded objects, which Stripe always includes: paths lead through them.
pub(super) fn is_expandable(ty: &Type, is_required: bool) -> bool {
    match ty {
        Type::Expandable { .. } => true,
        Type::Array(inner) => is_expandable(inner, true),
        Type::Page(..) | Type::Lazy(_) => !is_required,
        _ => false,
    }
}

impl<'d> Lowering<'d> {
    /// Makes a field lazy whose value is a resource that Stripe includes on request.
    pub(super) fn embed_lazily(&self, field: &mut Field, node: Node<'d>) {
        if let (Type::Named(_), Some(Shape::Reference(reference))) = (&field.ty, node.shape())
            && let Ok((_, schema)) = self.document.resolve(reference, &Pointer::root())
            && Tag::of_schema(schema).object.is_some()
        {
            field.ty = Type::Lazy(Box::new(field.ty.clone()));
        }
    }

    /// The step of a path to a field.
    pub(super) fn expandable_field(&self, field: &Field) -> ExpandableField {
        ExpandableField {
            name: untaken(field.name.clone(), METHODS, "_"),
            wire: field.wire.clone(),
            target: self.target_of(&field.ty),
        }
    }

    /// The type at the end of a step to a field of type `ty`: for an array, that of its elements; for a resource and its
    /// deleted counterpart, the resource.
    fn target_of(&self, ty: &Type) -> Type {
        match ty {
            Type::Expandable { id, .. } => (**id).clone(),
            Type::Array(inner) | Type::Lazy(inner) => self.target_of(inner),
            Type::Page(kind, inner) => Type::Page(*kind, Box::new(self.target_of(inner))),
            Type::Named(path) => self.live_counterpart(path).unwrap_or_else(|| ty.clone()),
            other => other.clone(),
        }
    }

    /// The resource, of a union of a resource and its deleted counterpart.
    fn live_counterpart(&self, path: &Path) -> Option<Type> {
        match self.items.get(path)? {
            Kind::Union(union) if union.root.is_some() => {
                let live = union.members.iter().find(|member| !member.tag.deleted)?;
                Some(live.ty.clone())
            }
            _ => None,
        }
    }

    /// Gives the parameter `expand` of an operation the type of its paths.
    pub(super) fn type_expansions(&self, fields: &mut [Field], output: &Type) {
        let texts = Type::Array(Box::new(Type::String));
        let mut fields = fields.iter_mut();
        let expand = fields.find(|field| field.wire == PARAMETER && field.ty == texts);
        if let Some(field) = expand.filter(|_| *output != Type::Binary) {
            field.ty = Type::Expansions(Box::new(self.target_of(output)));
        }
    }
}

/// The fields of every type that can be expanded.
pub(super) type Fields = BTreeMap<Path, Vec<ExpandableField>>;

/// Completes every type with the `fields` that can be expanded in it, and every module with the paths that begin there.
pub(super) fn complete(modules: &mut [Module], mut fields: Fields) {
    let unions = of_unions(modules, &fields);
    fields.extend(unions);
    for (module, root) in starts(modules) {
        begin(modules, module, root, &fields);
    }
    for item in modules.iter_mut().flat_map(|module| &mut module.items) {
        item.expandable = fields.remove(&item.path).unwrap_or_default();
    }
}

/// For each union, the fields that lead to the same type in all members that have them. A union of a resource and its
/// deleted counterpart is not a step of a path.
fn of_unions(modules: &[Module], objects: &Fields) -> Fields {
    let items = modules.iter().flat_map(|module| &module.items);
    let unions = items.filter_map(|item| match &item.kind {
        Kind::Union(union) if union.root.is_none() => {
            let members = union.members.iter();
            let members = members.filter_map(|member| objects.get(member.ty.path()?));
            Some((item.path.clone(), merged(members)))
        }
        _ => None,
    });
    unions.collect()
}

fn merged<'f>(members: impl Iterator<Item = &'f Vec<ExpandableField>>) -> Vec<ExpandableField> {
    let mut by_wire: BTreeMap<&str, Option<&ExpandableField>> = BTreeMap::new();
    for field in members.flatten() {
        let known = by_wire.entry(&field.wire).or_insert(Some(field));
        *known = known.filter(|known| *known == field);
    }
    by_wire.into_values().flatten().cloned().collect()
}

/// The modules of the operations whose responses can be expanded, and the types of the responses.
fn starts(modules: &[Module]) -> Vec<(String, Type)> {
    let items = modules.iter().flat_map(|module| &module.items);
    let starts = items.flat_map(|item| {
        item.kind.types().filter_map(|ty| match ty {
            Type::Expansions(root) => Some((item.path.module.clone(), (**root).clone())),
            _ => None,
        })
    });
    starts.collect()
}

/// Begins paths in the module of the resource `root`; if the response is not a resource, in that of the operation.
fn begin(modules: &mut [Module], operation: String, root: Type, fields: &Fields) {
    let (home, fields) = match &root {
        Type::Named(path) if path.top_level => (path.module.clone(), fields.get(path).cloned()),
        Type::Named(path) => (operation.clone(), fields.get(path).cloned()),
        Type::Page(_, inner) => (operation.clone(), Some(vec![data(inner)])),
        _ => return,
    };
    let Some(fields) = fields.filter(|fields| !fields.is_empty()) else {
        return;
    };
    let has_other = |module: &Module| {
        let begun = module.expand.as_ref().filter(|_| module.name == home);
        begun.is_some_and(|begun| begun.root != root)
    };
    let home = if modules.iter().any(has_other) {
        operation
    } else {
        home
    };
    if let Some(module) = modules.iter_mut().find(|module| module.name == home) {
        module.expand = Some(Expand { root, fields });
    }
}

/// The only step from a page of a list.
fn data(inner: &Type) -> ExpandableField {
    ExpandableField {
        name: "data".to_owned(),
        wire: "data".to_owned(),
        target: inner.clone(),
    }
}
