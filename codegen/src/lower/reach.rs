//! What the selected operations reach.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{ReferenceOr, Response, Schema, StatusCode};

use crate::Config;
use crate::document::{Document, Endpoint, schema_pointer};
use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;

use super::shape::{Node, Shape};

/// The operations, and all component schemas that they reach by name, each once, nearest first.
pub(super) struct Reached<'d> {
    pub(super) endpoints: Vec<Endpoint<'d>>,
    pub(super) components: Vec<(&'d str, &'d Schema)>,
}

impl<'d> Reached<'d> {
    /// Follows every reference from the operations that `config` names.
    pub(super) fn from(document: &'d Document, config: &Config) -> Result<Self, Errors> {
        let endpoints = select(document, config)?;
        let mut errors = Vec::new();
        let mut reached = Vec::new();
        for endpoint in &endpoints {
            for (schema, at) in bodies(endpoint) {
                references(schema, &at, &mut reached, &mut errors);
            }
        }
        let mut reach = Closure {
            document,
            seen: BTreeSet::new(),
            components: Vec::new(),
            errors,
        };
        reach.follow(reached);
        for (index, always) in config.schemas.iter().enumerate() {
            let at = Pointer::root().key("schemas").index(index);
            reach.add(&always.schema, &at);
        }
        let Closure {
            components, errors, ..
        } = reach;
        Errors::or(
            errors,
            Self {
                endpoints,
                components,
            },
        )
    }
}

/// The components that have been reached up to now.
struct Closure<'d> {
    document: &'d Document,
    seen: BTreeSet<&'d str>,
    components: Vec<(&'d str, &'d Schema)>,
    errors: Vec<Error>,
}

impl<'d> Closure<'d> {
    /// Adds what the references lead to, and all that this leads to.
    fn follow(&mut self, mut references: Vec<(&'d str, Pointer)>) {
        let mut next = 0;
        while let Some((reference, at)) = references.get(next).cloned() {
            next += 1;
            match self.document.resolve(reference, &at) {
                Ok((name, schema)) => self.reach(name, schema, &mut references),
                Err(error) => self.errors.push(error),
            }
        }
    }

    /// Adds a component that the configuration wants, and all that it leads to.
    fn add(&mut self, name: &str, at: &Pointer) {
        let Some((name, schema)) = self.document.schema(name) else {
            let problem = format!("the document has no component schema `{name}`");
            self.errors.push(Error::new(Input::Config, at, problem));
            return;
        };
        let mut references = Vec::new();
        self.reach(name, schema, &mut references);
        self.follow(references);
    }

    fn reach(&mut self, name: &'d str, schema: &'d Schema, out: &mut Vec<(&'d str, Pointer)>) {
        if self.seen.insert(name) {
            self.components.push((name, schema));
            let at = schema_pointer(name);
            references(Node::Schema(schema), &at, out, &mut self.errors);
        }
    }
}

fn select<'d>(document: &'d Document, config: &Config) -> Result<Vec<Endpoint<'d>>, Errors> {
    let with_ids = document.endpoints().filter_map(|endpoint| {
        let id = endpoint.operation.operation_id.as_deref()?;
        Some((id, endpoint))
    });
    let by_id: BTreeMap<_, _> = with_ids.collect();
    let mut errors = Vec::new();
    let mut endpoints = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, id) in config.operations.iter().enumerate() {
        let problem = match by_id.get(id.as_str()) {
            _ if !seen.insert(id) => format!("expected each operation once, found `{id}` again"),
            Some(endpoint) => {
                endpoints.push(endpoint.clone());
                continue;
            }
            None => match of_other_method(document, id) {
                Some(error) => {
                    errors.push(error);
                    continue;
                }
                None => format!(
                    "expected the `operationId` of an operation of the document, found `{id}`"
                ),
            },
        };
        let at = Pointer::root().key("operations").index(index);
        errors.push(Error::new(Input::Config, &at, problem));
    }
    Errors::or(errors, endpoints)
}

/// What is wrong with the operation `id`, if it is there and of a method that no request is made of.
fn of_other_method(document: &Document, id: &str) -> Option<Error> {
    let mut others = document.other_operations();
    let (_, method, at) = others.find(|(other, ..)| *other == id)?;
    let found = method.to_ascii_uppercase();
    let problem = format!("expected an operation of `GET`, `POST` or `DELETE`, found `{found}`");
    Some(Error::document(&at, problem).help(format!(
        "leave `{id}` out of the operations that are generated"
    )))
}

/// The schemas of what Stripe answers, with their places: the success first, then the error.
fn bodies<'d>(endpoint: &Endpoint<'d>) -> Vec<(Node<'d>, Pointer)> {
    let responses = &endpoint.operation.responses;
    let at = endpoint.pointer.key("responses");
    let success = responses
        .responses
        .iter()
        .map(|(status, response)| (response, at.key(&status.to_string())));
    let error = responses
        .default
        .iter()
        .map(|response| (response, at.key("default")));
    success
        .chain(error)
        .filter_map(|(response, at)| json_schema(response, &at))
        .collect()
}

/// What Stripe answers when all is well, with its place: to the status 200, or else to any that is a success.
pub(super) fn success<'d>(endpoint: &Endpoint<'d>) -> Option<(&'d ReferenceOr<Response>, Pointer)> {
    let responses = &endpoint.operation.responses.responses;
    let mut statuses = [StatusCode::Code(200), StatusCode::Range(2)].into_iter();
    statuses.find_map(|status| {
        let at = endpoint.pointer.keys(["responses", &status.to_string()]);
        Some((responses.get(&status)?, at))
    })
}

/// The schema of what Stripe answers when all is well, if that is JSON.
pub(super) fn success_schema<'d>(endpoint: &Endpoint<'d>) -> Option<(Node<'d>, Pointer)> {
    let (response, at) = success(endpoint)?;
    json_schema(response, &at)
}

fn json_schema<'d>(
    response: &'d ReferenceOr<Response>,
    at: &Pointer,
) -> Option<(Node<'d>, Pointer)> {
    const JSON: &str = "application/json";
    let schema = response.as_item()?.content.get(JSON)?.schema.as_ref()?;
    Some((schema.into(), at.keys(["content", JSON, "schema"])))
}

/// Collects the references in a schema, in the order of the document.
fn references<'d>(
    node: Node<'d>,
    at: &Pointer,
    out: &mut Vec<(&'d str, Pointer)>,
    errors: &mut Vec<Error>,
) {
    visit(node, at, &mut |shape, at| match shape {
        Ok(Shape::Reference(reference)) => out.push((reference, at.clone())),
        Ok(Shape::Expandable(references) | Shape::Union(references)) => {
            out.extend(references.iter().map(|reference| (*reference, at.clone())));
        }
        Ok(_) => {}
        Err(error) => errors.push(error.clone()),
    });
}

/// Calls `found` with the shape of `node` and of every schema inside it, parents first.
fn visit<'d>(
    node: Node<'d>,
    at: &Pointer,
    found: &mut dyn FnMut(&Result<Shape<'d>, Error>, &Pointer),
) {
    let shape = Shape::of(node, at);
    found(&shape, at);
    match shape {
        Ok(Shape::Object(object)) => {
            for (name, property) in &object.properties {
                visit(property.into(), &at.keys(["properties", name]), found);
            }
        }
        Ok(Shape::Map(values)) => visit(values, &at.key("additionalProperties"), found),
        Ok(Shape::Array(items)) => visit(items, &at.key("items"), found),
        Ok(Shape::OneOf(alternatives)) => {
            for (index, schema) in alternatives.members {
                visit(schema.into(), &at.key("anyOf").index(index), found);
            }
        }
        Ok(Shape::Clearable(value)) => visit(value, &at.key("anyOf").index(0), found),
        _ => {}
    }
}
