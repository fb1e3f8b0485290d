//! The check of a schema, and of those inside it.

use serde_json::{Map, Value, json};

use crate::context::is_extension;
use crate::error::Error;
use crate::pointer::Pointer;

use super::check::{Check, entries};
use super::keywords::{self, Expected};

/// The greatest depth of schemas inside one another.
const DEPTH_LIMIT: usize = 64;

/// Adds what a schema may leave out: the type of an object or an array that has other keywords of one, the
/// `additionalProperties` of an object without `properties`, the `items` of an array of anything. A reference that may be
/// `null` becomes an `anyOf`, as Stripe's documents have it.
fn complete(keywords: &mut Map<String, Value>) {
    let has = |keywords: &Map<String, Value>, any: &[&str]| {
        any.iter().any(|it| keywords.contains_key(*it))
    };
    if !has(keywords, &["$ref", "anyOf", "oneOf", "type"]) {
        if has(keywords, &["properties", "additionalProperties"]) {
            keywords.insert("type".to_owned(), "object".into());
        } else if has(keywords, &["items"]) {
            keywords.insert("type".to_owned(), "array".into());
        }
    }
    if let (Some(Value::Bool(_)), Some(reference)) =
        (keywords.get("nullable"), keywords.get("$ref"))
    {
        let reference = json!([{ "$ref": reference }]);
        keywords.shift_remove("$ref");
        keywords.insert("anyOf".to_owned(), reference);
    }
    match keywords.get("type").and_then(Value::as_str) {
        Some("object") if !keywords.contains_key("properties") => {
            keywords
                .entry("additionalProperties")
                .or_insert(true.into());
        }
        Some("array") => {
            keywords
                .entry("items")
                .or_insert(json!({ "type": "object" }));
        }
        _ => {}
    }
}

impl Check {
    fn named_schemas(&mut self, schemas: &mut Value, at: &Pointer, depth: usize) {
        for (name, schema) in entries(schemas) {
            self.schema(schema, &at.key(name), depth);
        }
    }

    pub(super) fn schema(&mut self, schema: &mut Value, at: &Pointer, depth: usize) {
        if depth > DEPTH_LIMIT {
            self.errors.push(Error::document(
                at,
                format!(
                    "expected schemas nested at most {DEPTH_LIMIT} levels deep, found one more"
                ),
            ));
            return;
        }
        let Some(keywords) = schema.as_object_mut() else {
            self.unexpected(at, "a schema", Some(schema));
            return;
        };
        complete(keywords);
        for (keyword, value) in keywords.iter_mut() {
            self.keyword(keyword, value, at, depth);
        }
        self.combination(keywords, at);
        self.values(keywords, at);
        if let Some(docs) = keywords.get("externalDocs").filter(|docs| docs.is_object()) {
            let at = at.key("externalDocs");
            self.string(docs, "url", &at);
            if docs.get("description").is_some() {
                self.string(docs, "description", &at);
            }
        }
    }

    /// Checks the keyword of the schema at `holder`.
    fn keyword(&mut self, keyword: &str, value: &mut Value, holder: &Pointer, depth: usize) {
        if is_extension(keyword) {
            return;
        }
        // Most keywords need no place, and there are more of them than of anything else.
        let at = || holder.key(keyword);
        let Some(expected) = keywords::expected(keyword) else {
            self.not_understood(keyword, &at());
            return;
        };
        if !expected.holds(value) {
            self.unexpected(&at(), expected.name(), Some(value));
            return;
        }
        match (expected, value) {
            (Expected::Schema | Expected::SchemaOrBoolean, value) if value.is_object() => {
                self.schema(value, &at(), depth + 1);
            }
            (Expected::NamedSchemas, value) => self.named_schemas(value, &at(), depth + 1),
            (Expected::Schemas, Value::Array(schemas)) => {
                let at = at();
                for (index, schema) in schemas.iter_mut().enumerate() {
                    self.schema(schema, &at.index(index), depth + 1);
                }
            }
            _ => {}
        }
    }

    /// The type is one of OpenAPI, and the values of an enumeration have that type or are `null`.
    fn values(&mut self, keywords: &Map<String, Value>, at: &Pointer) {
        let Some(name) = keywords.get("type").and_then(Value::as_str) else {
            return;
        };
        let Some(holds) = keywords::of_type(name) else {
            let problem = format!("expected one of the types of OpenAPI 3.0, found `{name}`");
            self.errors.push(Error::document(&at.key("type"), problem));
            return;
        };
        for limit in ["minimum", "maximum"] {
            let found = keywords.get(limit).filter(|_| name == "integer");
            if let Some(found) = found.filter(|it| it.is_number() && !it.is_i64()) {
                let problem = format!(
                    "expected a whole number of 64 bits, as the values of an `integer` are, found {found}"
                );
                self.errors.push(Error::document(&at.key(limit), problem));
            }
        }
        let values = keywords.get("enum").and_then(Value::as_array);
        for (index, value) in values.into_iter().flatten().enumerate() {
            if !holds(value) && !value.is_null() {
                let expected = format!("a value of type `{name}`");
                self.unexpected(&at.key("enum").index(index), &expected, Some(value));
            }
        }
    }

    /// A schema has exactly one of the keywords that decide what it is.
    fn combination(&mut self, keywords: &Map<String, Value>, at: &Pointer) {
        const FORMS: [&str; 4] = ["$ref", "anyOf", "oneOf", "type"];
        let forms: Vec<_> = FORMS
            .into_iter()
            .filter(|form| keywords.contains_key(*form))
            .collect();
        match forms.as_slice() {
            [] => self.errors.push(Error::document(
                at,
                "expected a schema with `type`, `anyOf` or `$ref`, found none",
            )),
            ["$ref"] => {
                let sibling = keywords
                    .keys()
                    .find(|key| *key != "$ref" && !is_extension(key));
                if let Some(sibling) = sibling {
                    self.errors.push(Error::document(
                        &at.key(sibling),
                        "expected nothing beside `$ref`, which OpenAPI 3.0 would ignore",
                    ));
                }
            }
            [_] => {}
            [first, second, ..] => self.errors.push(Error::document(
                at,
                format!("expected one of `{first}` and `{second}`, found both"),
            )),
        }
    }
}
