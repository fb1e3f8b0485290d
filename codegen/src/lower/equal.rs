//! Long enumerations of a module that list the same values: one type.
//!
//! The document spells an enumeration out wherever it is used: an issuing card has its 295 categories of merchants three
//! times. Lists as long as that are not equal by chance, so they become one type where their names end alike. It is named by
//! the words that all of them begin and end with: of `SpendingControlsAllowedCategory` and
//! `SpendingControlsBlockedCategory`, `SpendingControlsCategory`. Short ones stay apart: that two fields are
//! `active` or `inactive` does not mean that they always will be.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Item, Kind, Path, StringEnum};
use crate::pointer::Pointer;

use super::renames::Renames;

/// How many values a list has that is not equal to another by chance.
const LONG: usize = 10;

/// Makes one of the enumerations of `module` that are the same.
pub(super) fn unite(module: &str, items: &mut Vec<(Item, Pointer)>, renames: &mut Renames<'_>) {
    for group in groups(items) {
        let names: Vec<_> = group.iter().map(String::as_str).collect();
        let Some(name) = common_name(&names) else {
            continue;
        };
        let name = renames.apply(module, name);
        let known = |name: &String| items.iter().filter(|(item, _)| item.name == *name).count();
        let taken = !group.contains(&name) && known(&name) > 0;
        if taken || group.iter().any(|name| known(name) > 1) {
            continue;
        }
        let fields = fields(items, &group);
        let mut first = true;
        items.retain(|(item, _)| !group.contains(&item.name) || std::mem::take(&mut first));
        for (item, _) in items.iter_mut() {
            if group.contains(&item.name) {
                item.name.clone_from(&name);
            }
            match &mut item.kind {
                Kind::StringEnum(same) if item.name == name => same.fields.clone_from(&fields),
                kind => {
                    let mut rename = |path: &mut Path| {
                        if path.module == module && group.contains(&path.name) {
                            path.name.clone_from(&name);
                        }
                    };
                    let types = kind.types_mut();
                    types.for_each(|ty| ty.for_each_path_mut(&mut rename));
                }
            }
        }
    }
}

/// The names of the long enumerations that are equal and whose names end with the same word.
fn groups(items: &[(Item, Pointer)]) -> Vec<BTreeSet<String>> {
    let mut groups: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for (item, _) in items {
        if let Kind::StringEnum(StringEnum { values, .. }) = &item.kind
            && values.len() >= LONG
        {
            let values: Vec<_> = values.iter().map(|value| &value.wire).collect();
            let same = groups.entry((values, words(&item.name).pop()));
            same.or_default().insert(item.name.clone());
        }
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// The words with which all names begin, and those with which all of the rest end, if any.
fn common_name(names: &[&str]) -> Option<String> {
    let names: Vec<_> = names.iter().map(|name| words(name)).collect();
    let (first, others) = names.split_first()?;
    let begin = common(others, |other| {
        let pairs = first.iter().zip(other);
        pairs.take_while(|(a, b)| a == b).count()
    });
    let end = common(others, |other| {
        let pairs = first
            .iter()
            .skip(begin)
            .rev()
            .zip(other.iter().skip(begin).rev());
        pairs.take_while(|(a, b)| a == b).count()
    });
    let words = first
        .iter()
        .take(begin)
        .chain(first.iter().skip(first.len() - end));
    (end > 0).then(|| words.copied().collect())
}

fn common(others: &[Vec<&str>], count: impl Fn(&[&str]) -> usize) -> usize {
    others.iter().map(|other| count(other)).min().unwrap_or(0)
}

/// `TaxExempt` is `Tax` and `Exempt`.
fn words(name: &str) -> Vec<&str> {
    let mut starts: Vec<_> = name
        .char_indices()
        .filter(|(_, c)| c.is_uppercase())
        .map(|(start, _)| start)
        .collect();
    starts.push(name.len());
    starts
        .windows(2)
        .filter_map(|pair| name.get(*pair.first()?..*pair.last()?))
        .collect()
}

/// The fields of the API that have the values of the group, in the order of the items, each once.
fn fields(items: &[(Item, Pointer)], group: &BTreeSet<String>) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for (item, _) in items.iter().filter(|(item, _)| group.contains(&item.name)) {
        if let Kind::StringEnum(string_enum) = &item.kind {
            let new = string_enum
                .fields
                .iter()
                .filter(|field| !fields.contains(field));
            let new: Vec<_> = new.cloned().collect();
            fields.extend(new);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::common_name;

    #[test]
    fn the_common_name_is_what_all_begin_and_end_with() {
        let name = |names: &[&str]| common_name(names).unwrap_or_default();
        assert_eq!(name(&["AbOneYz", "AbTwoYz", "AbCdEfYz"]), "AbYz");
        assert_eq!(name(&["FutureReason", "Reason"]), "Reason");
        assert_eq!(name(&["AbYz", "AbOneYz"]), "AbYz");
        assert_eq!(name(&["AbAbYz", "AbYz"]), "AbYz");
        assert_eq!(
            name(&["CardBrand", "CardNetwork"]),
            "",
            "it would be that of the card"
        );
    }
}
