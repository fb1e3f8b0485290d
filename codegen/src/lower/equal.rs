//! Enumerations of a module that list the same values: one type, and other names of it.
//!
//! The document spells an enumeration out wherever it is used: an issuing card has its 295 categories of merchants three
//! times, and every way to pay says anew what it can be used for later. Where the values are the same and the names end
//! alike, the first is a type and the others are aliases. Every field keeps a name of its own, so that nothing moves when
//! Stripe adds a value in one of the places: the alias becomes a type then, under the same name.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Item, Kind, StringEnum, Type};
use crate::pointer::Pointer;

/// Makes one of the enumerations of `module` that are the same.
pub(super) fn unite(module: &str, items: &mut [(Item, Pointer)]) {
    let mut firsts = BTreeMap::new();
    for (item, _) in items {
        let Kind::StringEnum(StringEnum { values }) = &item.kind else {
            continue;
        };
        if item.top_level {
            continue;
        }
        let values: BTreeSet<_> = values.iter().map(|value| value.wire.clone()).collect();
        let same = (values, last_word(&item.name).to_owned());
        match firsts.get(&same) {
            Some(first) => item.kind = Kind::Alias(Type::clone(first)),
            None => drop(firsts.insert(same, Type::Named(item.path(module)))),
        }
    }
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
