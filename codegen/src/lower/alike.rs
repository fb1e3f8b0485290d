//! Parameters that several operations take alike: one type, and other names of it.
//!
//! What creates a thing and what updates it take the same objects, a charge and a payment take the same address, and the
//! document spells them out every time. Types of the same name and content, whatever is said of them, are one: it lives with
//! the first operation that has it, in the order in which the operations are named, and the others have aliases. So every
//! operation has its parameters under names of its own, whatever other operations there are.

use std::collections::{BTreeMap, HashMap};

use crate::ir::{Item, Kind, Path, Type};
use crate::pointer::Pointer;

/// The types by module, as [`Items`](super::items::Items) has them.
type Modules = BTreeMap<String, Vec<(Item, Pointer)>>;

/// The module and the name of a type.
type Place = (String, String);

/// Where the types are that are elsewhere too.
type Homes = HashMap<Place, Path>;

/// Makes one of the types that the modules `operations` have alike.
pub(super) fn share(modules: &mut Modules, operations: &[String]) {
    let mut homes = homes(modules, operations);
    for (module, items) in modules {
        for (item, _) in items {
            if let Some(home) = homes.remove(&(module.clone(), item.name.clone())) {
                item.kind = Kind::Alias(Type::Named(home));
            }
        }
    }
}

fn homes(modules: &Modules, operations: &[String]) -> Homes {
    let mut types = types(modules, operations);
    let mut homes = Homes::new();
    // Types that hold others become alike when those have become one.
    loop {
        let found = find(&types);
        if found.is_empty() {
            return homes;
        }
        types.retain(|(place, _)| !found.contains_key(place));
        let mut follow = |path: &mut Path| {
            if let Some(home) = found.get(&(path.module.clone(), path.name.clone())) {
                path.clone_from(home);
            }
        };
        for (_, kind) in &mut types {
            kind.types_mut()
                .for_each(|ty| ty.for_each_path_mut(&mut follow));
        }
        homes.values_mut().for_each(&mut follow);
        homes.extend(found);
    }
}

/// A copy of the types of the operations, in their order.
fn types(modules: &Modules, operations: &[String]) -> Vec<(Place, Kind)> {
    let mut types = Vec::new();
    for module in operations {
        for (item, _) in modules.get(module).into_iter().flatten() {
            if !item.top_level {
                types.push(((module.clone(), item.name.clone()), item.kind.clone()));
            }
        }
    }
    types
}

/// Those of the types that an earlier operation has, and where.
fn find(types: &[(Place, Kind)]) -> Homes {
    let mut firsts: HashMap<&str, Vec<(&str, &Kind)>> = HashMap::new();
    let mut homes = Homes::new();
    for (place, kind) in types {
        let (module, name) = place;
        let known = firsts.entry(name).or_default();
        match known.iter().find(|(_, other)| are_alike(other, kind)) {
            Some((home, _)) => {
                let home = Path {
                    module: (*home).to_owned(),
                    name: name.clone(),
                    top_level: false,
                };
                homes.insert(place.clone(), home);
            }
            None => known.push((module, kind)),
        }
    }
    homes
}

/// Whether two types are the same but for what is said of them.
fn are_alike(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Object(a), Kind::Object(b)) => {
            let pairs = a.fields.iter().zip(&b.fields);
            (&a.role, &a.tag, a.deleted) == (&b.role, &b.tag, b.deleted)
                && a.fields.len() == b.fields.len()
                && pairs
                    .into_iter()
                    .all(|(a, b)| (&a.wire, &a.ty, a.required) == (&b.wire, &b.ty, b.required))
        }
        (Kind::StringEnum(a), Kind::StringEnum(b)) => a.values == b.values,
        (Kind::Choice(a), Kind::Choice(b)) => a.members == b.members,
        (Kind::Union(a), Kind::Union(b)) => a == b,
        _ => false,
    }
}
