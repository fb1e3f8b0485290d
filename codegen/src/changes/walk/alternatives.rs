//! The alternatives of a parameter that accepts values of several types.

use serde_json::Value;

use crate::changes::change::{Change, Class, Subject};
use crate::changes::rust::RustType;
use crate::changes::schema::{self, SchemaKind};

use super::Walk;
use super::matching::matched;
use super::site::{Site, SitePair};

/// An alternative in one document.
#[derive(Clone)]
struct Alternative<'a> {
    /// A description that no other alternative has.
    description: String,
    site: Site<'a>,
}

impl<'a> Walk<'a> {
    pub(super) fn alternatives(
        &mut self,
        pair: &SitePair<'a>,
        old: &[(usize, &'a Value)],
        new: &[(usize, &'a Value)],
    ) {
        let (old, new) = (alternatives(&pair.old, old), alternatives(&pair.new, new));
        let matches = matched(old, new, |it| it.description.clone());
        for (kind, it) in matches.alone {
            let (parameter, class) = (kind.of(&pair.old, &pair.new).0, Class::of(kind));
            let classes = (parameter.rust.class(class), class);
            self.push(Change {
                pointer: it.site.pointer,
                api: format!("{}: {}", pair.api, it.description),
                ..pair.change(kind, Subject::Alternative, classes)
            });
        }
        for (old, new) in matches.both {
            self.details(&pair.inner(old.site, new.site));
        }
    }
}

/// The alternatives in one document, from their schemas and indices.
fn alternatives<'a>(parameter: &Site<'a>, schemas: &[(usize, &'a Value)]) -> Vec<Alternative<'a>> {
    let mut alternatives: Vec<Alternative<'a>> = Vec::new();
    let mut types = types(parameter, schemas).into_iter();
    for &(index, schema) in schemas {
        let mut site = parameter.inner(schema, [schema::any_of(parameter.schema)]);
        site.pointer = site.pointer.index(index);
        let mut description = describe(&site);
        while alternatives.iter().any(|it| it.description == description) {
            description.push_str(", another");
        }
        if !is_enumeration(schema) && !matches!(site.rust, RustType::Unknown) {
            site.rust = types.next().unwrap_or(RustType::Hidden);
        }
        alternatives.push(Alternative { description, site });
    }
    alternatives
}

fn describe(site: &Site<'_>) -> String {
    let description = site.describe();
    let title = site.schema.get("title").and_then(Value::as_str);
    match (SchemaKind::of(site.schema), title) {
        (SchemaKind::Reference(name), _) => format!("{description} {name}"),
        (SchemaKind::Object(_), Some(title)) => format!("{description} {title}"),
        _ => description,
    }
}

/// The Rust types of the alternatives that are not enumerations: the variants of those are in the enum of the parameter itself.
/// None if the model has another number of them.
fn types<'a>(parameter: &Site<'a>, schemas: &[(usize, &Value)]) -> Vec<RustType<'a>> {
    let types = parameter.named().map(|it| it.alternatives());
    let count = schemas.iter().filter(|it| !is_enumeration(it.1)).count();
    let types = types.filter(|types| types.len() == count);
    let types = types.unwrap_or_default().into_iter();
    types.map(RustType::Type).collect()
}

fn is_enumeration(schema: &Value) -> bool {
    matches!(SchemaKind::of(schema), SchemaKind::Values { .. })
}
