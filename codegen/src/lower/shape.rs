//! The shape of a schema: the only place that classifies schemas.

use openapiv3::{
    AdditionalProperties, ArrayType, IntegerType, ObjectType, ReferenceOr, Schema, SchemaKind,
    StringFormat, StringType, Type, VariantOrUnknownOrEmpty,
};

use crate::error::Error;
use crate::ir::{PageKind, Tag};
use crate::pointer::Pointer;

/// A schema, or a reference to one.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Reference(&'d str),
    Schema(&'d Schema),
}

impl<'d> Node<'d> {
    /// The type of a schema that has the keyword `type`.
    pub(super) fn ty(self) -> Option<&'d Type> {
        match self {
            Self::Schema(schema) => match &schema.schema_kind {
                SchemaKind::Type(ty) => Some(ty),
                _ => None,
            },
            Self::Reference(_) => None,
        }
    }

    /// The components that a reference or a union names.
    pub(super) fn references(self) -> Vec<&'d str> {
        match self.shape() {
            Some(Shape::Reference(reference)) => vec![reference],
            Some(Shape::Union(references)) => references,
            _ => Vec::new(),
        }
    }

    /// The shape, if the generator understands it, for a look at a schema whose errors are reported elsewhere.
    pub(super) fn shape(self) -> Option<Shape<'d>> {
        Shape::of(self, &Pointer::root()).ok()
    }
}

impl<'d> From<&'d Schema> for Node<'d> {
    fn from(schema: &'d Schema) -> Self {
        Self::Schema(schema)
    }
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

    /// The only value, if there is exactly one.
    fn only(self) -> Option<&'d str> {
        let mut values = self.iter();
        values.next().filter(|_| values.next().is_none())
    }
}

/// The shapes that the generator understands.
pub(super) enum Shape<'d> {
    /// Text of any kind.
    String,
    /// One of some strings.
    Choice(Values<'d>),
    /// `true` or `false`.
    Boolean,
    /// Always `true`.
    True,
    /// A whole number.
    Integer,
    /// A timestamp.
    Timestamp,
    /// Any number.
    Number,
    /// An object without any restriction.
    Data,
    /// An object with properties.
    Object(&'d ObjectType),
    /// An object with any keys.
    Map(Node<'d>),
    /// An array.
    Array(Node<'d>),
    /// A reference.
    Reference(&'d str),
    /// An id, or one of some components.
    Expandable(Vec<&'d str>),
    /// One of some components.
    Union(Vec<&'d str>),
    /// A value, or the empty string to clear it.
    Clearable(Node<'d>),
    /// A number, or limits for one, in a request.
    Range,
    /// The content of a file, in a request.
    File,
    /// One of several values of different kinds, in a request.
    OneOf(Alternatives<'d>),
}

/// Alternatives of different kinds.
pub(super) struct Alternatives<'d> {
    /// Each with its index in `anyOf`.
    pub(super) members: Vec<(usize, &'d Schema)>,
    /// Whether the empty string clears the parameter.
    pub(super) clearable: bool,
}

impl<'d> Shape<'d> {
    /// The shape of the schema at `at`.
    pub(super) fn of(node: Node<'d>, at: &Pointer) -> Result<Self, Error> {
        let schema = match node {
            Node::Reference(reference) => return Ok(Self::Reference(reference)),
            Node::Schema(schema) => schema,
        };
        match &schema.schema_kind {
            SchemaKind::Type(Type::String(string)) => Ok(Self::string(string)),
            SchemaKind::Type(Type::Integer(integer)) => Self::integer(integer, at),
            SchemaKind::Type(Type::Number(number)) => match number.enumeration.is_empty() {
                true => Ok(Self::Number),
                false => Err(not_understood(at, "an enumeration of numbers")),
            },
            SchemaKind::Type(Type::Boolean(boolean)) => match boolean.enumeration.as_slice() {
                [] => Ok(Self::Boolean),
                [Some(true)] => Ok(Self::True),
                _ => Err(not_understood(
                    at,
                    "an enumeration of booleans other than `true` alone",
                )),
            },
            SchemaKind::Type(Type::Object(object)) => Self::object(object, at),
            // The check of the document adds `items` where there are none.
            SchemaKind::Type(Type::Array(ArrayType {
                items: Some(items), ..
            })) => Ok(Self::Array(items.into())),
            SchemaKind::AnyOf { any_of } => Self::any_of(schema, any_of, at),
            SchemaKind::OneOf { one_of } => Self::any_of(schema, one_of, at),
            _ => Err(not_understood(
                at,
                "a schema with keywords that do not go together",
            )),
        }
    }

    fn string(string: &'d StringType) -> Self {
        if string.enumeration.is_empty() {
            let binary = VariantOrUnknownOrEmpty::Item(StringFormat::Binary);
            return match string.format == binary {
                true => Self::File,
                false => Self::String,
            };
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
        let (mut references, mut inline) = (Vec::new(), Vec::new());
        for member in members {
            match member.into() {
                Node::Reference(reference) => references.push(reference),
                Node::Schema(_) => inline.push(member),
            }
        }
        let extensions = &schema.schema_data.extensions;
        let expandable = extensions.contains_key("x-expansionResources");
        match (references.as_slice(), inline.as_slice(), members) {
            ([reference], [], _) => Ok(Self::Reference(reference)),
            ([_, ..], [], _) => Ok(Self::Union(references)),
            ([_, ..], [id], _) if expandable && is_string(id) => Ok(Self::Expandable(references)),
            (_, _, [value, clear]) if is_empty_string(clear) => Ok(Self::Clearable(value.into())),
            _ if is_range(members) => Ok(Self::Range),
            ([], [_, _, ..], _) => Ok(Self::OneOf(Alternatives::of(members))),
            _ => Err(not_understood(at, ANY_OF)),
        }
    }
}

/// Whether the schemas are a whole number and an object of limits for it.
fn is_range(members: &[ReferenceOr<Schema>]) -> bool {
    const LIMITS: [&str; 4] = ["gt", "gte", "lt", "lte"];
    let is_integer = |node: Node<'_>| matches!(node.ty(), Some(Type::Integer(_)));
    let are_limits = |node: Node<'_>| match node.ty() {
        Some(Type::Object(ObjectType { properties, .. })) => {
            let mut limits = properties.iter();
            properties.len() == LIMITS.len()
                && limits.all(|(name, it)| LIMITS.contains(&name.as_str()) && is_integer(it.into()))
        }
        _ => false,
    };
    let [a, b] = members else { return false };
    let (a, b) = (Node::from(a), Node::from(b));
    is_integer(a) && are_limits(b) || is_integer(b) && are_limits(a)
}

impl<'d> Alternatives<'d> {
    /// The number of objects among them.
    pub(super) fn objects(&self) -> usize {
        let mut members = self.members.clone();
        members.retain(|(_, it)| matches!(Node::from(*it).shape(), Some(Shape::Object(_))));
        members.len()
    }

    fn of(members: &'d [ReferenceOr<Schema>]) -> Self {
        let all = members.iter().enumerate();
        let values = all.filter(|(_, member)| !is_empty_string(member));
        let values = values.filter_map(|(index, member)| Some((index, member.as_item()?)));
        Self {
            clearable: members.iter().any(is_empty_string),
            members: values.collect(),
        }
    }
}

/// Whether the schema is text without an enumeration: an id.
fn is_string(node: &ReferenceOr<Schema>) -> bool {
    matches!(Node::from(node).ty(), Some(Type::String(string)) if string.enumeration.is_empty())
}

/// Whether the schema allows the empty string alone.
fn is_empty_string(node: &ReferenceOr<Schema>) -> bool {
    matches!(Node::from(node).ty(), Some(Type::String(string))
        if matches!(string.enumeration.as_slice(), [Some(value)] if value.is_empty()))
}

/// The alternatives that are not understood.
pub(super) const ANY_OF: &str = "an `anyOf` or `oneOf` of this form";

pub(super) fn not_understood(at: &Pointer, what: &str) -> Error {
    Error::document(at, format!("{what} is not understood"))
        .help("add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml")
}

impl Tag {
    /// The constants of an object.
    pub(super) fn of(object: &ObjectType) -> Self {
        let shape = |name: &str| Node::from(object.properties.get(name)?).shape();
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
        match Node::from(schema).ty() {
            Some(Type::Object(object)) => Self::of(object),
            _ => Self::default(),
        }
    }
}

/// Whether the schema is a page of a list: an object with an array `data`.
pub(super) fn is_list(node: Node<'_>) -> bool {
    matches!(node.ty(), Some(Type::Object(object)) if elements(object).is_some())
}

/// The elements of the array `data` of an object.
fn elements(object: &ObjectType) -> Option<Node<'_>> {
    match Node::from(object.properties.get("data")?).shape()? {
        Shape::Array(items) => Some(items),
        _ => None,
    }
}

/// The kinds of pages: the constant in the member `object`, the members that a page always has, and one that it may have.
const PAGES: [(PageKind, Option<&str>, &[&str], &str); 3] = [
    (
        PageKind::List,
        Some("list"),
        &["data", "has_more", "object", "url"],
        "",
    ),
    (
        PageKind::Search,
        Some("search_result"),
        &["data", "has_more", "next_page", "object", "url"],
        "total_count",
    ),
    (
        PageKind::V2List,
        None,
        &["data", "next_page_url"],
        "previous_page_url",
    ),
];

/// The kind and the elements of a page, if the object is one.
pub(super) fn page_items(object: &ObjectType) -> Option<(PageKind, Node<'_>)> {
    let items = elements(object)?;
    let (properties, found) = (&object.properties, Tag::of(object).object);
    let mut pages = PAGES.into_iter();
    let (kind, ..) = pages.find(|(_, tag, always, sometimes)| {
        let is_known = |name: &String| always.contains(&name.as_str()) || name == sometimes;
        found.as_deref() == *tag
            && always.iter().all(|name| properties.contains_key(*name))
            && properties.keys().all(is_known)
    })?;
    Some((kind, items))
}
