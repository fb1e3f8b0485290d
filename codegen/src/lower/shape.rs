//! What a schema is: every shape that the generator understands, told apart in one place.

use openapiv3::{
    AdditionalProperties, IntegerType, ObjectType, ReferenceOr, Schema, SchemaKind, StringType,
    Type, VariantOrUnknownOrEmpty,
};

use crate::error::Error;
use crate::pointer::Pointer;

/// A schema or a reference to one, wherever it stands.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Reference(&'d str),
    Schema(&'d Schema),
}

impl<'d> From<&'d ReferenceOr<Schema>> for Node<'d> {
    fn from(node: &'d ReferenceOr<Schema>) -> Self {
        match node {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Schema(schema),
        }
    }
}

impl<'d> From<&'d ReferenceOr<Box<Schema>>> for Node<'d> {
    fn from(node: &'d ReferenceOr<Box<Schema>>) -> Self {
        match node {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Schema(schema),
        }
    }
}

/// The values of an enumeration.
#[derive(Clone, Copy)]
pub(super) struct Values<'d>(&'d [Option<String>]);

impl<'d> Values<'d> {
    pub(super) fn iter(self) -> impl Iterator<Item = &'d str> {
        self.0.iter().flatten().map(String::as_str)
    }

    /// The value, if there is just one.
    fn only(self) -> Option<&'d str> {
        let mut values = self.iter();
        values.next().filter(|_| values.next().is_none())
    }
}

/// What a schema is.
pub(super) enum Shape<'d> {
    /// Text of any kind.
    String,
    /// One of some strings.
    Choice(Values<'d>),
    /// `true` or `false`.
    Boolean,
    /// Only ever `true`.
    True,
    /// A whole number.
    Integer,
    /// A moment.
    Timestamp,
    /// Any number.
    Number,
    /// An object of which nothing is said.
    Data,
    /// An object with properties.
    Object(&'d ObjectType),
    /// An object whose keys are free.
    Map(Node<'d>),
    /// An array.
    Array(Node<'d>),
    /// What a reference leads to.
    Reference(&'d str),
    /// An id, or one of some components.
    Expandable(Vec<&'d str>),
    /// One of some components.
    Union(Vec<&'d str>),
    /// A value, or the empty string to clear it.
    Clearable(Node<'d>),
}

impl<'d> Shape<'d> {
    /// What the schema at `at` is.
    pub(super) fn of(node: Node<'d>, at: &Pointer) -> Result<Self, Error> {
        let schema = match node {
            Node::Reference(reference) => return Ok(Self::Reference(reference)),
            Node::Schema(schema) => schema,
        };
        match &schema.schema_kind {
            SchemaKind::Type(Type::String(string)) => Ok(Self::string(string)),
            SchemaKind::Type(Type::Integer(integer)) => Self::integer(integer, at),
            SchemaKind::Type(Type::Number(number)) if number.enumeration.is_empty() => {
                Ok(Self::Number)
            }
            SchemaKind::Type(Type::Boolean(boolean)) => match boolean.enumeration.as_slice() {
                [] => Ok(Self::Boolean),
                [Some(true)] => Ok(Self::True),
                _ => Err(not_understood(
                    at,
                    "an enumeration of booleans other than `true` alone",
                )),
            },
            SchemaKind::Type(Type::Object(object)) => Self::object(object, at),
            SchemaKind::Type(Type::Array(array)) => match &array.items {
                Some(items) => Ok(Self::Array(items.into())),
                None => Err(Error::document(
                    at,
                    "expected an array with `items`, found none",
                )),
            },
            SchemaKind::AnyOf { any_of } => Self::any_of(schema, any_of, at),
            SchemaKind::Type(Type::Number(_)) => {
                Err(not_understood(at, "an enumeration of numbers"))
            }
            SchemaKind::OneOf { .. } => Err(not_understood(at, "`oneOf`")),
            _ => Err(not_understood(
                at,
                "a schema with keywords that do not go together",
            )),
        }
    }

    fn string(string: &'d StringType) -> Self {
        if string.enumeration.is_empty() {
            return Self::String;
        }
        Self::Choice(Values(&string.enumeration))
    }

    fn integer(integer: &IntegerType, at: &Pointer) -> Result<Self, Error> {
        if !integer.enumeration.is_empty() {
            return Err(not_understood(at, "an enumeration of integers"));
        }
        match &integer.format {
            VariantOrUnknownOrEmpty::Unknown(format) if format == "unix-time" => {
                Ok(Self::Timestamp)
            }
            _ => Ok(Self::Integer),
        }
    }

    fn object(object: &'d ObjectType, at: &Pointer) -> Result<Self, Error> {
        match (object.properties.is_empty(), &object.additional_properties) {
            (_, None | Some(AdditionalProperties::Any(false))) => Ok(Self::Object(object)),
            (true, Some(AdditionalProperties::Any(true))) => Ok(Self::Data),
            (true, Some(AdditionalProperties::Schema(schema))) => {
                Ok(Self::Map(schema.as_ref().into()))
            }
            (false, Some(_)) => Err(not_understood(
                at,
                "an object with both `properties` and `additionalProperties`",
            )),
        }
    }

    fn any_of(
        schema: &Schema,
        members: &'d [ReferenceOr<Schema>],
        at: &Pointer,
    ) -> Result<Self, Error> {
        let references: Vec<_> = members
            .iter()
            .filter_map(|member| match member {
                ReferenceOr::Reference { reference } => Some(reference.as_str()),
                ReferenceOr::Item(_) => None,
            })
            .collect();
        let inline: Vec<_> = members
            .iter()
            .filter(|member| member.as_item().is_some())
            .collect();
        let expandable = schema
            .schema_data
            .extensions
            .contains_key("x-expansionResources");
        match (members, inline.as_slice()) {
            ([ReferenceOr::Reference { reference }], _) => Ok(Self::Reference(reference)),
            ([_, ..], []) => Ok(Self::Union(references)),
            ([_, _, ..], [id]) if expandable && is_string(id) => Ok(Self::Expandable(references)),
            ([value, clear], _) if is_empty_string(clear) => Ok(Self::Clearable(value.into())),
            _ => Err(not_understood(at, "an `anyOf` of this form")),
        }
    }
}

/// Whether the schema is text without an enumeration: an id.
fn is_string(node: &ReferenceOr<Schema>) -> bool {
    matches!(string_type(node), Some(string) if string.enumeration.is_empty())
}

/// Whether the schema allows the empty string alone.
fn is_empty_string(node: &ReferenceOr<Schema>) -> bool {
    matches!(string_type(node), Some(string)
        if matches!(string.enumeration.as_slice(), [Some(value)] if value.is_empty()))
}

fn string_type(node: &ReferenceOr<Schema>) -> Option<&StringType> {
    match node.as_item().map(|schema| &schema.schema_kind) {
        Some(SchemaKind::Type(Type::String(string))) => Some(string),
        _ => None,
    }
}

fn not_understood(at: &Pointer, what: &str) -> Error {
    Error::document(at, format!("{what} is not understood"))
        .help("teach codegen/src/lower/shape.rs what it means, or correct the document in spec/overlay.yaml")
}

/// The constants that say what an object is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// The only value of the property `object`.
    pub(super) object: Option<String>,
    /// Whether the property `deleted` is always `true`.
    pub(super) deleted: bool,
}

impl Tag {
    /// The constants of an object.
    pub(super) fn of(object: &ObjectType) -> Self {
        let shape = |name: &str| {
            let node = object.properties.get(name)?;
            Shape::of(node.into(), &Pointer::root()).ok()
        };
        Self {
            object: match shape("object") {
                Some(Shape::Choice(values)) => values.only().map(str::to_owned),
                _ => None,
            },
            deleted: matches!(shape("deleted"), Some(Shape::True)),
        }
    }

    /// Whether the property `name` is one of the constants.
    pub(super) fn names(&self, name: &str) -> bool {
        (name == "object" && self.object.is_some()) || (name == "deleted" && self.deleted)
    }

    /// The constants of a component, if it is an object.
    pub(super) fn of_schema(schema: &Schema) -> Self {
        match &schema.schema_kind {
            SchemaKind::Type(Type::Object(object)) => Self::of(object),
            _ => Self::default(),
        }
    }
}

/// The elements of a page of a list, if that is what the object is.
pub(super) fn list_items(object: &ObjectType) -> Option<Node<'_>> {
    const MEMBERS: [&str; 4] = ["data", "has_more", "object", "url"];
    let is_list = object.properties.len() == MEMBERS.len()
        && MEMBERS
            .iter()
            .all(|name| object.properties.contains_key(*name))
        && Tag::of(object).object.as_deref() == Some("list");
    match Shape::of(object.properties.get("data")?.into(), &Pointer::root()) {
        Ok(Shape::Array(items)) if is_list => Some(items),
        _ => None,
    }
}
