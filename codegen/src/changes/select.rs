//! Selects the operations to compare, and pairs those of the old document with those of the new one.
//!
//! Two operations are the same if their methods and paths are, whatever the names of the path parameters; otherwise, if their
//! ids are.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::context::{is_method, title};
use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::suggest::suggest;

/// An operation of a document.
#[derive(Clone)]
pub(super) struct OperationRef<'a> {
    /// See [`key`].
    pub(super) key: String,
    pub(super) id: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
}

impl OperationRef<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        Pointer::root().keys(["paths", self.path, self.method])
    }

    /// The method and the path: `POST /v1/customers`.
    pub(super) fn title(&self) -> String {
        title(self.method, self.path)
    }
}

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

/// The operations of two documents with these ids, in the order of `ids`, or all of them, in the order of the documents.
pub(super) fn pairs<'a>(
    old: &'a Value,
    new: &'a Value,
    ids: &[String],
) -> Result<Vec<OperationPair<'a>>, Errors> {
    let (old, new) = (operations(old), operations(new));
    let of_new = |it: &OperationRef<'a>| (same(it, &new, &old), Some(it.clone()));
    if let [all] = ids
        && all == "all"
    {
        let removed = old.iter().filter(|it| same(it, &old, &new).is_none());
        let removed = removed.map(|it| (Some(it.clone()), None));
        return Ok(new.iter().map(of_new).chain(removed).collect());
    }
    let (mut pairs, mut errors, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (index, id) in ids.iter().enumerate() {
        let by_id = |all: &[OperationRef<'a>]| {
            let mut found = all.iter();
            found.find(|it| it.id == id || it.title() == *id).cloned()
        };
        let pair = match (by_id(&old), by_id(&new)) {
            (_, Some(found)) => of_new(&found),
            (Some(found), None) => (Some(found.clone()), same(&found, &old, &new)),
            (None, None) => {
                let known = new.iter().chain(&old).map(|it| it.id);
                errors.push(unknown(id, index, known));
                continue;
            }
        };
        let keys = [&pair.0, &pair.1].map(|it| it.as_ref().map(|it| it.key.clone()));
        if seen.insert(keys) {
            pairs.push(pair);
        }
    }
    Errors::or(errors, pairs)
}

fn unknown<'a>(id: &str, index: usize, known: impl Iterator<Item = &'a str>) -> Error {
    let at = Pointer::root().key("operations").index(index);
    let problem = format!("neither document has an operation `{id}`");
    suggest(Error::new(Input::Config, &at, problem), id, known)
}

/// All operations of a document.
fn operations(document: &Value) -> Vec<OperationRef<'_>> {
    let paths = document.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flatten();
    let members = items.flat_map(|(path, item)| {
        let members = item.as_object().into_iter().flatten();
        members.map(move |(method, operation)| (path, method, operation))
    });
    let operations = members.filter(|(_, method, _)| is_method(method));
    operations
        .map(|(path, method, operation)| OperationRef {
            key: key(method, path),
            id: operation
                .get("operationId")
                .and_then(Value::as_str)
                .unwrap_or_default(),
            method,
            path,
        })
        .collect()
}

/// The one of `others` that is the same operation as `it`, which is one of `all`.
fn same<'a>(
    it: &OperationRef<'_>,
    all: &[OperationRef<'_>],
    others: &[OperationRef<'a>],
) -> Option<OperationRef<'a>> {
    let by_key = others.iter().find(|other| other.key == it.key);
    let by_id = || {
        let found = others.iter().find(|other| other.id == it.id)?;
        all.iter().all(|it| it.key != found.key).then_some(found)
    };
    by_key.or_else(by_id).cloned()
}

/// Gives an id to every operation that has none, or that of another operation, as some do in the first documents.
pub(super) fn name_all(document: &mut Value) {
    let mut seen = BTreeSet::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut().filter(|_| is_method(method)) {
                let id = operation.entry("operationId").or_insert(Value::Null);
                if id.as_str().is_none_or(|id| seen.contains(id)) {
                    *id = format!("{method} {path}").into();
                }
                seen.extend(id.as_str().map(str::to_owned));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{key, name_all};

    #[test]
    fn the_names_of_path_parameters_do_not_distinguish_operations() {
        assert_eq!(key("get", "/v1/customers/{id}"), "get /v1/customers/{}");
    }

    #[test]
    fn every_operation_gets_an_id_of_its_own() {
        let mut document = json!({ "paths": {
            "/v1/a": { "get": { "operationId": "Get" }, "post": {}, "parameters": [] },
            "/v1/b": { "get": { "operationId": "Get" } },
        } });
        name_all(&mut document);
        assert_eq!(
            document,
            json!({ "paths": {
                "/v1/a": { "get": { "operationId": "Get" }, "post": { "operationId": "post /v1/a" }, "parameters": [] },
                "/v1/b": { "get": { "operationId": "get /v1/b" } },
            } })
        );
    }
}
