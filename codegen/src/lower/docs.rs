//! The documentation of types and fields: prose from the document or the overlay, facts from the schema.

use std::fmt::Display;

use openapiv3::{ReferenceOr, Schema, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty};

use crate::document::{Document, schema_pointer};
use crate::ir::Docs;
use crate::pointer::Pointer;

use super::shape::{Node, Shape};
use super::ty::{SchemaAt, Sender};

/// The prose and the link of the schema at `at`: those that the overlay attaches to the place, or else its own.
pub(super) fn of_schema(document: &Document, node: Node<'_>, at: &Pointer) -> Docs {
    let attached = document.prose(at).cloned().unwrap_or_default();
    let own = match node {
        Node::Schema(schema) => Some(&schema.schema_data),
        Node::Reference(_) => None,
    };
    let link = || Some(own?.external_docs.as_ref()?.url.clone());
    Docs {
        prose: attached.description.or_else(|| own?.description.clone()),
        facts: Vec::new(),
        link: attached.link.or_else(link),
    }
}

/// The documentation of a type: its prose, or the fact that it is the `noun` of a field of the API, or the response.
pub(super) fn of_part(document: &Document, site: SchemaAt<'_, '_>, noun: &str) -> Docs {
    let docs = of_node(document, site.node, site.at);
    let fact = match site.field {
        "" => "the response".to_owned(),
        field => format!("{noun} of the API field `{field}`"),
    };
    Docs {
        facts: docs.prose.is_none().then_some(fact).into_iter().collect(),
        ..docs
    }
}

/// The documentation of a field: its prose and its format; of a parameter, its limits too.
pub(super) fn of_field(document: &Document, site: SchemaAt<'_, '_>) -> Docs {
    let mut docs = of_node(document, site.node, site.at);
    if let Node::Schema(schema) = site.node {
        let mut types = Vec::new();
        collect_types(schema, &mut types);
        types.iter().for_each(|ty| format(ty, &mut docs.facts));
        if matches!(site.scope.sender, Sender::Request { .. }) {
            types.iter().for_each(|ty| limits(ty, &mut docs.facts));
        }
        let deprecated = schema.schema_data.deprecated;
        let fact = deprecated.then(|| "deprecated by Stripe".to_owned());
        docs.facts.extend(fact);
    }
    docs
}

/// The prose of the schema at `at`; of a reference without prose, that of the component.
fn of_node(document: &Document, node: Node<'_>, at: &Pointer) -> Docs {
    let own = of_schema(document, node, at);
    let target = match Shape::of(node, at) {
        Ok(Shape::Reference(reference)) if own.prose.is_none() => {
            document.resolve(reference, at).ok()
        }
        _ => None,
    };
    let docs = target.map_or(own, |(name, schema)| {
        of_schema(document, schema.into(), &schema_pointer(name))
    });
    Docs { link: None, ..docs }
}

/// Collects the type of a schema, or those of its alternatives.
fn collect_types<'d>(schema: &'d Schema, out: &mut Vec<&'d Type>) {
    match &schema.schema_kind {
        SchemaKind::Type(ty) => out.push(ty),
        SchemaKind::AnyOf { any_of } => {
            let schemas = any_of.iter().filter_map(ReferenceOr::as_item);
            schemas.for_each(|schema| collect_types(schema, out));
        }
        _ => {}
    }
}

/// The limit that Stripe sets for all text that has no limit of its own.
const BLANKET_LENGTH: usize = 5000;

fn limits(ty: &Type, facts: &mut Vec<String>) {
    match ty {
        Type::String(string) if string.enumeration.is_empty() => {
            let longest = string.max_length.filter(|it| *it != BLANKET_LENGTH);
            range(string.min_length, longest, " character", facts);
            let pattern = string.pattern.as_ref();
            facts.extend(pattern.map(|pattern| format!("must match `{pattern}`")));
        }
        Type::Integer(integer) => range(integer.minimum, integer.maximum, "", facts),
        Type::Array(array) => range(array.min_items, array.max_items, " element", facts),
        _ => {}
    }
}

/// Both ends of a range of numbers, each followed by `unit`, a noun in the singular.
fn range<N: Display>(least: Option<N>, most: Option<N>, unit: &str, facts: &mut Vec<String>) {
    for (words, limit) in [("at least", least), ("at most", most)] {
        let Some(limit) = limit.map(|it| it.to_string()) else {
            continue;
        };
        let plural = match unit.is_empty() || limit == "1" {
            true => "",
            false => "s",
        };
        facts.push(format!("{words} {limit}{unit}{plural}"));
    }
}

fn format(ty: &Type, facts: &mut Vec<String>) {
    if let Type::String(string) = ty
        && string.enumeration.is_empty()
    {
        facts.extend(text_format(&string.format));
    }
}

fn text_format(format: &VariantOrUnknownOrEmpty<StringFormat>) -> Option<String> {
    // Without a format, `null`.
    match serde_json::to_value(format).ok()?.as_str()? {
        // The type of the field shows that it is a file.
        "binary" => None,
        "currency" => Some("three-letter ISO currency code in lower case".to_owned()),
        "decimal" => Some("a decimal number as text".to_owned()),
        name => Some(format!("format `{name}`")),
    }
}
