//! Selects the operations that the configuration names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::Config;
use crate::context::{is_extension, is_method};
use crate::error::{Error, Input};
use crate::pointer::Pointer;
use crate::suggest::suggest;

/// Whether `path` has one of `operations`, or is a vendor extension among the paths.
pub(super) fn includes_path(operations: &[NamedOperation<'_>], path: &str) -> bool {
    is_extension(path) || operations.iter().any(|operation| operation.path == path)
}

/// Whether the member `key` of the path item of `path` belongs to `operations`: one of them, or
/// something that all operations of the path share.
pub(super) fn includes(operations: &[NamedOperation<'_>], path: &str, key: &str) -> bool {
    operations
        .iter()
        .filter(|operation| operation.path == path)
        .any(|operation| operation.method == key || !is_method(key))
}

/// An operation with an `operationId`, and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedOperation<'a> {
    id: &'a str,
    pub(super) path: &'a str,
    pub(super) method: &'a str,
}

impl<'a> NamedOperation<'a> {
    pub(super) fn id(&self) -> &'a str {
        self.id
    }

    fn pointer(&self) -> Pointer {
        Pointer::root().keys(["paths", self.path, self.method])
    }
}

/// The path items of `document`.
pub(super) fn paths(document: &Value) -> Option<&Map<String, Value>> {
    document.get("paths").and_then(Value::as_object)
}

/// The operations that `config` names, in its order; errors go to `errors`.
pub(super) fn select<'a>(
    document: &'a Value,
    config: &Config,
    errors: &mut Vec<Error>,
) -> Vec<NamedOperation<'a>> {
    let by_id = index(document, errors);
    if let [_, _, ..] = config.operations.as_slice()
        && config
            .operations
            .iter()
            .all(|id| !by_id.contains_key(id.as_str()))
    {
        errors.push(none(config));
        return vec![];
    }
    let mut selected = vec![];
    let mut seen = BTreeSet::new();
    for (i, id) in config.operations.iter().enumerate() {
        let at = Pointer::root().key("operations").index(i);
        let wrong = |problem| Error::new(Input::Config, &at, problem);
        match by_id.get(id.as_str()) {
            _ if !seen.insert(id) => errors.push(wrong(format!(
                "expected each operation once, found `{id}` again"
            ))),
            Some(operation) => selected.push(*operation),
            None => {
                let error = wrong(format!("the document has no operation `{id}`"));
                errors.push(suggest(error, id, by_id.keys().copied()));
            }
        }
    }
    selected
}

/// The error for a document that has none of several operations: most likely, it is another document than expected.
fn none(config: &Config) -> Error {
    let (few, more) = config.operations.split_at(config.operations.len().min(3));
    let more = match more.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let problem = format!(
        "the document has none of the operations `{}`{more}",
        few.join("`, `")
    );
    Error::new(Input::Config, &Pointer::root().key("operations"), problem)
        .help("it may be a document of another part of the API, such as v2 alone")
}

/// All operations of `document` by `operationId`.
fn index<'a>(
    document: &'a Value,
    errors: &mut Vec<Error>,
) -> BTreeMap<&'a str, NamedOperation<'a>> {
    let mut by_id = BTreeMap::new();
    for operation in all(document) {
        if let Some(first) = by_id.insert(operation.id, operation) {
            errors.push(Error::document(
                &operation.pointer().key("operationId"),
                format!(
                    "expected a unique operationId, found `{}`, which {} has too",
                    operation.id,
                    first.pointer()
                ),
            ));
        }
    }
    by_id
}

/// Every operation of `document` that has an `operationId`, in its order.
pub(super) fn all(document: &Value) -> impl Iterator<Item = NamedOperation<'_>> {
    paths(document)
        .into_iter()
        .flatten()
        .filter_map(|(path, item)| Some((path, item.as_object()?)))
        .flat_map(|(path, item)| item.iter().map(move |(key, value)| (path, key, value)))
        .filter(|(_, key, _)| is_method(key))
        .filter_map(|(path, method, operation)| {
            let id = operation.get("operationId")?.as_str()?;
            Some(NamedOperation { id, path, method })
        })
}

/// The number of operations of `document`, with or without an id.
pub(super) fn count(document: &Value) -> usize {
    paths(document)
        .into_iter()
        .flatten()
        .filter_map(|(_, item)| item.as_object())
        .map(|item| item.keys().filter(|key| is_method(key)).count())
        .sum()
}
