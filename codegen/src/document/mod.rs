//! The OpenAPI document, checked, behind one type.

mod check;
mod inline;
mod keywords;
mod read;
mod schema;

use std::collections::HashMap;
use std::mem::discriminant;

use openapiv3::{Components, OpenAPI, Operation, Parameter, PathItem, ReferenceOr, Schema, Server};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::context::{is_method, title};
use crate::error::{Error, Errors, Input};
use crate::ir::Method;
use crate::overlay::{Paragraphs, Prose};
use crate::pointer::Pointer;
use crate::stack;

/// A checked OpenAPI 3.0 document. Whatever is in it is generated.
///
/// **Invariant:** every keyword is known, every reference names a component of the document, and no component schema is
/// itself a reference.
#[derive(Clone, Debug)]
pub struct Document {
    openapi: OpenAPI,
    prose: Prose,
}

/// An operation and its place.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint<'d> {
    pub(crate) method: Method,
    /// The path, with the names of parameters in braces.
    pub(crate) path: &'d str,
    pub(crate) operation: &'d Operation,
    /// What the operations of the path share.
    item: &'d PathItem,
    /// The place of the operation.
    pub(crate) pointer: Pointer,
}

impl<'d> Endpoint<'d> {
    /// The parameters with their places: those of the path, unless the operation has one of the same name and location, and
    /// those of the operation.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&'d ReferenceOr<Parameter>, Pointer)> {
        let own = &self.operation.parameters;
        let shared_at = Pointer::root().keys(["paths", self.path, "parameters"]);
        placed(&self.item.parameters, shared_at)
            .filter(move |(shared, _)| !own.iter().any(|own| is_same(own, shared)))
            .chain(placed(own, self.pointer.key("parameters")))
    }

    /// The servers of the operation, or else those of the path.
    pub(crate) fn servers(&self) -> &'d [Server] {
        match self.operation.servers.as_slice() {
            [] => &self.item.servers,
            own => own,
        }
    }

    /// The method and the path: `GET /v1/things`.
    pub(crate) fn title(&self) -> String {
        title(self.method.key(), self.path)
    }

    /// The `operationId`; of an operation without one, the method and the path.
    pub(crate) fn name(&self) -> String {
        let id = self.operation.operation_id.clone();
        id.unwrap_or_else(|| self.title())
    }
}

impl Document {
    /// Checks `value`, the part of a document that is to be generated, after the overlay.
    ///
    /// # Errors
    ///
    /// Every place that is not OpenAPI 3.0, has a keyword that is not understood, or refers to nothing.
    pub fn new(mut value: Value) -> Result<Self, Errors> {
        check::document(&mut value).map_err(|errors| in_order(errors, &value))?;
        // `openapiv3` reads what passes the check; should the two differ, only the operation or the component is known.
        let openapi =
            stack::deep(|| read::document(&mut value).map_err(|error| unreadable(&value, &error)))?;
        Ok(Self {
            openapi,
            prose: Prose::default(),
        })
    }

    /// The same document with the prose of an overlay.
    #[must_use]
    pub fn with_prose(self, prose: Prose) -> Self {
        Self { prose, ..self }
    }

    /// The prose of the overlay for the place `at`.
    pub(crate) fn prose(&self, at: &Pointer) -> Option<&Paragraphs> {
        self.prose.get(at)
    }

    /// The version of the API that the document describes.
    pub(crate) fn api_version(&self) -> &str {
        &self.openapi.info.version
    }

    /// All operations, in the order of the document.
    pub(crate) fn endpoints(&self) -> impl Iterator<Item = Endpoint<'_>> {
        let items = self.openapi.paths.paths.iter();
        items.flat_map(|(path, item)| endpoints_of(path, item))
    }

    /// The operations of one path.
    pub(crate) fn endpoints_at<'d>(&'d self, path: &str) -> impl Iterator<Item = Endpoint<'d>> {
        let item = self.openapi.paths.paths.get_key_value(path);
        item.into_iter()
            .flat_map(|(path, item)| endpoints_of(path, item))
    }

    /// `errors` in the order of the document; those in other inputs come after.
    pub(crate) fn sort(&self, errors: Errors) -> Errors {
        in_order(
            errors,
            &serde_json::to_value(&self.openapi).unwrap_or_default(),
        )
    }

    /// All component schemas, in the order of the document.
    pub(crate) fn schemas(&self) -> impl Iterator<Item = (&str, &Schema)> {
        let schemas = self.openapi.components.iter().flat_map(|it| &it.schemas);
        schemas.filter_map(|(name, schema)| Some((name.as_str(), schema.as_item()?)))
    }

    /// The component schema that `reference`, which stands at `at`, names.
    ///
    /// # Errors
    ///
    /// When the reference names something else.
    pub(crate) fn resolve<'d, 'r>(
        &'d self,
        reference: &'r str,
        at: &Pointer,
    ) -> Result<(&'r str, &'d Schema), Error> {
        let components = self.openapi.components.as_ref();
        component(reference)
            .and_then(|name| Some((name, components?.schemas.get(name)?.as_item()?)))
            .ok_or_else(|| {
                let problem = format!(
                    "expected a reference to `#/components/schemas/…`, found `{reference}`"
                );
                Error::document(at, problem)
            })
    }
}

/// The errors for the parts of a document that `openapiv3` cannot read, or else `error`, which has no place.
fn unreadable(document: &Value, error: &serde_json::Error) -> Errors {
    let problem = |error: &serde_json::Error| format!("expected an OpenAPI 3.0 document: {error}");
    let mut errors = Vec::new();
    let members = |value: Option<&Value>| {
        value
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    for (path, item) in members(document.get("paths")) {
        let before = errors.len();
        for (method, operation) in members(Some(&item)).iter().filter(|it| is_method(it.0)) {
            if let Err(error) = Operation::deserialize(operation) {
                let at = Pointer::root().keys(["paths", &path, method]);
                errors.push(Error::document(&at, problem(&error)));
            }
        }
        if let (Err(error), true) = (PathItem::deserialize(&item), errors.len() == before) {
            let at = Pointer::root().keys(["paths", &path]);
            errors.push(Error::document(&at, problem(&error)));
        }
    }
    for (kind, named) in members(document.get("components")) {
        for (name, component) in members(Some(&named)) {
            let alone = serde_json::json!({ kind.as_str(): { name.as_str(): component } });
            if let Err(error) = Components::deserialize(&alone) {
                let at = Pointer::root().keys(["components", &kind, &name]);
                errors.push(Error::document(&at, problem(&error)));
            }
        }
    }
    let unplaced = || Error::document(&Pointer::root(), problem(error)).into();
    Errors::or(errors, ()).err().unwrap_or_else(unplaced)
}

/// The parameters of a list at `at`, with their places.
fn placed(
    parameters: &[ReferenceOr<Parameter>],
    at: Pointer,
) -> impl Iterator<Item = (&ReferenceOr<Parameter>, Pointer)> {
    let parameters = parameters.iter().enumerate();
    parameters.map(move |(index, parameter)| (parameter, at.index(index)))
}

/// Whether two parameters have the same name and location.
fn is_same(a: &ReferenceOr<Parameter>, b: &ReferenceOr<Parameter>) -> bool {
    a.as_item().zip(b.as_item()).is_some_and(|(a, b)| {
        a.parameter_data_ref().name == b.parameter_data_ref().name
            && discriminant(a) == discriminant(b)
    })
}

fn endpoints_of<'d>(
    path: &'d str,
    item: &'d ReferenceOr<PathItem>,
) -> impl Iterator<Item = Endpoint<'d>> {
    let endpoints = move |item: &'d PathItem| {
        methods(item).map(move |(method, operation)| Endpoint {
            method,
            path,
            operation,
            item,
            pointer: Pointer::root().keys(["paths", path, method.key()]),
        })
    };
    item.as_item().into_iter().flat_map(endpoints)
}

/// The name in a reference to a component schema.
pub(crate) fn component(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/")
}

/// The place of the component schema `name`.
pub(crate) fn schema_pointer(name: &str) -> Pointer {
    Pointer::root().keys(["components", "schemas", name])
}

/// `errors` in the order of `document`; those in other inputs come after.
pub(crate) fn in_order(errors: Errors, document: &Value) -> Errors {
    let mut positions = Positions::default();
    errors.sorted_by_key(|error| {
        // Those of the overlay are in the order of its text already.
        let is_sorted = error.input == Input::Overlay;
        let position = (!is_sorted).then(|| positions.of(document, &error.pointer));
        (error.input, position)
    })
}

/// The positions of keys in the objects that were searched: a document can have thousands of errors in one object.
#[derive(Default)]
struct Positions<'v>(HashMap<*const Map<String, Value>, HashMap<&'v str, usize>>);

impl<'v> Positions<'v> {
    /// The index of each key of `pointer` among its siblings. What does not exist comes last.
    fn of(&mut self, mut value: &'v Value, pointer: &Pointer) -> Vec<usize> {
        let mut indices = Vec::new();
        for key in pointer.parts() {
            let index = match value {
                Value::Object(members) => {
                    let keys = members.keys().enumerate();
                    let all = self.0.entry(members).or_insert_with(|| {
                        keys.map(|(index, key)| (key.as_str(), index)).collect()
                    });
                    all.get(&*key).copied()
                }
                _ => key.parse().ok(),
            };
            indices.push(index.unwrap_or(usize::MAX));
            value = match value {
                Value::Object(members) => members.get(&*key).unwrap_or(&Value::Null),
                Value::Array(_) => index
                    .and_then(|index| value.get(index))
                    .unwrap_or(&Value::Null),
                _ => &Value::Null,
            };
        }
        indices
    }
}

/// The operations of the methods that the generator knows.
fn methods(item: &PathItem) -> impl Iterator<Item = (Method, &Operation)> {
    [
        (Method::Get, &item.get),
        (Method::Post, &item.post),
        (Method::Put, &item.put),
        (Method::Patch, &item.patch),
        (Method::Delete, &item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}
