//! The model of the generated code, as plain data.
//!
//! `lower` makes it and `emit` reads it. It depends neither on the document nor on tokens.
//!
//! **Invariant:** all names are final; all identifiers are valid, and unique in their scope.

mod copy;
mod ty;

use std::collections::BTreeMap;

pub use copy::{Content, Conversion, CopiedField, Copy};
pub use ty::{PageKind, Path, Type};

/// Everything that is generated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Model {
    /// The version of Stripe's API: `2026-01-28.clover`.
    pub api_version: String,
    /// Sorted by name.
    pub modules: Vec<Module>,
    /// The path of the type of every component schema.
    pub components: BTreeMap<String, Path>,
}

/// A file: a resource with the types that belong to it, an operation with its parameters, or the types that several
/// resources share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Module {
    /// The name of the module, and of the file without `.rs`.
    pub name: String,
    /// The line at the top.
    pub docs: String,
    /// In the order of the file.
    pub items: Vec<Item>,
    /// The expandable paths that begin here, if any.
    pub expand: Option<Expand>,
    /// The conversions of responses into types of this module.
    pub copies: Vec<Copy>,
}

/// The paths that can be expanded in responses of one type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Expand {
    /// The type.
    pub root: Type,
    /// The fields of the type that can be expanded.
    pub fields: Vec<ExpandableField>,
}

/// A field that can be expanded: a step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExpandableField {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// The type at the end of the step: for an expandable field, that of the object; for an array, that of its elements.
    pub target: Type,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// Its module and name.
    pub path: Path,
    /// Its documentation.
    pub docs: Docs,
    /// What it is.
    pub kind: Kind,
    /// The fields that can be expanded. Those of a union lead to the same type in all objects that have them.
    pub expandable: Vec<ExpandableField>,
}

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A struct.
    Object(Object),
    /// An enum of strings, in the order of the document.
    StringEnum(Vec<EnumValue>),
    /// An enum of objects that the member `object` identifies.
    Union(Union),
    /// An enum of values of different kinds, in a request, in the order of the document.
    Choice(Vec<ChoiceMember>),
    /// An alias of a type with the same content.
    Alias(Type),
}

impl Kind {
    /// The operation that the type is the request of.
    pub fn operation(&self) -> Option<&Operation> {
        match self {
            Self::Object(object) => match &object.role {
                Role::Operation(operation) => Some(operation),
                Role::Response | Role::Parameters => None,
            },
            _ => None,
        }
    }

    /// The types of the fields or variants, that of the response of an operation, and that behind an alias.
    pub fn types(&self) -> Box<dyn Iterator<Item = &Type> + '_> {
        match self {
            Self::Object(object) => {
                let output = self.operation().map(|operation| &operation.output);
                Box::new(object.fields.iter().map(|field| &field.ty).chain(output))
            }
            Self::Union(union) => Box::new(union.members.iter().map(|member| &member.ty)),
            Self::Choice(choice) => Box::new(choice.iter().filter_map(ChoiceMember::ty)),
            Self::Alias(of) => Box::new(std::iter::once(of)),
            Self::StringEnum(_) => Box::new(std::iter::empty()),
        }
    }

    /// The same types, mutable.
    pub fn types_mut(&mut self) -> Box<dyn Iterator<Item = &mut Type> + '_> {
        match self {
            Self::Object(object) => {
                let output = match &mut object.role {
                    Role::Operation(operation) => Some(&mut operation.output),
                    Role::Response | Role::Parameters => None,
                };
                let fields = object.fields.iter_mut();
                Box::new(fields.map(|field| &mut field.ty).chain(output))
            }
            Self::Union(union) => Box::new(union.members.iter_mut().map(|member| &mut member.ty)),
            Self::Choice(choice) => Box::new(choice.iter_mut().filter_map(|it| match it {
                ChoiceMember::Data { ty, .. } => Some(ty),
                ChoiceMember::Value(_) => None,
            })),
            Self::Alias(of) => Box::new(std::iter::once(of)),
            Self::StringEnum(_) => Box::new(std::iter::empty()),
        }
    }
}

/// The documentation of a type or a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// Prose, in Markdown.
    pub prose: Option<String>,
    /// Facts of the document that prose need not repeat: limits, formats. Clauses without a full stop.
    pub facts: Vec<String>,
    /// Stripe's page about it.
    pub link: Option<String>,
}

/// A struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Object {
    /// Its purpose.
    pub role: Role,
    /// The constants that identify it.
    pub tag: Tag,
    /// In the order of the document.
    pub fields: Vec<Field>,
}

/// The constants that identify an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// The only value of its member `object`.
    pub object: Option<String>,
    /// Whether its member `deleted` is always `true`.
    pub deleted: bool,
}

/// The purpose of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Stripe sends it in a response.
    Response,
    /// The caller sends it, inside the parameters of an operation.
    Parameters,
    /// The caller sends it: all parameters of an operation.
    Operation(Operation),
}

/// The HTTP request of an operation, without its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Operation {
    /// The HTTP method.
    pub method: Method,
    /// `/v1/customers/{customer}`
    pub path: String,
    /// The format of the parameters that are neither in the path nor in the query.
    pub body: Body,
    /// The server of the operation, if it has its own: `https://files.stripe.com`.
    pub server: Option<String>,
    /// The type of the response.
    pub output: Type,
    /// The method that makes the request, if the resource of the only required parameter has one: `update`.
    pub shortcut: Option<&'static str>,
    /// Whether the response is a page, and a parameter or the response itself leads to the next page.
    pub paginated: bool,
}

/// The format of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// `application/x-www-form-urlencoded`
    Form,
    /// No body.
    Empty,
    /// `application/json`
    Json,
    /// `multipart/form-data`
    Multipart,
}

/// The methods that operations have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The key of an operation in a path item: `get`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Put => "put",
            Self::Patch => "patch",
            Self::Delete => "delete",
        }
    }

    /// Whether the parameters of a request are in its body.
    pub fn has_body(self) -> bool {
        !matches!(self, Self::Get | Self::Delete)
    }
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// Its documentation.
    pub docs: Docs,
    /// Its type, without the `Option` of one that may be absent.
    pub ty: Type,
    /// Whether it is always present.
    pub required: bool,
}

/// A value of an enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumValue {
    /// The name of the variant.
    pub name: String,
    /// The value on the wire.
    pub wire: String,
}

/// A variant of an enum of values of different kinds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ChoiceMember {
    /// One string.
    Value(EnumValue),
    /// All values of a type.
    Data {
        /// The name of the variant.
        name: String,
        /// The type.
        ty: Type,
    },
}

impl ChoiceMember {
    /// The name of the variant.
    pub fn name(&self) -> &str {
        match self {
            Self::Value(value) => &value.name,
            Self::Data { name, .. } => name,
        }
    }

    /// The string, if it is one.
    pub fn value(&self) -> Option<&EnumValue> {
        match self {
            Self::Value(value) => Some(value),
            Self::Data { .. } => None,
        }
    }

    /// The type of its value, if it has one.
    pub fn ty(&self) -> Option<&Type> {
        match self {
            Self::Value(_) => None,
            Self::Data { ty, .. } => Some(ty),
        }
    }
}

/// An enum of objects.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The start of the path of an error in it, if that is not the name of the type.
    pub root: Option<String>,
    /// The objects.
    pub members: Vec<Member>,
}

/// An object of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// The name of the variant.
    pub name: String,
    /// The type of the object.
    pub ty: Type,
    /// The constants that identify it.
    pub tag: Tag,
}
