// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Expansion, Timestamp};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// API field `description`; at most 350 characters.
    pub description: Option<String>,
    /// API field `amount`; at least 1.
    pub amount: Option<i64>,
    /// API field `rate`.
    pub rate: Option<f64>,
    /// API field `validate`.
    pub validate: Option<bool>,
    /// API field `starts_at`.
    pub starts_at: Option<Timestamp>,
    /// API field `expand`.
    pub expand: Option<Vec<Expansion<crate::Thing>>>,
    /// API field `kind`.
    pub kind: Option<Kind>,
    /// API field `colors`.
    pub colors: Option<Vec<Color>>,
}

object! {
    CreateThing deny_unknown_fields { description = "description", amount = "amount",
    rate = "rate", validate = "validate", starts_at = "starts_at", expand = "expand",
    kind = "kind", colors = "colors" }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// No parameters: what is not set is not sent.
    pub fn new() -> Self {
        Self::default()
    }

    /// API field `description`; at most 350 characters.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// API field `amount`; at least 1.
    pub fn amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }

    /// API field `rate`.
    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = Some(rate);
        self
    }

    /// API field `validate`.
    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = Some(validate);
        self
    }

    /// API field `starts_at`.
    pub fn starts_at(mut self, starts_at: impl Into<Timestamp>) -> Self {
        self.starts_at = Some(starts_at.into());
        self
    }

    /// API field `expand`.
    ///
    /// May be called several times.
    pub fn expand(mut self, path: impl Into<Expansion<crate::Thing>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }

    /// API field `kind`.
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// API field `colors`.
    pub fn colors(mut self, colors: impl IntoIterator<Item = Color>) -> Self {
        self.colors = Some(colors.into_iter().collect());
        self
    }
}

/// The values of the API field `colors`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Color {
    /// `red`
    Red,
    /// `green`
    Green,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Color { Red = "red", Green = "green" }
}

/// The values of the API field `kind`.
#[derive(Clone)]
#[non_exhaustive]
pub enum Kind {
    /// `small`
    Small,
    /// `large`
    Large,
    /// A value that this version of the crate does not know.
    Unknown(crate::UnknownValue),
}

string_enum! {
    Kind { Small = "small", Large = "large" }
}
