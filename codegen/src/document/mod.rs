//! The OpenAPI document behind one type.

mod check;
mod keywords;
mod schema;

use openapiv3::{OpenAPI, Operation, PathItem, ReferenceOr, Schema};
use serde::Deserialize;
use serde_json::Value;

use crate::error::{Error, Errors};
use crate::ir::Method;
use crate::pointer::Pointer;

/// A checked OpenAPI 3.0 document.
#[derive(Clone, Debug)]
pub struct Document {
    openapi: OpenAPI,
}

/// An operation and where it is.
#[derive(Clone, Debug)]
pub struct Endpoint<'d> {
    /// The method.
    pub method: Method,
    /// The path, with the names of parameters in braces.
    pub path: &'d str,
    /// The operation.
    pub operation: &'d Operation,
    /// The place of the operation.
    pub pointer: Pointer,
}

impl Document {
    /// Checks `value`, the document after the overlay, and takes it in.
    ///
    /// # Errors
    ///
    /// Every place that is not OpenAPI 3.0, or has a keyword that is not understood.
    pub fn new(mut value: Value) -> Result<Self, Errors> {
        check::document(&mut value)?;
        // What `check` let pass is what `openapiv3` reads; should they differ, the place is unknown.
        let openapi = OpenAPI::deserialize(value).map_err(|error| {
            Error::document(
                &Pointer::root(),
                format!("expected an OpenAPI 3.0 document: {error}"),
            )
        })?;
        Ok(Self { openapi })
    }

    /// The version of the API that the document describes.
    #[must_use]
    pub fn api_version(&self) -> &str {
        &self.openapi.info.version
    }

    /// All operations, in the order of the document.
    pub fn endpoints(&self) -> impl Iterator<Item = Endpoint<'_>> {
        let items = self.openapi.paths.paths.iter();
        items.flat_map(|(path, item)| endpoints_of(path, item))
    }

    /// The operations of one path.
    pub fn endpoints_at<'d>(&'d self, path: &str) -> impl Iterator<Item = Endpoint<'d>> {
        let item = self.openapi.paths.paths.get_key_value(path);
        item.into_iter()
            .flat_map(|(path, item)| endpoints_of(path, item))
    }

    /// The operations of other methods than [`Method`] has, each with its id, its method and its place.
    pub(crate) fn other_operations(&self) -> impl Iterator<Item = (&str, &str, Pointer)> {
        let items = self.openapi.paths.paths.iter();
        let items = items.filter_map(|(path, item)| Some((path, item.as_item()?)));
        items.flat_map(|(path, item)| {
            let is_known = |method: &str| methods(item).any(|(_, known, _)| known == method);
            let others = item.iter().filter(move |(method, _)| !is_known(method));
            others.filter_map(move |(method, operation)| {
                let at = Pointer::root().keys(["paths", path, method]);
                Some((operation.operation_id.as_deref()?, method, at))
            })
        })
    }

    /// `errors` in the order of the document; those in other inputs come after.
    pub(crate) fn sort(&self, errors: Errors) -> Errors {
        let value = serde_json::to_value(&self.openapi).unwrap_or_default();
        errors.sorted_by_key(|error| (error.input, position(&value, &error.pointer)))
    }

    /// The component schema `name`, if there is one that is no reference to another.
    #[must_use]
    pub fn schema<'d>(&'d self, name: &str) -> Option<(&'d str, &'d Schema)> {
        let schemas = &self.openapi.components.as_ref()?.schemas;
        let (name, schema) = schemas.get_key_value(name)?;
        Some((name, schema.as_item()?))
    }

    /// The component schema that `reference` names.
    ///
    /// # Errors
    ///
    /// When there is none, or it is itself a reference.
    pub fn resolve<'d, 'r>(
        &'d self,
        reference: &'r str,
        at: &Pointer,
    ) -> Result<(&'r str, &'d Schema), Error> {
        let name = component(reference).ok_or_else(|| {
            Error::document(
                at,
                format!("expected a reference to `#/components/schemas/…`, found `{reference}`"),
            )
        })?;
        match self
            .openapi
            .components
            .as_ref()
            .and_then(|all| all.schemas.get(name))
        {
            Some(ReferenceOr::Item(schema)) => Ok((name, schema)),
            Some(ReferenceOr::Reference { .. }) => Err(Error::document(
                &schema_pointer(name),
                "expected a schema, found a reference to another",
            )),
            None => Err(Error::document(
                at,
                format!(
                    "expected a reference to a component, found `{reference}`, which is not there"
                ),
            )),
        }
    }
}

fn endpoints_of<'d>(
    path: &'d str,
    item: &'d ReferenceOr<PathItem>,
) -> impl Iterator<Item = Endpoint<'d>> {
    let methods = item.as_item().into_iter().flat_map(methods);
    methods.map(move |(method, key, operation)| Endpoint {
        method,
        path,
        operation,
        pointer: Pointer::root().keys(["paths", path, key]),
    })
}

/// The name in a reference to a component schema.
#[must_use]
pub fn component(reference: &str) -> Option<&str> {
    reference.strip_prefix("#/components/schemas/")
}

/// The place of the component schema `name`.
#[must_use]
pub fn schema_pointer(name: &str) -> Pointer {
    Pointer::root().keys(["components", "schemas", name])
}

/// Where `pointer` leads, as the index of each of its keys among its siblings. What is not there comes last.
fn position(mut value: &Value, pointer: &Pointer) -> Vec<usize> {
    let mut indices = Vec::new();
    for key in pointer.parts() {
        let index = match value {
            Value::Object(members) => members.keys().position(|known| *known == key),
            _ => key.parse().ok(),
        };
        indices.push(index.unwrap_or(usize::MAX));
        value = match value {
            Value::Object(members) => members.get(&key).unwrap_or(&Value::Null),
            Value::Array(_) => index
                .and_then(|index| value.get(index))
                .unwrap_or(&Value::Null),
            _ => &Value::Null,
        };
    }
    indices
}

/// Whether `key` is the name of a vendor extension, where names and extensions stand side by side.
pub(crate) fn is_extension(key: &str) -> bool {
    key.starts_with("x-")
}

/// Whether the key `key` of a path item holds an operation, of whichever method.
pub(crate) fn is_method(key: &str) -> bool {
    const METHODS: [&str; 8] = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ];
    METHODS.contains(&key)
}

/// The operations of the methods that the generator knows.
fn methods(item: &PathItem) -> impl Iterator<Item = (Method, &'static str, &Operation)> {
    [
        (Method::Get, "get", &item.get),
        (Method::Post, "post", &item.post),
        (Method::Delete, "delete", &item.delete),
    ]
    .into_iter()
    .filter_map(|(method, key, operation)| Some((method, key, operation.as_ref()?)))
}
