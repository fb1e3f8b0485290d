//! The model: what the output is made of, as plain data.
//!
//! Made by [`lower`](crate::lower), read by `emit`. Nothing here knows the document, nothing knows
//! tokens. All names are final, all identifiers valid and distinct in their scope.

/// Everything that is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The version of Stripe's API: `2026-01-28.clover`.
    pub api_version: String,
    /// Sorted by name.
    pub modules: Vec<Module>,
}

/// A file: a resource with the types that belong to it, an operation with its parameters, or the types that several
/// resources share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The name of the module, and of the file without `.rs`.
    pub name: String,
    /// The line at the top.
    pub docs: String,
    /// In the order of the file.
    pub items: Vec<Item>,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// The kinds of types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A struct.
    Object(Object),
    /// An enum of strings.
    StringEnum(StringEnum),
    /// An enum of objects that are told apart by their member `object`.
    Union(Union),
}

/// What is said of a type or a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// Prose, in Markdown.
    pub prose: Option<String>,
    /// What the document says of it that prose need not repeat: limits, formats. Clauses without a full stop.
    pub facts: Vec<String>,
    /// Stripe's page about it.
    pub link: Option<String>,
}

/// A struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// What it is for.
    pub role: Role,
    /// The constant in its member `object`.
    pub tag: Option<String>,
    /// Whether its member `deleted` is always `true`.
    pub deleted: bool,
    /// In the order of the document.
    pub fields: Vec<Field>,
}

/// What a struct is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Stripe sends it.
    Response,
    /// The caller sends it, inside the parameters of an operation.
    Parameters,
    /// The caller sends it: all parameters of an operation.
    Operation(Operation),
}

/// What goes over the wire for an operation, beside its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// `GET`, `POST` or `DELETE`.
    pub method: Method,
    /// `/v1/customers/{customer}`
    pub path: String,
    /// What Stripe answers.
    pub output: Type,
}

/// The methods that operations have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `String`
    String,
    /// `bool`
    Boolean,
    /// `i64`
    Integer,
    /// `f64`
    Number,
    /// Seconds since the Unix epoch.
    Timestamp,
    /// JSON that the document gives no type for.
    Json,
    /// Pairs of the caller's own, in a request.
    Metadata,
    /// A type of the model.
    Named(Path),
    /// `Vec`
    Array(Box<Type>),
    /// `BTreeMap<String, _>`
    Map(Box<Type>),
    /// A page of a list.
    List(Box<Type>),
    /// An id, or the object.
    Expandable(Box<Type>),
    /// An object that is decoded when asked for.
    OnDemand(Box<Type>),
    /// An object of one of two types that nothing tells apart.
    AnyOf(Box<Type>, Box<Type>),
    /// A parameter that the empty string clears.
    Clearable(Box<Type>),
    /// A type that contains itself through this field.
    Boxed(Box<Type>),
}

/// Where a type of the model is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The module.
    pub module: String,
    /// The name in it.
    pub name: String,
    /// Whether it can be reached as `crate::Name` too.
    pub top_level: bool,
}

/// An enum of strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StringEnum {
    /// The fields of the API that have these values.
    pub fields: Vec<String>,
    /// In the order of the document.
    pub values: Vec<EnumValue>,
}

/// A value of an enum of strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumValue {
    /// The name of the variant.
    pub name: String,
    /// The value on the wire.
    pub wire: String,
}

/// An enum of objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// What the path of an error in it starts with, if not the name of the type.
    pub root: Option<String>,
    /// The objects.
    pub members: Vec<Member>,
}

/// An object of a union.
#[derive(Clone, Debug, PartialEq, Eq)]
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
