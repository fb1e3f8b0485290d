//! Selects the operations to compare, and pairs those of the old document with those of the new one.
//!
//! Two operations are the same if their methods and paths are, whatever the names of the path parameters; otherwise, if their
//! ids are.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::import::{ALL, OperationRef, operations};
use crate::pointer::Pointer;
use crate::suggest::suggest;

/// The identity of an operation: the method, and the path without the names of its parameters.
pub(super) fn key(method: &str, path: &str) -> String {
    let mut key = format!("{method} ");
    for part in path.split('/').skip(1) {
        key.push('/');
        key.push_str(if part.starts_with('{') { "{}" } else { part });
    }
    key
}

/// An operation in the old and in the new document. One that only one document has was removed or added.
pub(super) type OperationPair<'a> = (Option<OperationRef<'a>>, Option<OperationRef<'a>>);

/// The operations of two documents with these names, in the order of `names`, or all of them, in the order of the documents.
pub(super) fn pairs<'a>(
    old: &'a Value,
    new: &'a Value,
    names: &[String],
) -> Result<Vec<OperationPair<'a>>, Errors> {
    let (old, new) = (Operations::of(old), Operations::of(new));
    let of_new = |it| (old.same(it, &new), Some(it));
    if let [all] = names
        && all == ALL
    {
        let removed = old.all.iter().filter(|it| new.same(**it, &old).is_none());
        let removed = removed.map(|it| (Some(*it), None));
        return Ok(new.all.iter().copied().map(of_new).chain(removed).collect());
    }
    let (mut pairs, mut errors) = (Vec::new(), Vec::new());
    for (index, name) in names.iter().enumerate() {
        let pair = match (old.named(name), new.named(name)) {
            (_, Some(found)) => of_new(found),
            (Some(found), None) => (Some(found), new.same(found, &old)),
            (None, None) => {
                let known: Vec<_> = new
                    .all
                    .iter()
                    .chain(&old.all)
                    .map(OperationRef::name)
                    .collect();
                let at = Pointer::root().key("operations").index(index);
                let problem = format!("neither document has an operation `{name}`");
                let error = Error::new(Input::Config, &at, problem);
                errors.push(suggest(error, name, known.iter().map(String::as_str)));
                continue;
            }
        };
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    Errors::or(errors, pairs)
}

/// The operations of a document.
struct Operations<'a> {
    /// In the order of the document.
    all: Vec<OperationRef<'a>>,
    by_key: BTreeMap<String, OperationRef<'a>>,
}

impl<'a> Operations<'a> {
    fn of(document: &'a Value) -> Self {
        let all: Vec<_> = operations(document).collect();
        let mut by_key = BTreeMap::new();
        for operation in &all {
            let key = key(operation.method, operation.path);
            by_key.entry(key).or_insert(*operation);
        }
        Self { all, by_key }
    }

    fn named(&self, name: &str) -> Option<OperationRef<'a>> {
        self.all.iter().find(|it| it.is(name)).copied()
    }

    /// The operation here that is the same as `it`, which is one of `others`.
    fn same(&self, it: OperationRef<'_>, others: &Operations<'_>) -> Option<OperationRef<'a>> {
        let by_id = || {
            let mut all = self.all.iter();
            let found = all.find(|other| other.id.is_some() && other.id == it.id)?;
            let key = key(found.method, found.path);
            (!others.by_key.contains_key(&key)).then_some(found)
        };
        let by_key = self.by_key.get(&key(it.method, it.path));
        by_key.or_else(by_id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn the_names_of_path_parameters_do_not_distinguish_operations() {
        assert_eq!(key("get", "/v1/customers/{id}"), "get /v1/customers/{}");
    }
}
