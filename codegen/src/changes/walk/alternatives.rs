//! The alternatives of a parameter that accepts values of several types.

use serde_json::Value;

use crate::changes::change::{Change, ChangeKind, Class, Subject};
use crate::changes::rust::RustType;
use crate::changes::schema::{self, SchemaKind};
use crate::changes::side::Side;

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
        let old = alternatives(self.old, &pair.old, old);
        let new = alternatives(self.new, &pair.new, new);
        let matches = matched(old, new, |it| it.description.clone());
        for it in matches.removed {
            self.alternative_alone(pair, ChangeKind::Removed, it);
        }
        for it in matches.added {
            self.alternative_alone(pair, ChangeKind::Added, it);
        }
        for (old, new) in matches.both {
            self.details(&pair.inner(old.site, new.site));
        }
    }

    fn alternative_alone(&mut self, pair: &SitePair<'a>, kind: ChangeKind, it: Alternative<'a>) {
        let (parameter, class) = (pair.site(kind), Class::of(kind));
        let api = format!("{}: {}", pair.api, it.description);
        let (classes, pointer) = ((parameter.rust.class(class), class), it.site.pointer);
        let rust = pair.new.label.clone().or_else(|| pair.old.label.clone());
        self.push(Change::new(
            kind,
            Subject::Alternative,
            classes,
            (pointer, api, rust),
        ));
    }
}

/// The alternatives in one document, from their schemas and indices.
fn alternatives<'a>(
    side: &'a Side,
    parameter: &Site<'a>,
    schemas: &[(usize, &'a Value)],
) -> Vec<Alternative<'a>> {
    let mut alternatives: Vec<Alternative<'a>> = Vec::new();
    let mut types = types(side, parameter, schemas).into_iter();
    for &(index, schema) in schemas {
        let mut description = describe(side, schema);
        while alternatives.iter().any(|it| it.description == description) {
            description.push_str(", another");
        }
        let mut site = parameter.inner(schema, schema::any_of(parameter.schema));
        site.pointer = site.pointer.index(index);
        if !is_enumeration(schema) && !matches!(site.rust, RustType::Unknown) {
            site.rust = types.next().unwrap_or(RustType::Hidden);
        }
        alternatives.push(Alternative { description, site });
    }
    alternatives
}

fn describe(side: &Side, schema: &Value) -> String {
    let description = schema::describe(schema, &|name| side.component(name));
    let title = schema.get("title").and_then(Value::as_str);
    match (SchemaKind::of(schema), title) {
        (SchemaKind::Reference(name), _) => format!("{description} {name}"),
        (SchemaKind::Object(_), Some(title)) => format!("{description} {title}"),
        _ => description,
    }
}

/// The Rust types of the alternatives that are not enumerations: the variants of those are in the enum of the parameter itself.
/// None if the model has another number of them.
fn types<'a>(
    side: &'a Side,
    parameter: &Site<'a>,
    schemas: &[(usize, &Value)],
) -> Vec<RustType<'a>> {
    let types = side.named(parameter.rust).map(|it| it.alternatives());
    let count = schemas.iter().filter(|it| !is_enumeration(it.1)).count();
    let types = types.filter(|types| types.len() == count);
    let types = types.unwrap_or_default().into_iter();
    types.map(RustType::Type).collect()
}

fn is_enumeration(schema: &Value) -> bool {
    matches!(SchemaKind::of(schema), SchemaKind::Values { .. })
}
