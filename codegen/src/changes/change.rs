//! One difference between two documents.

use std::fmt::Display;

use serde::Serialize;

use crate::pointer::Pointer;

/// A difference between two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whether something was removed, changed or added.
    pub kind: ChangeKind,
    /// What was removed, changed or added.
    pub subject: Subject,
    /// The location: in the old document for something that was removed, otherwise in the new one.
    pub pointer: Pointer,
    /// The qualified API name: `customer.address.city`, `POST /v1/customers: email`.
    pub api: String,
    /// The Rust name, if it is known: `Customer::email`.
    pub rust: Option<String>,
    /// The old state, if it has a short description.
    pub was: Option<String>,
    /// The new state.
    pub now: Option<String>,
    /// The effect on code that uses the crate.
    pub for_rust: Class,
    /// The effect on API callers in any language.
    pub for_callers: Class,
    /// A likely explanation, with the evidence for it. Never certain.
    pub guess: Option<String>,
}

impl Change {
    /// A change without a description of the old and the new state. `classes` are the effects on Rust code and on API callers,
    /// `subject` comes with its pointer, API name and Rust name.
    pub(super) fn new(
        kind: ChangeKind,
        subject: Subject,
        (for_rust, for_callers): (Class, Class),
        (pointer, api, rust): (Pointer, String, Option<String>),
    ) -> Self {
        Self {
            kind,
            subject,
            pointer,
            api,
            rust,
            was: None,
            now: None,
            for_rust,
            for_callers,
            guess: None,
        }
    }

    /// The same change with a description of the old and the new state.
    pub(super) fn between(self, was: impl Into<String>, now: impl Into<String>) -> Self {
        Self {
            was: Some(was.into()),
            now: Some(now.into()),
            ..self
        }
    }
}

/// `text` in Markdown's code marks.
pub(super) fn code(text: impl Display) -> String {
    format!("`{text}`")
}

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Only the old document has the subject.
    Removed,
    /// Both documents have the subject, in different states.
    Changed,
    /// Only the new document has the subject.
    Added,
}

impl ChangeKind {
    /// What belongs to the document that has the subject, the old one if it was removed; and what belongs to the other document.
    pub(super) fn of<T>(self, old: T, new: T) -> (T, T) {
        match self {
            Self::Removed => (old, new),
            Self::Added | Self::Changed => (new, old),
        }
    }
}

/// The effect of a change, the most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Correct code may stop working.
    Breaking,
    /// Correct code keeps working, and more is possible.
    Additive,
    /// Only the documentation changes.
    Docs,
}

impl Class {
    /// The class of a removal or an addition where a removal breaks users.
    pub(super) const fn of(kind: ChangeKind) -> Self {
        match kind {
            ChangeKind::Removed => Self::Breaking,
            ChangeKind::Added | ChangeKind::Changed => Self::Additive,
        }
    }

    /// The name of the class for code that uses the crate.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Docs => "docs only",
        }
    }

    /// The name of the class for API callers.
    #[must_use]
    pub const fn for_callers(self) -> &'static str {
        match self {
            Self::Docs => "no change",
            other => other.name(),
        }
    }
}

/// What a change is about, from the largest to the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An operation.
    Operation,
    /// A response of an operation.
    Response,
    /// The media type of a request body.
    Body,
    /// A parameter, or a field of one.
    Parameter,
    /// The location of a parameter in the request.
    Location,
    /// A component schema.
    Schema,
    /// A field of a response.
    Field,
    /// The type of a field or a parameter.
    Type,
    /// The path of a Rust type.
    TypeName,
    /// The Rust name of something whose API name is the same.
    Name,
    /// The order of the arguments of `new`.
    Order,
    /// A component of a union.
    Member,
    /// An alternative of a parameter that accepts values of several types.
    Alternative,
    /// A value of an enumeration.
    Value,
    /// Whether a field or a parameter is required.
    Required,
    /// Whether a field or a parameter can be `null`.
    Nullable,
    /// Whether a field can be expanded.
    Expandable,
    /// A limit.
    Limit,
    /// A pattern, or a format of text or numbers.
    Format,
    /// A default value.
    Default,
    /// Whether something is deprecated.
    Deprecated,
}

impl Subject {
    /// The words in front of the name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Response => "response",
            Self::Body => "request body of",
            Self::Parameter => "parameter",
            Self::Location => "location of parameter",
            Self::Schema => "schema",
            Self::Field => "field",
            Self::Type => "type of",
            Self::TypeName => "type name",
            Self::Name => "Rust name of",
            Self::Order => "argument order of",
            Self::Member => "union member",
            Self::Alternative => "alternative of",
            Self::Value => "value",
            Self::Required => "required",
            Self::Nullable => "nullable",
            Self::Expandable => "expandable",
            Self::Limit => "limit of",
            Self::Format => "format of",
            Self::Default => "default of",
            Self::Deprecated => "deprecated",
        }
    }
}
