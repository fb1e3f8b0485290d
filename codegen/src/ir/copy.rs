//! Conversions of types in responses into types of parameters with the same fields.

use super::Path;

/// The conversion of a reference to one type into another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Copy {
    /// The type in responses.
    pub from: Path,
    /// The type of parameters.
    pub to: Path,
    /// The fields that are not copied, by their names on the wire, and why. Only of the parameters of an operation.
    pub left_out: Option<(Vec<String>, String)>,
    /// How it is copied.
    pub content: Content,
}

/// What is copied.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Content {
    /// The names in Rust of all fields of the target, in their order, and how they are copied.
    Fields(Vec<(String, Option<CopiedField>)>),
    /// The value of an enum of strings, except for these.
    Value(Vec<String>),
}

impl Copy {
    /// Whether a response may lack what the parameters require.
    pub fn is_fallible(&self) -> bool {
        match &self.content {
            Content::Value(refused) => !refused.is_empty(),
            Content::Fields(_) => self.fields().any(|field| {
                field.required && (!field.from_required || field.conversion.is_fallible())
            }),
        }
    }

    /// The fields that are copied.
    pub fn fields(&self) -> impl Iterator<Item = &CopiedField> {
        let fields = match &self.content {
            Content::Fields(fields) => fields.as_slice(),
            Content::Value(_) => &[],
        };
        fields.iter().filter_map(|(_, field)| field.as_ref())
    }
}

/// A field that is copied from another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CopiedField {
    /// The name in Rust of the field that is copied.
    pub from: String,
    /// Its name on the wire.
    pub wire: String,
    /// Whether that field is always present.
    pub from_required: bool,
    /// Whether the target requires it.
    pub required: bool,
    /// The conversion of its value.
    pub conversion: Conversion,
}

/// The conversion of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// A number or a boolean.
    Copied,
    /// A value of the same type.
    Clone,
    /// A value whose type converts.
    Into,
    /// A value whose type converts, without some fields.
    Without(Path, Vec<String>),
    /// A value whose type converts if nothing is missing.
    TryInto(Path),
    /// Text into a value of an enum of strings.
    Text,
    /// The id of an object.
    Id,
    /// The elements of an array.
    Each(Box<Conversion>),
    /// The elements of a list, if it has one page.
    Page,
    /// The value of a parameter that can be cleared.
    Set(Box<Conversion>),
}

impl Conversion {
    /// Whether a value may not convert.
    pub fn is_fallible(&self) -> bool {
        match self {
            Self::TryInto(_) | Self::Page => true,
            Self::Set(inner) => inner.is_fallible(),
            _ => false,
        }
    }
}
