//! The types of fields, and where those of the model are.

/// The type of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// A number, or limits for one, in a request.
    Range,
    /// The content of a file, in a request.
    File,
    /// An answer that is no text.
    Binary,
    /// A type of the model.
    Named(Path),
    /// A [`Kind::Choice`](super::Kind::Choice) of the model: whatever can be in it converts into it.
    Choice(Path),
    /// `Vec`
    Array(Box<Type>),
    /// `BTreeMap<String, _>`
    Map(Box<Type>),
    /// A page of a list.
    List(Box<Type>),
    /// The id of something.
    Id(Box<Type>),
    /// An id, or the object.
    Expandable {
        /// The object.
        object: Box<Type>,
        /// What the id is said to be of: the object, or what it is if it is not deleted.
        id: Box<Type>,
    },
    /// The paths to expand in an answer of this type, in a request.
    Expansions(Box<Type>),
    /// An object that is decoded when asked for.
    Lazy(Box<Type>),
    /// An object of one of two types that nothing tells apart.
    AnyOf(Box<Type>, Box<Type>),
    /// A parameter that the empty string clears.
    Clearable(Box<Type>),
    /// A type that contains itself through this field.
    Boxed(Box<Type>),
}

impl Type {
    /// Calls `change` with the place of every type of the model that this one is made of.
    pub fn for_each_path_mut(&mut self, change: &mut dyn FnMut(&mut Path)) {
        match self {
            Self::Named(path) | Self::Choice(path) => change(path),
            Self::Array(inner)
            | Self::Map(inner)
            | Self::List(inner)
            | Self::Id(inner)
            | Self::Expansions(inner)
            | Self::Lazy(inner)
            | Self::Clearable(inner)
            | Self::Boxed(inner) => inner.for_each_path_mut(change),
            Self::AnyOf(a, b) | Self::Expandable { object: a, id: b } => {
                a.for_each_path_mut(change);
                b.for_each_path_mut(change);
            }
            Self::String
            | Self::Boolean
            | Self::Integer
            | Self::Number
            | Self::Timestamp
            | Self::Json
            | Self::Metadata
            | Self::Range
            | Self::File
            | Self::Binary => {}
        }
    }
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
