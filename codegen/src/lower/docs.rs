//! What is said of types and fields: prose from the document or the overlay, facts from the schema.

use openapiv3::{Schema, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty};

use crate::ir::Docs;

use super::shape::Node;

/// The prose and the link of a schema.
pub(super) fn of_schema(schema: &Schema) -> Docs {
    let data = &schema.schema_data;
    Docs {
        prose: data.description.clone(),
        facts: Vec::new(),
        link: data.external_docs.as_ref().map(|docs| docs.url.clone()),
    }
}

/// What is said of the type that is made of a schema, with one fact: what it is in the API.
pub(super) fn of_type(schema: &Schema, fact: String) -> Docs {
    Docs {
        facts: vec![fact],
        ..of_schema(schema)
    }
}

/// The fact about the type of an object in the field `field` of the API. For a response, `field` is empty.
pub(super) fn within(field: &str) -> String {
    match field {
        "" => "The response".to_owned(),
        field => format!("In the API field `{field}`"),
    }
}

/// The fact about the enumeration of what the field `field` of the API holds.
pub(super) fn values_of(field: &str) -> String {
    format!("The values of the API field `{field}`")
}

/// The prose of a schema wherever it stands; of a reference, that of what it leads to.
pub(super) fn of_node(node: Node<'_>, target: Option<&Schema>) -> Docs {
    match (node, target) {
        (Node::Schema(schema), _) if schema.schema_data.description.is_some() => Docs {
            link: None,
            ..of_schema(schema)
        },
        (_, Some(target)) => Docs {
            link: None,
            ..of_schema(target)
        },
        _ => Docs::default(),
    }
}

/// What is said of the type that is made of what stands in the place of a field, with one fact.
pub(super) fn of_part(node: Node<'_>, fact: String) -> Docs {
    Docs {
        facts: vec![fact],
        ..of_node(node, None)
    }
}

/// The facts of a field: its name in the API, its limits, its format.
pub(super) fn facts(wire: &str, node: Node<'_>, expandable: bool) -> Vec<String> {
    let mut facts = vec![format!("API field `{wire}`")];
    if let Node::Schema(schema) = node {
        limits(schema, &mut facts);
        if schema.schema_data.deprecated {
            facts.push("deprecated by Stripe".to_owned());
        }
    }
    if expandable {
        facts.push("expandable".to_owned());
    }
    facts
}

fn limits(schema: &Schema, facts: &mut Vec<String>) {
    match &schema.schema_kind {
        SchemaKind::Type(Type::String(string)) if string.enumeration.is_empty() => {
            facts.extend(text_format(&string.format));
            if let Some(length) = string.min_length {
                facts.push(format!("at least {length} characters"));
            }
            if let Some(length) = string.max_length {
                facts.push(format!("at most {length} characters"));
            }
            if let Some(pattern) = &string.pattern {
                facts.push(format!("must match `{pattern}`"));
            }
        }
        SchemaKind::Type(Type::Integer(integer)) => {
            facts.extend(integer.minimum.map(|limit| format!("at least {limit}")));
            facts.extend(integer.maximum.map(|limit| format!("at most {limit}")));
        }
        SchemaKind::Type(Type::Array(array)) => {
            facts.extend(
                array
                    .min_items
                    .map(|limit| format!("at least {limit} elements")),
            );
            facts.extend(
                array
                    .max_items
                    .map(|limit| format!("at most {limit} elements")),
            );
        }
        SchemaKind::AnyOf { any_of } => {
            for member in any_of.iter().filter_map(openapiv3::ReferenceOr::as_item) {
                limits(member, facts);
            }
        }
        _ => {}
    }
}

fn text_format(format: &VariantOrUnknownOrEmpty<StringFormat>) -> Option<String> {
    let name = match format {
        VariantOrUnknownOrEmpty::Unknown(name) => match name.as_str() {
            "currency" => return Some("three-letter ISO currency code in lower case".to_owned()),
            "decimal" => return Some("a decimal number as text".to_owned()),
            name => name,
        },
        VariantOrUnknownOrEmpty::Item(StringFormat::Date) => "date",
        VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => "date-time",
        VariantOrUnknownOrEmpty::Item(StringFormat::Password) => "password",
        VariantOrUnknownOrEmpty::Item(StringFormat::Byte) => "byte",
        VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => "binary",
        VariantOrUnknownOrEmpty::Empty => return None,
    };
    Some(format!("format `{name}`"))
}
