//! The types of fields, and the paths of the types of the model.

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
    /// JSON without a type in the document.
    Json,
    /// Metadata of the caller, in a request.
    Metadata,
    /// A number, or limits for one, in a request.
    Range,
    /// The content of a file, in a request.
    File,
    /// A response that is not text.
    Binary,
    /// A type of the model.
    Named(Path),
    /// A [`Kind::Choice`](super::Kind::Choice) of the model, into which the values of its variants convert.
    Choice(Path),
    /// `Vec`
    Array(Box<Type>),
    /// `BTreeMap<String, _>`
    Map(Box<Type>),
    /// A page of a list or of a search.
    Page(PageKind, Box<Type>),
    /// The id of something.
    Id(Box<Type>),
    /// An id, or the object.
    Expandable {
        /// The object.
        object: Box<Type>,
        /// The type parameter of the id: the object, or for a deleted counterpart the live resource.
        id: Box<Type>,
    },
    /// The paths to expand in a response of this type, in a request.
    Expansions(Box<Type>),
    /// An object that is decoded on demand.
    Lazy(Box<Type>),
    /// An object of one of two types without a tag.
    AnyOf(Box<Type>, Box<Type>),
    /// A parameter that the empty string clears.
    Clearable(Box<Type>),
    /// A type that contains itself through this field.
    Boxed(Box<Type>),
}

impl Type {
    /// The path of a type of the model, boxed or not.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Named(path) => Some(path),
            Self::Boxed(inner) => inner.path(),
            _ => None,
        }
    }

    /// Calls `change` with the path of every type of the model in this type.
    pub fn for_each_path_mut(&mut self, change: &mut dyn FnMut(&mut Path)) {
        match self {
            Self::Named(path) | Self::Choice(path) => change(path),
            Self::Array(inner)
            | Self::Map(inner)
            | Self::Page(_, inner)
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

/// The kinds of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// `List`, of API v1.
    List,
    /// `SearchPage`, of API v1.
    Search,
    /// `V2List`, of API v2.
    V2List,
}

/// The path of a type of the model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    /// The module.
    pub module: String,
    /// The name in it.
    pub name: String,
    /// Whether it is also exported as `crate::Name`.
    pub top_level: bool,
}

impl Path {
    /// The prefix of the names of the types inside this one: inside a top-level type, the module is enough.
    pub fn prefix(&self) -> &str {
        if self.top_level { "" } else { &self.name }
    }
}
