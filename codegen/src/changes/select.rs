//! Selects the operations to compare, and pairs those of the old document with those of the new one.
//!
//! Two operations are the same if their methods and paths are, whatever the names of the path parameters; otherwise, if their
//! ids are.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::is_method;
use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::suggest::nearest;

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
        format!("{} {}", self.method.to_ascii_uppercase(), self.path)
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
    let (old, new) = (Operations::of(old), Operations::of(new));
    let (mut pairs, mut errors) = (Vec::new(), Vec::new());
    if let [all] = ids
        && all == "all"
    {
        pairs.extend(
            new.all
                .iter()
                .map(|it| (old.same(it, &new), Some(it.clone()))),
        );
        let rest = old.all.iter().filter(|it| new.same(it, &old).is_none());
        pairs.extend(rest.map(|it| (Some(it.clone()), None)));
        return Ok(pairs);
    }
    let mut seen = BTreeSet::new();
    for (index, id) in ids.iter().enumerate() {
        let pair = match (old.by_id(id), new.by_id(id)) {
            (_, Some(found)) => (old.same(found, &new), Some(found.clone())),
            (Some(found), None) => (Some(found.clone()), new.same(found, &old)),
            (None, None) => {
                errors.push(unknown(id, index, &old, &new));
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

fn unknown(id: &str, index: usize, old: &Operations<'_>, new: &Operations<'_>) -> Error {
    let at = Pointer::root().key("operations").index(index);
    let problem = format!("neither document has an operation `{id}`");
    let known = new.by_id.keys().chain(old.by_id.keys()).copied();
    let error = Error::new(Input::Config, &at, problem);
    match nearest(id, known) {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => error,
    }
}

/// All operations of a document.
struct Operations<'a> {
    all: Vec<OperationRef<'a>>,
    by_key: BTreeMap<String, usize>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Operations<'a> {
    fn of(document: &'a Value) -> Self {
        let mut operations = Self {
            all: Vec::new(),
            by_key: BTreeMap::new(),
            by_id: BTreeMap::new(),
        };
        let paths = document.get("paths").and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if !is_method(method) {
                    continue;
                }
                let id = operation.get("operationId").and_then(Value::as_str);
                let (key, id) = (key(method, path), id.unwrap_or_default());
                let position = operations.all.len();
                operations.by_key.entry(key.clone()).or_insert(position);
                operations.by_id.entry(id).or_insert(position);
                operations.all.push(OperationRef {
                    key,
                    id,
                    method,
                    path,
                });
            }
        }
        operations
    }

    fn by_id(&self, id: &str) -> Option<&OperationRef<'a>> {
        self.all.get(*self.by_id.get(id)?)
    }

    fn by_key(&self, key: &str) -> Option<&OperationRef<'a>> {
        self.all.get(*self.by_key.get(key)?)
    }

    /// The operation that is the same as `other`, one of `others`.
    fn same(&self, other: &OperationRef<'_>, others: &Operations<'_>) -> Option<OperationRef<'a>> {
        let by_id = || {
            let found = self.by_id(other.id).filter(|it| !it.id.is_empty())?;
            others.by_key(&found.key).is_none().then_some(found)
        };
        self.by_key(&other.key).or_else(by_id).cloned()
    }
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
