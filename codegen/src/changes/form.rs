//! What a schema is, told from its keywords and from nothing else.
//!
//! More lenient than `lower::shape`: documents of many years are compared, and what the generator would refuse still has to be
//! compared with what it has become.

use serde_json::{Map, Value};

/// What a schema is.
pub(super) enum Form<'a> {
    /// What a reference leads to.
    Reference(&'a str),
    /// An id, or one of some components.
    Expandable(Vec<&'a str>),
    /// One of some components.
    Union(Vec<&'a str>),
    /// One of some values, and whether it can be cleared.
    Values { clearable: bool },
    /// An object with properties.
    Object(&'a Map<String, Value>),
    /// An object whose keys are free.
    Map(&'a Value),
    /// An array.
    Array(Option<&'a Value>),
    /// A value, or the empty string to clear it.
    Clearable(&'a Value),
    /// Values of different kinds, each with its index, and whether it can be cleared.
    Kinds {
        members: Vec<(usize, &'a Value)>,
        clearable: bool,
    },
    /// Text, a number, a moment and so on.
    Scalar(&'a str),
}

impl<'a> Form<'a> {
    pub(super) fn of(schema: &'a Value) -> Self {
        if let Some(reference) = reference(schema) {
            return Self::Reference(reference);
        }
        for keyword in ["anyOf", "oneOf"] {
            if let Some(members) = schema.get(keyword).and_then(Value::as_array) {
                return Self::any_of(schema, members);
            }
        }
        let has_values = schema.get("enum").is_some();
        match kind(schema) {
            "string" if has_values => Self::Values {
                clearable: values(schema).any(|(_, value)| value.is_empty()),
            },
            "boolean" if has_values => Self::Scalar("constant boolean"),
            "array" => Self::Array(schema.get("items")),
            "object" | "" => Self::object(schema),
            "integer" if format(schema) == Some("unix-time") => Self::Scalar("timestamp"),
            "string" if format(schema) == Some("binary") => Self::Scalar("file"),
            scalar => Self::Scalar(scalar),
        }
    }

    fn object(schema: &'a Value) -> Self {
        match (properties(schema), schema.get("additionalProperties")) {
            (Some(properties), _) if !properties.is_empty() => Self::Object(properties),
            (_, Some(values)) if values.is_object() => Self::Map(values),
            (Some(properties), _) => Self::Object(properties),
            (None, _) => Self::Scalar("any value"),
        }
    }

    fn any_of(schema: &'a Value, members: &'a [Value]) -> Self {
        let references: Vec<_> = members.iter().filter_map(reference).collect();
        let inline = members.len() - references.len();
        let expandable = schema.get("x-expansionResources").is_some();
        match (members, references.as_slice()) {
            ([_], [reference]) => Self::Reference(reference),
            ([only], []) => Self::of(only),
            (_, [_, ..]) if inline == 0 => Self::Union(references),
            (_, [_, ..]) if inline == 1 && expandable => Self::Expandable(references),
            ([value, empty], _) if is_empty_string(empty) => Self::Clearable(value),
            _ => Self::Kinds {
                clearable: members.iter().any(is_empty_string),
                members: members
                    .iter()
                    .enumerate()
                    .filter(|(_, member)| !is_empty_string(member))
                    .collect(),
            },
        }
    }
}

/// The keyword under which the alternatives of a schema stand.
pub(super) fn alternatives(schema: &Value) -> &'static str {
    match schema.get("anyOf") {
        Some(_) => "anyOf",
        None => "oneOf",
    }
}

/// The component that a reference names.
fn reference(schema: &Value) -> Option<&str> {
    let reference = schema.get("$ref")?.as_str()?;
    Some(reference.rsplit('/').next().unwrap_or(reference))
}

/// The type that a schema names. Documents of 2017 have it in an array.
fn kind(schema: &Value) -> &str {
    let kind = schema.get("type");
    let first = kind.and_then(|kind| kind.get(0));
    kind.and_then(Value::as_str)
        .or_else(|| first.and_then(Value::as_str))
        .unwrap_or_default()
}

fn format(schema: &Value) -> Option<&str> {
    schema.get("format")?.as_str()
}

pub(super) fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

/// The values of an enumeration that are text, with their indices.
pub(super) fn values(schema: &Value) -> impl Iterator<Item = (usize, &str)> {
    let values = schema.get("enum").and_then(Value::as_array);
    let values = values.into_iter().flatten().enumerate();
    values.filter_map(|(index, value)| Some((index, value.as_str()?)))
}

/// Whether the keyword `keyword` is there, and `true`.
pub(super) fn is_true(schema: &Value, keyword: &str) -> bool {
    schema.get(keyword).and_then(Value::as_bool) == Some(true)
}

/// The texts in an array.
pub(super) fn texts<'a>(schema: &'a Value, keyword: &str) -> Vec<&'a str> {
    let texts = schema.get(keyword).and_then(Value::as_array);
    let texts = texts.into_iter().flatten();
    texts.filter_map(Value::as_str).collect()
}

fn is_empty_string(schema: &Value) -> bool {
    let mut values = values(schema);
    matches!((values.next(), values.next()), (Some((_, "")), None))
}

/// Whether an object is a page of a list.
pub(super) fn is_list(properties: &Map<String, Value>) -> bool {
    const MEMBERS: [&str; 4] = ["data", "has_more", "object", "url"];
    let is_list = |object: &Value| values(object).map(|(_, value)| value).eq(["list"]);
    properties.len() == MEMBERS.len()
        && MEMBERS.iter().all(|name| properties.contains_key(*name))
        && properties.get("object").is_some_and(is_list)
}

/// Whether the property `name` is a constant that says what the object is.
pub(super) fn is_tag(name: &str, schema: &Value) -> bool {
    match name {
        "object" => values(schema).count() == 1,
        "deleted" => schema.get("enum").is_some(),
        _ => false,
    }
}

/// The component that a schema is made of: what stands there, or can, or is in it several times.
pub(super) fn component(schema: &Value) -> Option<&str> {
    match Form::of(schema) {
        Form::Reference(name) => Some(name),
        Form::Expandable(names) => match names.as_slice() {
            [name] => Some(name),
            _ => None,
        },
        Form::Object(properties) if is_list(properties) => component(properties.get("data")?),
        Form::Array(Some(inner)) | Form::Map(inner) | Form::Clearable(inner) => component(inner),
        _ => None,
    }
}

/// A few words for what a schema is: what it is made of, but not what is in that. `component` finds a schema by its name.
pub(super) fn words<'a>(
    schema: &'a Value,
    component: &dyn Fn(&str) -> Option<&'a Value>,
) -> String {
    words_within(schema, component, 0)
}

fn words_within<'a>(
    schema: &'a Value,
    component: &dyn Fn(&str) -> Option<&'a Value>,
    depth: usize,
) -> String {
    // A reference may lead to itself.
    const LIMIT: usize = 100;
    let within = |schema| words_within(schema, component, depth + 1);
    let target = |name: &str| match component(name) {
        Some(schema) if depth < LIMIT => within(schema),
        _ => "something unknown".to_owned(),
    };
    let or_empty = |clearable| if clearable { ", or empty" } else { "" };
    match Form::of(schema) {
        Form::Reference(name) => target(name),
        Form::Expandable(names) => match names.as_slice() {
            [name] => format!("expandable {}", target(name)),
            _ => "expandable union".to_owned(),
        },
        Form::Union(_) => "union".to_owned(),
        Form::Values { clearable } => format!("enumeration{}", or_empty(clearable)),
        Form::Object(properties) if is_list(properties) => "list".to_owned(),
        Form::Object(_) => "object".to_owned(),
        Form::Map(values) => format!("map of {}", within(values)),
        Form::Array(Some(items)) => format!("array of {}", within(items)),
        Form::Array(None) => "array".to_owned(),
        Form::Clearable(value) => match within(value) {
            already if already.ends_with(", or empty") => already,
            value => format!("{value}, or empty"),
        },
        Form::Kinds { clearable, .. } => format!("one of several kinds{}", or_empty(clearable)),
        Form::Scalar(scalar) => scalar.to_owned(),
    }
}
