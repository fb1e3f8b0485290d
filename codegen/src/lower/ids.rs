//! The resource that a parameter of a path is the id of.

use crate::document::{Document, Endpoint};
use crate::ir::{Path, Type};

use super::placement::Placement;
use super::shape::{Node, Shape};
use super::success::success_schema;

/// The resource that the parameter `name` of `path` is the id of: that in the response of the operation whose path ends with
/// the parameter.
///
/// In `/v1/customers/{customer}/sources/{id}`, `customer` is the id of the resource that `/v1/customers/{customer}`
/// retrieves, updates or deletes. Nothing else in the document states it: the schema of a path parameter is a string.
pub(super) fn of_parameter(
    document: &Document,
    placement: &Placement,
    path: &str,
    name: &str,
) -> Option<Type> {
    let parameter = format!("{{{name}}}");
    let end = path.find(&parameter)? + parameter.len();
    let path = path.get(..end)?;
    let mut endpoints: Vec<_> = document.endpoints_at(path).collect();
    endpoints.sort_by_key(|endpoint| endpoint.method);
    let mut resources = endpoints
        .iter()
        .filter_map(|it| resource(document, placement, it));
    resources.next().cloned().map(Type::Named)
}

/// The resource in the response of an operation; of a deleted counterpart, the live resource.
fn resource<'p>(
    document: &Document,
    placement: &'p Placement,
    endpoint: &Endpoint<'_>,
) -> Option<&'p Path> {
    let (node, at) = success_schema(endpoint)?;
    let places = node.references().into_iter().filter_map(|reference| {
        let (name, schema) = document.resolve(reference, &at).ok()?;
        has_id(schema.into()).then(|| placement.get(name)).flatten()
    });
    let mut live = places.filter_map(|placed| match placed.tag.deleted {
        true => {
            let object = placed.tag.object.as_deref()?;
            Some(&placement.tagged(object, false)?.1.path)
        }
        false => Some(&placed.path),
    });
    let first = live.next()?;
    live.all(|other| other == first).then_some(first)
}

/// Whether a component has an id, or is a union.
fn has_id(node: Node<'_>) -> bool {
    match node.shape() {
        Some(Shape::Object(object)) => object.properties.contains_key("id"),
        Some(Shape::Union(_) | Shape::Reference(_)) => true,
        _ => false,
    }
}
