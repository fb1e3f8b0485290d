//! Types that are the same: one type, and aliases of it.
//!
//! The document spells a type out wherever it is used: what creates a thing and what updates it take the same objects, and
//! an issuing card lists its 295 categories of merchants three times.
//!
//! **Rule:** two types are the same if they have the same content, whatever their docs say, and names that end in the same
//! word. Types are compared within their module, and those of operations with those of all other operations. The one with
//! the shortest name stays a type (of several, the first by module and name), and the others become aliases of it. So
//! every field has a type with its own name. When the document changes one of them, its alias becomes a type of that name.
//!
//! A struct in a response is never an alias, because `Debug` prints the name of its type.

use std::collections::HashMap;

use crate::ir::{Docs, Item, Kind, Path, Role, Type};

use super::items::Modules;

/// Leaves one type of those that are the same, and makes aliases of the others.
pub(super) fn unite(modules: &mut Modules) {
    let firsts = firsts(modules);
    let mut kept: HashMap<&Path, &Path> = HashMap::new();
    for (path, first) in &firsts {
        let known = kept.entry(first).or_insert(path);
        if (path.name.len(), path) < (known.name.len(), *known) {
            *known = path;
        }
    }
    for (item, _) in modules.values_mut().flatten() {
        let kept = firsts.get(&item.path).and_then(|first| kept.get(first));
        if let Some(&kept) = kept.filter(|kept| **kept != &item.path) {
            item.kind = Kind::Alias(Type::Named(kept.clone()));
        }
    }
}

/// For every type that can become an alias, the first type that is the same, which may be itself.
fn firsts(modules: &Modules) -> HashMap<Path, Path> {
    let mut by_content = HashMap::new();
    let mut firsts = HashMap::new();
    for (module, items) in modules {
        let is_operation = |(item, _): &(Item, _)| item.kind.operation().is_some();
        let scope = (!items.iter().any(is_operation)).then_some(module);
        // A type comes after the types of its fields, so those are compared already.
        for (item, _) in items {
            if let Some(content) = content(item, &firsts) {
                let key = (scope, last_word(&item.path.name), content);
                let first = by_content.entry(key).or_insert(&item.path);
                firsts.insert(item.path.clone(), (*first).clone());
            }
        }
    }
    firsts
}

/// What types that are the same have in common.
#[derive(PartialEq, Eq, Hash)]
enum Content<'m> {
    /// The sorted values of an enumeration.
    Values(Vec<&'m str>),
    /// Any other type, without docs and aliases.
    Kind(Kind),
}

/// The content of a type; `None` for one that is never an alias.
fn content<'m>(item: &'m Item, firsts: &HashMap<Path, Path>) -> Option<Content<'m>> {
    match &item.kind {
        _ if item.path.top_level => return None,
        Kind::Object(object) if object.role == Role::Response => return None,
        Kind::StringEnum(listed) => {
            let values = listed.iter().map(|value| value.wire.as_str());
            let mut values: Vec<_> = values.collect();
            values.sort_unstable();
            return Some(Content::Values(values));
        }
        _ => {}
    }
    let mut kind = item.kind.clone();
    if let Kind::Object(object) = &mut kind {
        for field in &mut object.fields {
            field.docs = Docs::default();
        }
    }
    for ty in kind.types_mut() {
        ty.for_each_path_mut(&mut |path| {
            if let Some(first) = firsts.get(path) {
                path.clone_from(first);
            }
        });
    }
    Some(Content::Kind(kind))
}

/// `Exempt` of `TaxExempt`.
fn last_word(name: &str) -> &str {
    let start = name.rfind(char::is_uppercase);
    start.and_then(|start| name.get(start..)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::last_word;

    #[test]
    fn a_word_begins_with_a_capital() {
        assert_eq!(last_word("TaxExempt"), "Exempt");
        assert_eq!(last_word("Status"), "Status");
        assert_eq!(last_word("Iso3166"), "Iso3166");
        assert_eq!(last_word("_"), "_");
    }
}
