//! The keywords and the types of a schema, and the values that each accepts.

use serde_json::Value;

/// The value that each keyword expects.
const KEYWORDS: &[(&str, Expected)] = &[
    ("$ref", Expected::String),
    ("additionalProperties", Expected::SchemaOrBoolean),
    ("anyOf", Expected::Schemas),
    ("default", Expected::Any),
    ("deprecated", Expected::Boolean),
    ("description", Expected::String),
    ("enum", Expected::Array),
    ("example", Expected::Any),
    ("externalDocs", Expected::Object),
    ("format", Expected::String),
    ("items", Expected::Schema),
    ("maxItems", Expected::Count),
    ("maxLength", Expected::Count),
    ("maximum", Expected::Number),
    ("minItems", Expected::Count),
    ("minLength", Expected::Count),
    ("minimum", Expected::Number),
    ("nullable", Expected::Boolean),
    ("oneOf", Expected::Schemas),
    ("pattern", Expected::String),
    ("properties", Expected::NamedSchemas),
    ("readOnly", Expected::Boolean),
    ("required", Expected::Names),
    ("title", Expected::String),
    ("type", Expected::String),
    ("uniqueItems", Expected::Boolean),
    ("writeOnly", Expected::Boolean),
];

/// The value that `keyword` expects; `None` if it is unknown.
pub(super) fn expected(keyword: &str) -> Option<Expected> {
    let mut keywords = KEYWORDS.iter();
    let (_, expected) = keywords.find(|(known, _)| *known == keyword)?;
    Some(*expected)
}

/// The values that a keyword accepts.
#[derive(Clone, Copy)]
pub(super) enum Expected {
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

impl Expected {
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

    /// In words, for a message.
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

/// Tests whether a value has a type.
pub(super) type Holds = fn(&Value) -> bool;

/// The types of a schema, and the test for values of each.
const TYPES: &[(&str, Holds)] = &[
    ("array", Value::is_array),
    ("boolean", Value::is_boolean),
    ("integer", Value::is_i64),
    ("number", Value::is_number),
    ("object", Value::is_object),
    ("string", Value::is_string),
];

/// The test whether a value has the type `name`; `None` if OpenAPI has no such type.
pub(super) fn of_type(name: &str) -> Option<Holds> {
    let (_, holds) = TYPES.iter().find(|(known, _)| *known == name)?;
    Some(*holds)
}
