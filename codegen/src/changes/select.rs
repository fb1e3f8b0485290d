//! Which operations are compared, and with which.
//!
//! An operation is the same if method and path are, whatever the parameters in the path are called; or else, if its id is.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::suggest::nearest;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// An operation of a document.
#[derive(Clone)]
pub(super) struct Endpoint<'a> {
    /// See [`key`].
    pub(super) key: String,
    pub(super) id: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
}

impl Endpoint<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        Pointer::root().keys(["paths", self.path, self.method])
    }

    /// The operation as people call it: `POST /v1/customers`.
    pub(super) fn title(&self) -> String {
        format!("{} {}", self.method.to_ascii_uppercase(), self.path)
    }
}

/// What tells one operation from another: the method, and the path without the names of the parameters in it.
pub(super) fn key(method: &str, path: &str) -> String {
    let mut key = format!("{method} ");
    for part in path.split('/').skip(1) {
        key.push('/');
        key.push_str(if part.starts_with('{') { "{}" } else { part });
    }
    key
}

/// Operations that are to be compared; one that only one document has is added or removed.
pub(super) type Pair<'a> = (Option<Endpoint<'a>>, Option<Endpoint<'a>>);

/// The operations of two documents with these ids, or all of them, in the order of `ids` or of the documents.
pub(super) fn pairs<'a>(
    old: &'a Value,
    new: &'a Value,
    ids: &[String],
) -> Result<Vec<Pair<'a>>, Errors> {
    let (old, new) = (Index::of(old), Index::of(new));
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

fn unknown(id: &str, index: usize, old: &Index<'_>, new: &Index<'_>) -> Error {
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
struct Index<'a> {
    all: Vec<Endpoint<'a>>,
    by_key: BTreeMap<String, usize>,
    by_id: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    fn of(document: &'a Value) -> Self {
        let mut index = Self {
            all: Vec::new(),
            by_key: BTreeMap::new(),
            by_id: BTreeMap::new(),
        };
        let paths = document.get("paths").and_then(Value::as_object);
        for (path, item) in paths.into_iter().flatten() {
            for (method, operation) in item.as_object().into_iter().flatten() {
                if !METHODS.contains(&method.as_str()) {
                    continue;
                }
                let id = operation.get("operationId").and_then(Value::as_str);
                let (key, id) = (key(method, path), id.unwrap_or_default());
                let position = index.all.len();
                index.by_key.entry(key.clone()).or_insert(position);
                index.by_id.entry(id).or_insert(position);
                index.all.push(Endpoint {
                    key,
                    id,
                    method,
                    path,
                });
            }
        }
        index
    }

    fn by_id(&self, id: &str) -> Option<&Endpoint<'a>> {
        self.all.get(*self.by_id.get(id)?)
    }

    fn by_key(&self, key: &str) -> Option<&Endpoint<'a>> {
        self.all.get(*self.by_key.get(key)?)
    }

    /// The operation here that is the same as one of `others`.
    fn same(&self, other: &Endpoint<'_>, others: &Index<'_>) -> Option<Endpoint<'a>> {
        let by_id = || {
            let found = self.by_id(other.id).filter(|it| !it.id.is_empty())?;
            others.by_key(&found.key).is_none().then_some(found)
        };
        self.by_key(&other.key).or_else(by_id).cloned()
    }
}

/// Gives every operation an id of its own: in the first documents some have none, or that of another. By the rule that later
/// documents follow.
pub(super) fn name_all(document: &mut Value) {
    let mut seen = BTreeSet::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if !METHODS.contains(&method.as_str()) {
                continue;
            }
            if let Some(operation) = operation.as_object_mut() {
                let id = operation.entry("operationId").or_insert(Value::Null);
                if id.as_str().is_none_or(|id| seen.contains(id)) {
                    *id = by_rule(method, path).into();
                }
                seen.extend(id.as_str().map(str::to_owned));
            }
        }
    }
}

/// `post` and `/v1/customers/{customer}` as `PostCustomersCustomer`.
fn by_rule(method: &str, path: &str) -> String {
    let path = path.strip_prefix("/v1/").unwrap_or(path);
    let words = path.split(|c: char| !c.is_ascii_alphanumeric());
    let words = std::iter::once(method).chain(words);
    words
        .map(|word| {
            let mut chars = word.chars();
            let first = chars.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(chars).collect::<String>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{by_rule, key};

    #[test]
    fn names_of_parameters_make_no_other_operation() {
        assert_eq!(key("get", "/v1/customers/{id}"), "get /v1/customers/{}");
        assert_eq!(
            by_rule("post", "/v1/customers/{customer}/tax_ids"),
            "PostCustomersCustomerTaxIds"
        );
    }
}
