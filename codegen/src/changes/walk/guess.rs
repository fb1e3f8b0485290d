//! Guesses at renames: something that was removed resembles something that was added, and nothing else does.

use serde_json::{Map, Value};

use crate::changes::change::ChangeKind;
use crate::changes::schema::{self, SchemaKind};

use super::property::Property;

/// A guess that something has another name in the new document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
    evidence: &'static str,
}

impl Guess<'_> {
    /// For the one that was removed or added; `new` is the new name to show.
    pub(super) fn text(&self, kind: ChangeKind, new: &str) -> String {
        match kind {
            ChangeKind::Removed => format!("renamed to `{new}` ({})", self.evidence),
            _ => format!("renamed from `{}` ({})", self.old, self.evidence),
        }
    }
}

/// The fields or parameters that were probably renamed.
pub(super) fn properties<'a>(alone: &[(ChangeKind, Property<'a>)]) -> Vec<Guess<'a>> {
    let of = |kind| alone.iter().filter(move |it| it.0 == kind).map(|it| &it.1);
    let (removed, added) = (|| of(ChangeKind::Removed), || of(ChangeKind::Added));
    let fit = |old: &Property<'_>, new: &Property<'_>| {
        old.required == new.required
            && same(old.site.schema, new.site.schema)
            && (is_distinctive(old.site.schema) || are_similar(old.name, new.name))
    };
    let guesses = removed().filter_map(|old| {
        let mut fitting = added().filter(|new| fit(old, new));
        let new = fitting.next().filter(|_| fitting.next().is_none())?;
        let is_only = removed().filter(|old| fit(old, new)).count() == 1;
        is_only.then_some(Guess {
            old: old.name,
            new: new.name,
            evidence: match are_similar(old.name, new.name) {
                true => "same schema, similar name",
                false => "the only one with the same schema",
            },
        })
    });
    guesses.collect()
}

/// The path parameters that have other names in the same positions.
pub(super) fn path_parameters<'a>(old: &'a str, new: &'a str) -> Vec<Guess<'a>> {
    let pairs = old.split('/').zip(new.split('/'));
    let name = |part: &'a str| part.strip_prefix('{')?.strip_suffix('}');
    pairs
        .filter_map(|(old, new)| Some((name(old)?, name(new)?)))
        .filter(|(old, new)| old != new)
        .map(|(old, new)| Guess {
            old,
            new,
            evidence: "same position in the path",
        })
        .collect()
}

/// The value that was probably renamed, if one was removed and one was added. Values have their indices.
pub(super) fn value<'a>(alone: &[(ChangeKind, (usize, &'a str))]) -> Option<Guess<'a>> {
    let [
        (ChangeKind::Removed, (_, old)),
        (ChangeKind::Added, (_, new)),
    ] = alone
    else {
        return None;
    };
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    (letters(old) == letters(new)).then_some(Guess {
        old,
        new,
        evidence: "same letters",
    })
}

/// Whether two schemas are the same except for their prose.
fn same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            facts(old).count() == facts(new).count()
                && facts(old)
                    .all(|(key, value)| new.get(key).is_some_and(|other| same(value, other)))
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (old, new) => old == new,
    }
}

/// The members of a schema without prose. A property may be called `title`; its value is an object.
fn facts(members: &Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let is_prose =
        |key: &str, value: &Value| ["description", "title"].contains(&key) && value.is_string();
    members
        .iter()
        .filter(move |(key, value)| !is_prose(key, value))
}

/// Whether few schemas are like this one: most strings and numbers have the same schema.
fn is_distinctive(schema: &Value) -> bool {
    match SchemaKind::of(schema) {
        SchemaKind::Object(properties) => properties.len() > 1,
        SchemaKind::Values { .. } => schema::values(schema).count() > 2,
        SchemaKind::Array(Some(items)) => is_distinctive(items),
        SchemaKind::Clearable(value) => is_distinctive(value),
        _ => false,
    }
}

/// Whether at least half of the words of two names are the same.
fn are_similar(old: &str, new: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_ascii_alphanumeric());
        words.map(str::to_ascii_lowercase).collect()
    };
    let (old, new) = (words(old), words(new));
    let common = old.iter().filter(|word| new.contains(word)).count();
    2 * common >= old.len().max(new.len())
}

#[cfg(test)]
mod tests {
    use super::{ChangeKind, are_similar, is_distinctive, path_parameters, same, value};
    use serde_json::json;

    #[test]
    fn names_are_similar_if_half_of_their_words_are_the_same() {
        for (old, new) in [("receipt_email", "email"), ("email", "receipt_email")] {
            assert!(are_similar(old, new), "{old} {new}");
        }
        assert!(!are_similar("tax_info", "tax_id_data"));
        assert!(!are_similar("tax_id_data", "tax_info"));
        assert!(!are_similar("source", "payment_method"));
    }

    #[test]
    fn prose_is_not_compared() {
        let schema = |text| json!({ "type": "string", "description": text, "maxLength": 5 });
        assert!(same(&schema("a"), &schema("b")));
        assert!(!same(
            &schema("a"),
            &json!({ "type": "string", "maxLength": 6 })
        ));
        let field = |kind| json!({ "properties": { "title": { "type": kind } } });
        assert!(!same(&field("string"), &field("integer")));
    }

    #[test]
    fn schemas_with_many_parts_are_distinctive() {
        let values = json!({ "type": "string", "enum": ["a", "b", "c"] });
        let properties = json!({ "type": "object", "properties": { "a": {}, "b": {} } });
        let empty = json!({ "type": "string", "enum": [""] });
        for distinctive in [
            json!({ "type": "array", "items": values }),
            json!({ "anyOf": [properties, empty] }),
            values,
            properties,
        ] {
            assert!(is_distinctive(&distinctive), "{distinctive}");
        }
        for other in [
            json!({ "type": "string" }),
            json!({ "type": "array", "items": { "type": "string" } }),
            json!({ "type": "array" }),
            json!({ "anyOf": [{ "type": "integer" }, empty] }),
            json!({ "type": "object", "properties": { "a": {} } }),
        ] {
            assert!(!is_distinctive(&other), "{other}");
        }
    }

    #[test]
    fn values_and_parameters_in_paths() {
        let alone = |old, new| {
            let (old, new) = ((0, old), (1, new));
            [(ChangeKind::Removed, old), (ChangeKind::Added, new)]
        };
        assert!(value(&alone("in-transit", "in_transit")).is_some());
        assert!(value(&alone("card", "card_present")).is_none());
        let guesses = path_parameters(
            "/v1/customers/{id}/cards/{card}",
            "/v1/customers/{customer}/cards/{card}",
        );
        assert_eq!(
            guesses
                .iter()
                .map(|it| it.text(ChangeKind::Added, it.new))
                .collect::<Vec<_>>(),
            ["renamed from `id` (same position in the path)"]
        );
    }
}
