//! Guesses at what was renamed: what has gone and what has come are alike, and nothing else is.

use serde_json::Value;

use crate::changes::form::{self, Form};

use super::object::Member;

/// A guess that one thing was given another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guess<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
    /// What speaks for it.
    evidence: &'static str,
}

impl Guess<'_> {
    /// What may have become of the old one.
    pub(super) fn became(&self, new: &str) -> String {
        format!("renamed to `{new}`: {}", self.evidence)
    }

    /// What the new one may have been.
    pub(super) fn was(&self) -> String {
        format!("renamed from `{}`: {}", self.old, self.evidence)
    }
}

/// The fields or parameters that were probably renamed.
pub(super) fn members<'a>(removed: &[Member<'a>], added: &[&Member<'a>]) -> Vec<Guess<'a>> {
    let fit = |old: &Member<'_>, new: &Member<'_>| {
        old.required == new.required
            && same(old.spot.schema, new.spot.schema)
            && (is_telling(old.spot.schema) || are_alike(old.name, new.name))
    };
    let mut guesses = Vec::new();
    for old in removed {
        let mut fitting = added.iter().filter(|new| fit(old, new));
        let (Some(new), None) = (fitting.next(), fitting.next()) else {
            continue;
        };
        if removed.iter().filter(|old| fit(old, new)).count() == 1 {
            guesses.push(Guess {
                old: old.name,
                new: new.name,
                evidence: match are_alike(old.name, new.name) {
                    true => "the schema is the same, the name alike",
                    false => "the schema is the same, and no other is",
                },
            });
        }
    }
    guesses
}

/// The parameters in two paths that stand in the same places under other names.
pub(super) fn in_path<'a>(old: &'a str, new: &'a str) -> Vec<Guess<'a>> {
    let pairs = old.split('/').zip(new.split('/'));
    let name = |part: &'a str| part.strip_prefix('{')?.strip_suffix('}');
    pairs
        .filter_map(|(old, new)| Some((name(old)?, name(new)?)))
        .filter(|(old, new)| old != new)
        .map(|(old, new)| Guess {
            old,
            new,
            evidence: "it stands in the same place of the path",
        })
        .collect()
}

/// The value that was probably renamed, if one has gone and one has come.
pub(super) fn value<'a>(removed: &[&'a str], added: &[&'a str]) -> Option<Guess<'a>> {
    let ([old], [new]) = (removed, added) else {
        return None;
    };
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    (letters(old) == letters(new)).then_some(Guess {
        old,
        new,
        evidence: "it has the same letters",
    })
}

/// Whether two schemas are the same but for what is said of them.
fn same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let facts = |members: &serde_json::Map<String, Value>| {
                let prose = |key: &str| ["description", "title", "externalDocs"].contains(&key);
                members.keys().filter(|key| !prose(key)).count()
            };
            facts(old) == facts(new)
                && old.iter().all(|(key, value)| match key.as_str() {
                    "description" | "title" | "externalDocs" if !value.is_object() => true,
                    key => new.get(key).is_some_and(|other| same(value, other)),
                })
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (old, new) => old == new,
    }
}

/// Whether there are few schemas like this one: most texts and numbers are alike.
fn is_telling(schema: &Value) -> bool {
    match Form::of(schema) {
        Form::Object(properties) => properties.len() > 1,
        Form::Values { .. } => form::values(schema).count() > 2,
        Form::Array(Some(items)) => is_telling(items),
        Form::Clearable(value) => is_telling(value),
        _ => false,
    }
}

/// Whether most of the words of two names are the same.
fn are_alike(old: &str, new: &str) -> bool {
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
    use super::{are_alike, in_path, is_telling, same, value};
    use serde_json::json;

    #[test]
    fn names_are_alike_if_half_of_their_words_are_the_same() {
        for (old, new) in [("receipt_email", "email"), ("email", "receipt_email")] {
            assert!(are_alike(old, new), "{old} {new}");
        }
        assert!(!are_alike("tax_info", "tax_id_data"));
        assert!(!are_alike("tax_id_data", "tax_info"));
        assert!(!are_alike("source", "payment_method"));
    }

    #[test]
    fn what_is_said_is_no_evidence() {
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
    fn few_schemas_are_like_one_of_many_parts() {
        let values = json!({ "type": "string", "enum": ["a", "b", "c"] });
        let properties = json!({ "type": "object", "properties": { "a": {}, "b": {} } });
        let empty = json!({ "type": "string", "enum": [""] });
        for telling in [
            json!({ "type": "array", "items": values }),
            json!({ "anyOf": [properties, empty] }),
            values,
            properties,
        ] {
            assert!(is_telling(&telling), "{telling}");
        }
        for other in [
            json!({ "type": "string" }),
            json!({ "type": "array", "items": { "type": "string" } }),
            json!({ "type": "array" }),
            json!({ "anyOf": [{ "type": "integer" }, empty] }),
            json!({ "type": "object", "properties": { "a": {} } }),
        ] {
            assert!(!is_telling(&other), "{other}");
        }
    }

    #[test]
    fn values_and_parameters_in_paths() {
        assert!(value(&["in-transit"], &["in_transit"]).is_some());
        assert!(value(&["card"], &["card_present"]).is_none());
        let guesses = in_path(
            "/v1/customers/{id}/cards/{card}",
            "/v1/customers/{customer}/cards/{card}",
        );
        assert_eq!(
            guesses.iter().map(super::Guess::was).collect::<Vec<_>>(),
            ["renamed from `id`: it stands in the same place of the path"]
        );
    }
}
