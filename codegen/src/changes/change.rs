//! What a change is.

use std::fmt::Display;

use serde::Serialize;

use crate::pointer::Pointer;

/// Something that is not as it was, between two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What has become of it.
    pub action: Action,
    /// What kind of thing it is.
    pub subject: Subject,
    /// Its place: in the old document if it was removed, else in the new one.
    pub pointer: Pointer,
    /// Its name in the API, with what it is in: `customer.address.city`, `POST /v1/customers: email`.
    pub api: String,
    /// Its name in Rust, where that is known: `Customer::email`.
    pub rust: Option<String>,
    /// What it was, if that can be said in a word.
    pub was: Option<String>,
    /// What it is now.
    pub now: Option<String>,
    /// What that means for code that uses the crate.
    pub for_rust: Class,
    /// What that means for whoever calls the API, in any language.
    pub for_callers: Class,
    /// What has probably happened, and why one may think so. Never certain.
    pub guess: Option<String>,
}

impl Change {
    /// The same, with what it was and what it is now.
    pub(super) fn between(self, was: impl Into<String>, now: impl Into<String>) -> Self {
        Self {
            was: Some(was.into()),
            now: Some(now.into()),
            ..self
        }
    }
}

/// `text`, marked as code.
pub(super) fn code(text: impl Display) -> String {
    format!("`{text}`")
}

/// What has become of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
    /// It is new.
    Added,
}

/// What a change means; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// What was right may not be right any more.
    Breaking,
    /// There is more than there was; all that was right still is.
    Additive,
    /// Only what is said of it differs.
    Docs,
}

impl Class {
    /// The class of what has come or gone, if what has gone is missed.
    pub(super) const fn of(action: Action) -> Self {
        match action {
            Action::Removed => Self::Breaking,
            Action::Added | Action::Changed => Self::Additive,
        }
    }

    /// The class in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Additive => "additive",
            Self::Docs => "docs only",
        }
    }

    /// The class in words, for whoever calls the API.
    #[must_use]
    pub const fn for_callers(self) -> &'static str {
        match self {
            Self::Docs => "no change",
            other => other.name(),
        }
    }
}

/// The kinds of things that change; the greatest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// An operation.
    Operation,
    /// An answer of an operation.
    Response,
    /// The form in which a body is sent.
    Body,
    /// A parameter, or a field of one.
    Parameter,
    /// Where in the request a parameter is sent.
    Place,
    /// A component schema.
    Schema,
    /// A field of what Stripe sends.
    Field,
    /// What a field or a parameter is made of.
    Type,
    /// The name of a type, with its module, in Rust.
    TypeName,
    /// A name in Rust of something that has the same name as before in the API.
    Name,
    /// The order of what `new` takes.
    Order,
    /// A component that can stand in a place where several can.
    Member,
    /// A kind of value of a parameter that takes several.
    Kind,
    /// A value of an enumeration.
    Value,
    /// Whether it has to be there.
    Required,
    /// Whether it can be `null`.
    Nullable,
    /// Whether the object can be had in place of its id.
    Expandable,
    /// A limit.
    Limit,
    /// A pattern or a format of text or numbers.
    Format,
    /// What holds if it is left out.
    Default,
    /// Whether it is to be used no more.
    Deprecated,
}

impl Subject {
    /// The subject in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Response => "response",
            Self::Body => "body",
            Self::Parameter => "parameter",
            Self::Place => "place of the parameter",
            Self::Schema => "schema",
            Self::Field => "field",
            Self::Type => "type of",
            Self::TypeName => "name of the type",
            Self::Name => "name in Rust of",
            Self::Order => "order of the arguments of",
            Self::Member => "member of the union",
            Self::Kind => "kind of value of",
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

/// Which part of a version number moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The first.
    Major,
    /// The second.
    Minor,
    /// The third.
    Patch,
    /// None of them.
    None,
}

impl Part {
    /// The part in a word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
            Self::None => "none",
        }
    }
}
