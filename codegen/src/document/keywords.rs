//! The keywords and the types of a schema, and which values each takes.

use serde_json::Value;

/// What each keyword has to be.
const KEYWORDS: &[(&str, Kind)] = &[
    ("$ref", Kind::String),
    ("additionalProperties", Kind::SchemaOrBoolean),
    ("anyOf", Kind::Schemas),
    ("default", Kind::Any),
    ("deprecated", Kind::Boolean),
    ("description", Kind::String),
    ("enum", Kind::Array),
    ("example", Kind::Any),
    ("externalDocs", Kind::Object),
    ("format", Kind::String),
    ("items", Kind::Schema),
    ("maxItems", Kind::Count),
    ("maxLength", Kind::Count),
    ("maximum", Kind::Number),
    ("minItems", Kind::Count),
    ("minLength", Kind::Count),
    ("minimum", Kind::Number),
    ("nullable", Kind::Boolean),
    ("oneOf", Kind::Schemas),
    ("pattern", Kind::String),
    ("properties", Kind::NamedSchemas),
    ("readOnly", Kind::Boolean),
    ("required", Kind::Names),
    ("title", Kind::String),
    ("type", Kind::String),
    ("uniqueItems", Kind::Boolean),
    ("writeOnly", Kind::Boolean),
];

/// What a keyword has to be.
pub(super) fn kind(keyword: &str) -> Option<Kind> {
    let mut keywords = KEYWORDS.iter();
    let (_, kind) = keywords.find(|(known, _)| *known == keyword)?;
    Some(*kind)
}

/// What values a keyword takes.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Any,
    Array,
    Boolean,
    Count,
    Names,
    NamedSchemas,
    Number,
    Object,
    Schema,
    SchemaOrBoolean,
    Schemas,
    String,
}

impl Kind {
    pub(super) fn holds(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Array | Self::Schemas => value.is_array(),
            Self::Boolean => value.is_boolean(),
            Self::Count => value.is_u64(),
            Self::Names => value
                .as_array()
                .is_some_and(|names| names.iter().all(Value::is_string)),
            Self::NamedSchemas | Self::Object | Self::Schema => value.is_object(),
            Self::Number => value.is_number(),
            Self::SchemaOrBoolean => value.is_object() || value.is_boolean(),
            Self::String => value.is_string(),
        }
    }

    /// The kind in words, for a message.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Any => "anything",
            Self::Array => "an array",
            Self::Boolean => "true or false",
            Self::Count => "a whole number",
            Self::Names => "an array of names",
            Self::NamedSchemas => "an object of schemas",
            Self::Number => "a number",
            Self::Object => "an object",
            Self::Schema => "a schema",
            Self::SchemaOrBoolean => "a schema, true or false",
            Self::Schemas => "an array of schemas",
            Self::String => "a string",
        }
    }
}

/// Whether a value is of a type.
pub(super) type Holds = fn(&Value) -> bool;

/// The types of a schema, and which values are of each.
const TYPES: &[(&str, Holds)] = &[
    ("array", Value::is_array),
    ("boolean", Value::is_boolean),
    ("integer", Value::is_i64),
    ("number", Value::is_number),
    ("object", Value::is_object),
    ("string", Value::is_string),
];

/// What tells whether a value is of the type `name`, if OpenAPI has such a type.
pub(super) fn of_type(name: &str) -> Option<Holds> {
    let (_, holds) = TYPES.iter().find(|(known, _)| *known == name)?;
    Some(*holds)
}
