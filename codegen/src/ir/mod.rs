//! The model: what the output is made of, as plain data.
//!
//! Made by [`lower`](crate::lower), read by `emit`. Nothing here knows the document, nothing knows
//! tokens. All names are final, all identifiers valid and distinct in their scope.

mod ty;

use std::collections::BTreeMap;

pub use ty::{Path, Type};

/// Everything that is generated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Model {
    /// The version of Stripe's API: `2026-01-28.clover`.
    pub api_version: String,
    /// Sorted by name.
    pub modules: Vec<Module>,
    /// Where the type of every component schema is.
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
    /// The paths that begin here, if any do.
    pub expand: Option<Expand>,
}

/// The paths that can be expanded in answers of one type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Expand {
    /// The type.
    pub root: Type,
    /// The fields of it that can be expanded.
    pub fields: Vec<ExpandableField>,
}

/// A field that can be expanded: a step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ExpandableField {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// What is at the end of the step: for an id or an object, the object; for an array, its elements.
    pub target: Type,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The name of the type.
    pub name: String,
    /// What is said of it.
    pub docs: Docs,
    /// Whether it can be reached as `crate::Name` too.
    pub top_level: bool,
    /// What it is.
    pub kind: Kind,
}

impl Item {
    /// Where the type is, if it is in `module`.
    #[must_use]
    pub fn path(&self, module: &str) -> Path {
        Path {
            module: module.to_owned(),
            name: self.name.clone(),
            top_level: self.top_level,
        }
    }
}

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A struct.
    Object(Object),
    /// An enum of strings.
    StringEnum(StringEnum),
    /// An enum of objects that are told apart by their member `object`.
    Union(Union),
    /// An enum of values of different kinds, in a request.
    Choice(Choice),
    /// Another name of a type that is just the same.
    Alias(Type),
}

impl Kind {
    /// The fields that can be expanded.
    #[must_use]
    pub fn expandable(&self) -> &[ExpandableField] {
        match self {
            Self::Object(object) => &object.expandable,
            Self::Union(union) => &union.expandable,
            Self::StringEnum(_) | Self::Choice(_) | Self::Alias(_) => &[],
        }
    }

    /// The types of the fields or variants, that of the answer to an operation, and what an alias is of.
    pub fn types(&self) -> Box<dyn Iterator<Item = &Type> + '_> {
        match self {
            Self::Object(object) => {
                let output = match &object.role {
                    Role::Operation(operation) => Some(&operation.output),
                    Role::Response | Role::Parameters => None,
                };
                Box::new(object.fields.iter().map(|field| &field.ty).chain(output))
            }
            Self::Union(union) => Box::new(union.members.iter().map(|member| &member.ty)),
            Self::Choice(choice) => Box::new(choice.members.iter().filter_map(ChoiceMember::ty)),
            Self::Alias(of) => Box::new(std::iter::once(of)),
            Self::StringEnum(_) => Box::new(std::iter::empty()),
        }
    }

    /// The same types, to be changed.
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
            Self::Choice(choice) => Box::new(choice.members.iter_mut().filter_map(|it| match it {
                ChoiceMember::Data { ty, .. } => Some(ty),
                ChoiceMember::Value(_) => None,
            })),
            Self::Alias(of) => Box::new(std::iter::once(of)),
            Self::StringEnum(_) => Box::new(std::iter::empty()),
        }
    }
}

/// What is said of a type or a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Docs {
    /// Prose, in Markdown.
    pub prose: Option<String>,
    /// What the document says of it that prose need not repeat: limits, formats. Clauses without a full stop.
    pub facts: Vec<String>,
    /// Stripe's page about it.
    pub link: Option<String>,
}

/// A struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Object {
    /// What it is for.
    pub role: Role,
    /// The constant in its member `object`.
    pub tag: Option<String>,
    /// Whether its member `deleted` is always `true`.
    pub deleted: bool,
    /// In the order of the document.
    pub fields: Vec<Field>,
    /// Those of the fields that can be expanded.
    pub expandable: Vec<ExpandableField>,
}

/// What a struct is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Stripe sends it.
    Response,
    /// The caller sends it, inside the parameters of an operation.
    Parameters,
    /// The caller sends it: all parameters of an operation.
    Operation(Operation),
}

/// What goes over the wire for an operation, beside its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Operation {
    /// `GET`, `POST` or `DELETE`.
    pub method: Method,
    /// `/v1/customers/{customer}`
    pub path: String,
    /// How the parameters are sent that are neither in the path nor in the query.
    pub body: Body,
    /// Where the operation is, if not where the others are: `https://files.stripe.com`.
    pub server: Option<String>,
    /// What Stripe answers.
    pub output: Type,
}

/// How parameters are sent in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Body {
    /// `application/x-www-form-urlencoded`
    Form,
    /// There is no body.
    Empty,
    /// `application/json`
    Json,
    /// `multipart/form-data`
    Multipart,
}

/// The methods that operations have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field {
    /// Its name in Rust.
    pub name: String,
    /// Its name on the wire.
    pub wire: String,
    /// What is said of it.
    pub docs: Docs,
    /// Its type, without the `Option` of one that may be absent.
    pub ty: Type,
    /// Whether it is always there.
    pub required: bool,
}

/// An enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StringEnum {
    /// In the order of the document.
    pub values: Vec<EnumValue>,
}

/// A value of an enum of strings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumValue {
    /// The name of the variant.
    pub name: String,
    /// The value on the wire.
    pub wire: String,
}

/// An enum of values of different kinds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// In the order of the document.
    pub members: Vec<ChoiceMember>,
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
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Value(value) => &value.name,
            Self::Data { name, .. } => name,
        }
    }

    /// The type of what it holds, if it holds anything.
    #[must_use]
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
    /// What the path of an error in it starts with, if not the name of the type.
    pub root: Option<String>,
    /// The objects.
    pub members: Vec<Member>,
    /// The fields that can be expanded in all of the objects that have them, and lead to one type.
    pub expandable: Vec<ExpandableField>,
}

/// An object of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// The name of the variant.
    pub name: String,
    /// The type of the object.
    pub ty: Type,
    /// The constant in its member `object`.
    pub tag: String,
    /// Whether its member `deleted` is always `true`.
    pub deleted: bool,
}
