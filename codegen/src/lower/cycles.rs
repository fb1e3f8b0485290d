//! Types that contain themselves: one field or member of each is boxed.

use std::collections::{BTreeMap, HashMap};

use crate::ir::{Module, Path, Type};

/// Boxes one field or member of every cycle of types that hold one another in place.
pub(super) fn break_up(modules: &mut [Module]) {
    for (path, target) in back_edges(&edges(modules)) {
        let items = modules.iter_mut().flat_map(|module| &mut module.items);
        let types = items
            .filter(|item| item.path == path)
            .flat_map(|item| item.kind.types_mut());
        for ty in types.filter(|ty| held(ty) == Some(&target)) {
            *ty = Type::Boxed(Box::new(ty.clone()));
        }
    }
}

/// For every type, the types that it holds in place: not in a `Vec`, a map or text.
fn edges(modules: &[Module]) -> BTreeMap<&Path, Vec<&Path>> {
    let items = modules.iter().flat_map(|module| &module.items);
    items
        .map(|item| (&item.path, item.kind.types().filter_map(held).collect()))
        .collect()
}

/// The type that a value of `ty` holds in place, if it is one of the model.
fn held(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Named(path) | Type::Choice(path) => Some(path),
        Type::Clearable(inner) => held(inner),
        _ => None,
    }
}

/// The edges that lead back to a type that is being visited, depth first. The stack is explicit, because a chain of types
/// can be long.
fn back_edges<'m>(edges: &'m BTreeMap<&'m Path, Vec<&'m Path>>) -> Vec<(Path, Path)> {
    let targets = |path: &Path| edges.get(path).map_or(&[][..], Vec::as_slice).iter();
    // Whether a visit is going on; looked up, and never iterated.
    let mut is_open = HashMap::new();
    let mut back = Vec::new();
    for &start in edges.keys() {
        if is_open.contains_key(start) {
            continue;
        }
        is_open.insert(start, true);
        let mut stack = vec![(start, targets(start))];
        while let Some((path, left)) = stack.last_mut() {
            let Some(&target) = left.next() else {
                is_open.insert(*path, false);
                stack.pop();
                continue;
            };
            match is_open.get(target) {
                Some(true) => back.push(((*path).clone(), target.clone())),
                Some(false) => {}
                None => {
                    is_open.insert(target, true);
                    stack.push((target, targets(target)));
                }
            }
        }
    }
    back
}

#[cfg(test)]
mod tests {
    use super::break_up;
    use crate::ir::{Docs, Field, Item, Kind, Module, Object, PageKind, Path, Role, Tag, Type};

    fn path(name: &str) -> Path {
        Path {
            module: "module".to_owned(),
            name: name.to_owned(),
            top_level: false,
        }
    }

    fn item(name: &str, types: Vec<Type>) -> Item {
        let fields = types.into_iter().enumerate().map(|(index, ty)| Field {
            name: format!("f{index}"),
            wire: format!("f{index}"),
            docs: Docs::default(),
            ty,
            required: false,
        });
        Item {
            path: path(name),
            docs: Docs::default(),
            kind: Kind::Object(Object {
                role: Role::Response,
                tag: Tag::default(),
                fields: fields.collect(),
            }),
            expandable: Vec::new(),
        }
    }

    /// The fields that are boxed where each type has fields of these types.
    fn boxed(types: Vec<(&str, Vec<Type>)>) -> Vec<String> {
        let items = types.into_iter().map(|(name, types)| item(name, types));
        let mut modules = [Module {
            name: "module".to_owned(),
            docs: String::new(),
            items: items.collect(),
            expand: None,
            copies: Vec::new(),
        }];
        break_up(&mut modules);
        let items = modules.iter().flat_map(|module| &module.items);
        items
            .flat_map(|item| match &item.kind {
                Kind::Object(object) => object.fields.iter().map(|field| (item, field)).collect(),
                _ => Vec::new(),
            })
            .filter(|(_, field)| matches!(field.ty, Type::Boxed(_)))
            .map(|(item, field)| format!("{}.{}", item.path.name, field.name))
            .collect()
    }

    fn named(name: &str) -> Type {
        Type::Named(path(name))
    }

    #[test]
    fn one_field_of_a_cycle_is_boxed() {
        assert_eq!(boxed(vec![("A", vec![named("A")])]), ["A.f0"]);
        assert_eq!(
            boxed(vec![
                ("A", vec![named("B")]),
                ("B", vec![Type::String, named("C")]),
                ("C", vec![named("D"), Type::Clearable(Box::new(named("A")))]),
                ("D", vec![]),
            ]),
            ["C.f1"]
        );
    }

    #[test]
    fn a_type_elsewhere_in_memory_makes_no_cycle() {
        let inner = || Box::new(named("A"));
        let fields = vec![
            Type::Array(inner()),
            Type::Map(inner()),
            Type::Page(PageKind::List, inner()),
            Type::Expandable {
                object: inner(),
                id: inner(),
            },
            Type::Lazy(inner()),
        ];
        assert_eq!(boxed(vec![("A", fields)]), Vec::<String>::new());
    }

    #[test]
    fn a_long_chain_does_not_overflow_the_stack() {
        let names: Vec<_> = (0..100_000).map(|index| format!("{index:06}")).collect();
        let next = names.iter().skip(1).map(|name| vec![named(name)]);
        let types = names.iter().map(String::as_str).zip(next.chain([vec![]]));
        assert_eq!(boxed(types.collect()), Vec::<String>::new());
    }
}
