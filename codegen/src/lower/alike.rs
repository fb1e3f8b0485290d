//! Parameters that several operations on a resource take alike: one type.
//!
//! What creates a thing and what updates it take the same objects, and the document spells them out for both. A type lives
//! with the first operation that has it, in the order in which the operations are named: so an operation that is added at
//! the end moves none. Alike are types of the same name and content, whatever is said of them.

use std::collections::BTreeMap;

use crate::ir::{Item, Kind, Path};
use crate::pointer::Pointer;

/// The types by module, as [`Items`](super::items::Items) has them.
type Modules = BTreeMap<String, Vec<(Item, Pointer)>>;

/// An operation: where its types are, and what it is about.
pub(super) struct Operation {
    pub(super) module: String,
    pub(super) family: String,
}

/// Makes one of the types that operations of a family have alike.
pub(super) fn share(modules: &mut Modules, operations: &[Operation]) {
    // Types that hold others become alike when those have become one.
    loop {
        let moves = moves(modules, operations);
        if moves.is_empty() {
            return;
        }
        for Operation { module, .. } in operations {
            let Some(items) = modules.get_mut(module) else {
                continue;
            };
            items.retain(|(item, _)| !moves.contains_key(&(module.clone(), item.name.clone())));
            for (item, _) in items {
                let mut follow = |path: &mut Path| follow(path, &moves);
                item.kind
                    .types_mut()
                    .for_each(|ty| ty.for_each_path_mut(&mut follow));
            }
        }
    }
}

/// The places of types that are elsewhere too, and where.
type Moves = BTreeMap<(String, String), Path>;

fn follow(path: &mut Path, moves: &Moves) {
    if let Some(home) = moves.get(&(path.module.clone(), path.name.clone())) {
        path.clone_from(home);
    }
}

fn moves(modules: &Modules, operations: &[Operation]) -> Moves {
    let mut homes: BTreeMap<(&str, &str), Vec<(&str, &Kind)>> = BTreeMap::new();
    let mut moves = Moves::new();
    for Operation { module, family } in operations {
        for (item, _) in modules.get(module).into_iter().flatten() {
            if item.top_level {
                continue;
            }
            let known = homes.entry((family, &item.name)).or_default();
            match known.iter().find(|(_, kind)| are_alike(kind, &item.kind)) {
                Some((home, _)) if home != module => {
                    let home = Path {
                        module: (*home).to_owned(),
                        name: item.name.clone(),
                        top_level: false,
                    };
                    moves.insert((module.clone(), item.name.clone()), home);
                }
                Some(_) => {}
                None => known.push((module, &item.kind)),
            }
        }
    }
    moves
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
