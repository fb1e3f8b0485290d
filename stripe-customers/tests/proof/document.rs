//! The schemas of responses in the OpenAPI document, read independently of the generator.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// The OpenAPI document of the crate.
pub static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../spec/openapi.json")).unwrap());

/// The components, by name.
pub static COMPONENTS: LazyLock<BTreeMap<String, Object>> = LazyLock::new(|| {
    members(&DOCUMENT["components"]["schemas"])
        .iter()
        .map(|(name, schema)| (name.clone(), Object::read(name, schema)))
        .collect()
});

/// The components whose optional objects are decoded on demand.
const ON_DEMAND: [&str; 2] = ["api_errors", "event"];

/// An object and its fields.
pub struct Object(pub BTreeMap<String, Field>);

pub struct Field {
    pub schema: Schema,
    pub required: bool,
}

pub struct Schema {
    pub kind: Kind,
    pub nullable: bool,
}

pub enum Kind {
    Text {
        longest: usize,
    },
    Enumeration(Vec<String>),
    /// The constant that identifies the type of an object.
    Tag(String),
    /// The constant that identifies a deleted object.
    Deleted,
    Boolean,
    Integer,
    Number,
    Array(Box<Schema>),
    /// The objects of a page of a list, decoded on demand.
    Page(Box<Schema>),
    Map(Box<Schema>),
    Object(Object),
    /// One component.
    Component(String),
    /// One of several components, identified by its tag.
    Union(Vec<String>),
    /// An id, or one of these components.
    Expandable(Vec<String>),
    /// One of several components without tags.
    AnyOf(Vec<String>),
    /// One of several components, decoded on demand.
    Lazy(Vec<String>),
    Anything,
}

/// Returns the component with this name.
pub fn component(name: &str) -> &'static Object {
    COMPONENTS
        .get(name)
        .unwrap_or_else(|| panic!("no component {name}"))
}

impl Object {
    /// The constant value of its member `object`.
    pub fn tag(&self) -> Option<&str> {
        match &self.0.get("object")?.schema.kind {
            Kind::Tag(tag) => Some(tag),
            _ => None,
        }
    }

    pub fn is_deleted(&self) -> bool {
        let deleted = self.0.get("deleted").map(|field| &field.schema.kind);
        matches!(deleted, Some(Kind::Deleted))
    }

    fn read(name: &str, schema: &Value) -> Self {
        let required = |name: &str| {
            let names = schema["required"].as_array();
            names.is_some_and(|names| names.iter().any(|it| it == name))
        };
        let marked = |name: &String| {
            let marks = schema["x-expandableFields"].as_array();
            marks.is_some_and(|marks| marks.iter().any(|it| it == name))
        };
        let is_page = schema["properties"]["object"]["enum"] == serde_json::json!(["list"]);
        let fields = members(&schema["properties"]).iter();
        Self(
            fields
                .map(|(field, schema)| {
                    let mut read = Schema::read(field, schema);
                    read.kind = match read.kind {
                        kind if ON_DEMAND.contains(&name) && !required(field) => kind.on_demand(),
                        Kind::Component(name)
                            if marked(field) && !required(field) && has_tag(&name) =>
                        {
                            Kind::Lazy(vec![name])
                        }
                        Kind::Array(element) if is_page && field == "data" => Kind::Page(element),
                        kind => kind,
                    };
                    (
                        field.clone(),
                        Field {
                            schema: read,
                            required: required(field),
                        },
                    )
                })
                .collect(),
        )
    }
}

impl Schema {
    fn read(field: &str, schema: &Value) -> Self {
        Self {
            kind: Kind::read(field, schema),
            nullable: schema["nullable"] == true,
        }
    }
}

impl Kind {
    fn read(field: &str, schema: &Value) -> Self {
        if let Some(name) = reference(schema) {
            return Self::Component(name);
        }
        if let Some(members) = schema["anyOf"].as_array() {
            return Self::of_any(members);
        }
        match schema["type"].as_str().unwrap() {
            "string" => Self::string(field, schema),
            "boolean" if schema.get("enum").is_some() => Self::Deleted,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "array" => Self::Array(Box::new(Schema::read("", &schema["items"]))),
            "object" if schema["additionalProperties"].is_object() => {
                Self::Map(Box::new(Schema::read("", &schema["additionalProperties"])))
            }
            "object" if schema["properties"].is_object() => Self::Object(Object::read("", schema)),
            "object" => Self::Anything,
            other => panic!("a schema of type {other}"),
        }
    }

    fn string(field: &str, schema: &Value) -> Self {
        let longest = schema["maxLength"].as_u64().unwrap_or(u64::MAX);
        let Some(values) = schema["enum"].as_array() else {
            return Self::Text {
                longest: usize::try_from(longest).unwrap(),
            };
        };
        let mut values: Vec<_> = values
            .iter()
            .map(|it| it.as_str().unwrap().to_owned())
            .collect();
        match (field, values.len()) {
            ("object", 1) => Self::Tag(values.remove(0)),
            _ => Self::Enumeration(values),
        }
    }

    fn of_any(members: &[Value]) -> Self {
        let mut names: Vec<_> = members.iter().filter_map(reference).collect();
        if names.iter().filter(|name| !is_deleted(name)).count() > 1 {
            names.extend(missing_counterparts(&names));
        }
        if members.iter().any(|it| reference(it).is_none()) {
            return Self::Expandable(names);
        }
        match names.len() {
            1 => Self::Component(names.remove(0)),
            _ if names.iter().all(has_tag) => Self::Union(names),
            _ => Self::AnyOf(names),
        }
    }

    fn on_demand(self) -> Self {
        match self {
            Self::Component(name) => Self::Lazy(vec![name]),
            Self::Union(names) => Self::Lazy(names),
            other => other,
        }
    }
}

/// The deleted counterparts of components that are not among them. The API sends one in place of any member of a union.
fn missing_counterparts(names: &[String]) -> Vec<String> {
    let schemas = &DOCUMENT["components"]["schemas"];
    let tag = |name: &str| schemas[name]["properties"]["object"]["enum"].clone();
    let tags: Vec<_> = names.iter().map(|name| tag(name)).collect();
    let deleted = members(schemas).keys().filter(|name| is_deleted(name));
    deleted
        .filter(|name| !names.contains(name) && tags.contains(&tag(name)))
        .cloned()
        .collect()
}

fn is_deleted(name: &str) -> bool {
    let properties = &DOCUMENT["components"]["schemas"][name]["properties"];
    properties["deleted"]["enum"] == serde_json::json!([true])
}

fn has_tag(name: &String) -> bool {
    let component = &DOCUMENT["components"]["schemas"][name];
    component["properties"]["object"].is_object()
}

fn reference(schema: &Value) -> Option<String> {
    let target = schema["$ref"].as_str()?;
    Some(
        target
            .strip_prefix("#/components/schemas/")
            .unwrap()
            .to_owned(),
    )
}

fn members(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

/// Returns the component that the tag of `value` identifies.
pub fn member_of<'n>(names: &'n [String], value: &Value) -> Option<&'n str> {
    let deleted = value.get("deleted") == Some(&Value::Bool(true));
    let fits = |name: &&String| {
        let object = component(name);
        object.tag().is_some()
            && object.tag() == value["object"].as_str()
            && object.is_deleted() == deleted
    };
    names.iter().find(fits).map(String::as_str)
}
