//! Selects the operations that the configuration names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::Config;
use crate::context::{is_extension, is_method, title};
use crate::error::{Error, Input};
use crate::pointer::Pointer;
use crate::suggest::suggest;

/// The name of all operations in a configuration.
pub(crate) const ALL: &str = "all";

/// The operations that are kept, as their methods by path.
pub(super) struct Selected(BTreeMap<String, BTreeSet<String>>);

impl Selected {
    pub(super) fn of(operations: &[OperationRef<'_>]) -> Self {
        let mut methods = BTreeMap::<_, BTreeSet<_>>::new();
        for operation in operations {
            let of_path = methods.entry(operation.path.to_owned()).or_default();
            of_path.insert(operation.method.to_owned());
        }
        Self(methods)
    }

    /// Whether `path` has one of the operations, or is a vendor extension among the paths.
    pub(super) fn includes_path(&self, path: &str) -> bool {
        is_extension(path) || self.0.contains_key(path)
    }

    /// Whether the member `key` of the path item of `path` belongs to the operations: one of them, or something that all
    /// operations of the path share.
    pub(super) fn includes(&self, path: &str, key: &str) -> bool {
        let methods = self.0.get(path);
        methods.is_some_and(|methods| methods.contains(key) || !is_method(key))
    }
}

/// An operation, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OperationRef<'a> {
    pub(crate) id: Option<&'a str>,
    pub(crate) path: &'a str,
    pub(crate) method: &'a str,
}

impl OperationRef<'_> {
    /// The `operationId`; of an operation without one, the method and the path.
    pub(crate) fn name(&self) -> String {
        self.id.map_or_else(|| self.title(), str::to_owned)
    }

    /// The method and the path: `GET /v1/things`.
    pub(crate) fn title(&self) -> String {
        title(self.method, self.path)
    }

    /// Whether it has the name `name`: its `operationId`, or its method and path.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.id == Some(name) || self.title() == name
    }

    pub(crate) fn pointer(&self) -> Pointer {
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
) -> Vec<OperationRef<'a>> {
    let all: Vec<_> = all(document).collect();
    if let [name] = config.operations.as_slice()
        && name == ALL
    {
        let excepted = except(&all, config, errors);
        let kept = all.into_iter().filter(|it| !excepted.contains(&it.title()));
        let kept: Vec<_> = kept.collect();
        check_ids(&kept, errors);
        if kept.is_empty() && paths(document).is_some() {
            let problem = "expected an operation to generate, found none";
            errors.push(Error::document(&Pointer::root().key("paths"), problem));
        }
        return kept;
    }
    for index in 0..config.except.len() {
        let problem = "expected `all` operations to leave some out, found a list of them";
        errors.push(Error::new(Input::Config, &excepted_at(index), problem));
    }
    named(&all, config, errors)
}

/// The operations of a list of names.
fn named<'a>(
    all: &[OperationRef<'a>],
    config: &Config,
    errors: &mut Vec<Error>,
) -> Vec<OperationRef<'a>> {
    let by_name = index(all);
    let is_unknown = |name: &String| !by_name.contains_key(name);
    if config.operations.len() > 1 && config.operations.iter().all(is_unknown) {
        errors.push(none(config));
        return vec![];
    }
    let mut selected = vec![];
    let mut seen = BTreeSet::new();
    for (i, name) in config.operations.iter().enumerate() {
        let at = Pointer::root().key("operations").index(i);
        let found = by_name.get(name).map_or(&[][..], Vec::as_slice);
        match found {
            [] => {
                let problem = format!("the document has no operation `{name}`");
                let error = Error::new(Input::Config, &at, problem).obsolete();
                errors.push(suggest(error, name, by_name.keys().map(String::as_str)));
            }
            [operation] if seen.insert(operation.title()) => selected.push(*operation),
            [_] => {
                let problem = format!("expected each operation once, found `{name}` again");
                errors.push(Error::new(Input::Config, &at, problem));
            }
            several => check_ids(several, errors),
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

/// The operations by their ids, and by their methods and paths.
fn index<'a>(all: &[OperationRef<'a>]) -> BTreeMap<String, Vec<OperationRef<'a>>> {
    let mut by_name: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for operation in all {
        let names = operation.id.map(str::to_owned).into_iter();
        for name in names.chain([operation.title()]) {
            by_name.entry(name).or_default().push(*operation);
        }
    }
    by_name
}

/// The titles of the operations that `config` leaves out.
fn except(all: &[OperationRef<'_>], config: &Config, errors: &mut Vec<Error>) -> BTreeSet<String> {
    let mut excepted = BTreeSet::new();
    for (index, except) in config.except.iter().enumerate() {
        let found = all.iter().filter(|it| it.is(&except.operation));
        let found: Vec<_> = found.map(OperationRef::title).collect();
        // An exception of the project may be for another document.
        if found.is_empty() && !(config.other_operations && except.reason.is_some()) {
            let problem = format!("the document has no operation `{}`", except.operation);
            let error = Error::new(Input::Config, &excepted_at(index), problem);
            let names: Vec<_> = all.iter().map(OperationRef::name).collect();
            let names = names.iter().map(String::as_str);
            errors.push(suggest(error, &except.operation, names));
        }
        excepted.extend(found);
    }
    excepted
}

fn excepted_at(index: usize) -> Pointer {
    Pointer::root().key("except").index(index)
}

/// An error for each operation that has the id of another.
fn check_ids(operations: &[OperationRef<'_>], errors: &mut Vec<Error>) {
    let mut by_id = BTreeMap::new();
    for operation in operations {
        let Some(id) = operation.id else { continue };
        let first = *by_id.entry(id).or_insert(operation);
        if first != operation {
            let (at, first) = (operation.pointer().key("operationId"), first.pointer());
            let problem =
                format!("expected a unique operationId, found `{id}`, which {first} has too");
            let help = format!(
                "leave one of them out, or select one: `{}`",
                operation.title()
            );
            errors.push(Error::document(&at, problem).help(help));
        }
    }
}

/// Every operation of `document`, in its order.
pub(crate) fn all(document: &Value) -> impl Iterator<Item = OperationRef<'_>> {
    paths(document)
        .into_iter()
        .flatten()
        .filter_map(|(path, item)| Some((path, item.as_object()?)))
        .flat_map(|(path, item)| item.iter().map(move |(key, value)| (path, key, value)))
        .filter(|(_, key, _)| is_method(key))
        .map(|(path, method, operation)| {
            let id = operation.get("operationId").and_then(Value::as_str);
            OperationRef { id, path, method }
        })
}
