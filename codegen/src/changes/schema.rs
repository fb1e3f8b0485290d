//! The kind of a schema, derived from its keywords alone.
//!
//! More lenient than `lower::shape`: documents of many years are compared, and a schema that the generator does not support
//! still has to be compared with its successor.

use serde_json::{Map, Value};

/// The mark of a component that is a union, so that one of a single member is a union too.
const UNION: &str = "x-union";

/// Marks the components of `document` that are unions of a single member.
pub(super) fn mark_unions(document: &mut Value) {
    let schemas = document.pointer_mut("/components/schemas");
    let schemas = schemas.and_then(Value::as_object_mut).into_iter().flatten();
    for (_, schema) in schemas {
        let members = schema.get(any_of(schema)).and_then(Value::as_array);
        let is_single =
            matches!(members.map(Vec::as_slice), Some([only]) if reference(only).is_some());
        if let Some(schema) = schema.as_object_mut().filter(|_| is_single) {
            schema.insert(UNION.to_owned(), true.into());
        }
    }
}

/// The kind of a schema.
pub(super) enum SchemaKind<'a> {
    /// A reference to a component.
    Reference(&'a str),
    /// An id, or one of some components.
    Expandable(Vec<&'a str>),
    /// One of some components.
    Union(Vec<&'a str>),
    /// An enumeration of strings. A clearable one accepts the empty string too.
    Values { clearable: bool },
    /// An object with properties.
    Object(&'a Map<String, Value>),
    /// An object with arbitrary keys.
    Map(&'a Value),
    /// An array.
    Array(Option<&'a Value>),
    /// A value, or the empty string to clear it.
    Clearable(&'a Value),
    /// Values of several types, each with its index. Clearable ones accept the empty string too.
    Alternatives {
        members: Vec<(usize, &'a Value)>,
        clearable: bool,
    },
    /// A string, a number, a timestamp and so on.
    Scalar(&'a str),
}

impl<'a> SchemaKind<'a> {
    pub(super) fn of(schema: &'a Value) -> Self {
        if let Some(reference) = reference(schema) {
            return Self::Reference(reference);
        }
        let members = schema.get(any_of(schema)).and_then(Value::as_array);
        if let Some(members) = members {
            return Self::of_any(schema, members);
        }
        let has_values = schema.get("enum").is_some();
        let text = |keyword| schema.get(keyword).and_then(Value::as_str);
        match (text("type").unwrap_or_default(), text("format")) {
            ("string", _) if has_values => Self::Values {
                clearable: values(schema).any(|(_, value)| value.is_empty()),
            },
            ("boolean", _) if has_values => Self::Scalar("constant boolean"),
            ("array", _) => Self::Array(schema.get("items")),
            ("object" | "", _) => Self::object(schema),
            ("integer", Some("unix-time")) => Self::Scalar("timestamp"),
            ("string", Some("binary")) => Self::Scalar("file"),
            (scalar, _) => Self::Scalar(scalar),
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

    fn of_any(schema: &'a Value, members: &'a [Value]) -> Self {
        let references: Vec<_> = members.iter().filter_map(reference).collect();
        let inline = members.len() - references.len();
        let expandable = schema.get("x-expansionResources").is_some();
        match (members, references.as_slice()) {
            ([_], [reference]) if schema.get(UNION).is_none() => Self::Reference(reference),
            ([only], []) => Self::of(only),
            (_, [_, ..]) if inline == 0 => Self::Union(references),
            (_, [_, ..]) if inline == 1 && expandable => Self::Expandable(references),
            ([value, empty], _) if is_empty_string(empty) => Self::Clearable(value),
            _ => Self::Alternatives {
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

/// The keyword of a schema that lists its alternatives.
pub(super) fn any_of(schema: &Value) -> &'static str {
    match schema.get("anyOf") {
        Some(_) => "anyOf",
        None => "oneOf",
    }
}

/// The component that a reference names.
fn reference(schema: &Value) -> Option<&str> {
    let reference = schema.get("$ref")?.as_str()?;
    reference.rsplit('/').next()
}

/// The names of the component schemas of a document.
pub(super) fn components(document: &Value) -> impl Iterator<Item = &str> {
    let schemas = document.pointer("/components/schemas");
    let schemas = schemas.and_then(Value::as_object).into_iter();
    schemas.flat_map(|schemas| schemas.keys().map(String::as_str))
}

pub(super) fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    schema.get("properties")?.as_object()
}

/// The strings of an enumeration with their indices.
pub(super) fn values(schema: &Value) -> impl Iterator<Item = (usize, &str)> {
    let values = schema.get("enum").and_then(Value::as_array);
    let values = values.into_iter().flatten().enumerate();
    values.filter_map(|(index, value)| Some((index, value.as_str()?)))
}

/// The only string that a schema accepts.
fn constant(schema: &Value) -> Option<&str> {
    let mut values = values(schema);
    match (values.next(), values.next()) {
        (Some((_, value)), None) => Some(value),
        _ => None,
    }
}

/// The constant `object` of an object, which identifies the type in responses.
pub(super) fn tag(schema: &Value) -> Option<&str> {
    constant(properties(schema)?.get("object")?)
}

/// Whether the value of `keyword` is `true`.
pub(super) fn is_true(schema: &Value, keyword: &str) -> bool {
    schema.get(keyword) == Some(&Value::Bool(true))
}

/// The strings in an array.
pub(super) fn strings<'a>(schema: &'a Value, keyword: &str) -> Vec<&'a str> {
    let strings = schema.get(keyword).and_then(Value::as_array);
    let strings = strings.into_iter().flatten();
    strings.filter_map(Value::as_str).collect()
}

fn is_empty_string(schema: &Value) -> bool {
    constant(schema) == Some("")
}

/// Whether an object is a page of a list.
pub(super) fn is_list(properties: &Map<String, Value>) -> bool {
    const MEMBERS: [&str; 4] = ["data", "has_more", "object", "url"];
    properties.len() == MEMBERS.len()
        && MEMBERS.iter().all(|name| properties.contains_key(*name))
        && properties.get("object").and_then(constant) == Some("list")
}

/// Whether the property `name` is a constant that identifies the type of the object.
pub(super) fn is_tag(name: &str, schema: &Value) -> bool {
    match name {
        "object" => constant(schema).is_some(),
        "deleted" => schema.get("enum").is_some(),
        _ => false,
    }
}

/// The only component in a schema: directly, expandable, clearable, or as the element of a collection.
pub(super) fn component(schema: &Value) -> Option<&str> {
    match SchemaKind::of(schema) {
        SchemaKind::Reference(name) => Some(name),
        SchemaKind::Expandable(names) => match names.as_slice() {
            [name] => Some(name),
            _ => None,
        },
        SchemaKind::Object(properties) if is_list(properties) => component(properties.get("data")?),
        SchemaKind::Array(Some(inner)) | SchemaKind::Map(inner) | SchemaKind::Clearable(inner) => {
            component(inner)
        }
        _ => None,
    }
}

/// The end of the description of a schema that accepts the empty string.
const OR_EMPTY: &str = ", or empty";

/// A description without the information whether the empty string is accepted.
pub(super) fn without_empty(description: &str) -> &str {
    description.strip_suffix(OR_EMPTY).unwrap_or(description)
}

/// A short description of a schema without its properties, values and members. `component` finds a schema by its name, and
/// `depth` is the number of schemas around this one.
pub(super) fn describe<'a>(
    schema: &'a Value,
    component: &dyn Fn(&str) -> Option<&'a Value>,
    depth: usize,
) -> String {
    // A reference may lead to itself.
    const LIMIT: usize = 100;
    let within = |schema| describe(schema, component, depth + 1);
    let target = |name: &str| match component(name) {
        Some(schema) if depth < LIMIT => within(schema),
        _ => "unknown type".to_owned(),
    };
    let or_empty = |clearable| if clearable { OR_EMPTY } else { "" };
    match SchemaKind::of(schema) {
        SchemaKind::Reference(name) => target(name),
        SchemaKind::Expandable(names) => match names.as_slice() {
            [name] => format!("expandable {}", target(name)),
            _ => "expandable union".to_owned(),
        },
        SchemaKind::Union(_) => "union".to_owned(),
        SchemaKind::Values { clearable } => format!("enumeration{}", or_empty(clearable)),
        SchemaKind::Object(properties) if is_list(properties) => "list".to_owned(),
        SchemaKind::Object(_) => "object".to_owned(),
        SchemaKind::Map(values) => format!("map of {}", within(values)),
        SchemaKind::Array(Some(items)) => format!("array of {}", within(items)),
        SchemaKind::Array(None) => "array".to_owned(),
        SchemaKind::Clearable(value) => without_empty(&within(value)).to_owned() + OR_EMPTY,
        SchemaKind::Alternatives { clearable, .. } => {
            format!("several alternatives{}", or_empty(clearable))
        }
        SchemaKind::Scalar(scalar) => scalar.to_owned(),
    }
}
