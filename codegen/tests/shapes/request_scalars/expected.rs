// ---- create_thing.rs

//! [`CreateThing`], and the types that belong to it.

use crate::runtime::model::{object, string_enum};
use crate::runtime::types::{Expansion, Timestamp};
use crate::runtime::wire::operation;

/// `POST /v1/things`.
///
/// ```no_run
#[doc = concat!(" # use ", env!("CARGO_CRATE_NAME"), "::*;")]
/// # async fn example(client: Client) -> Result<(), Error> {
/// let response = CreateThing::new()
///     .send(&client)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
#[must_use = "a request does nothing until it is sent"]
#[non_exhaustive]
pub struct CreateThing {
    /// At most 350 characters.
    pub description: Option<String>,
    /// At least 1.
    pub amount: Option<i64>,
    pub rate: Option<f64>,
    pub validate: Option<bool>,
    pub starts_at: Option<Timestamp>,
    pub expand: Option<Vec<Expansion<crate::Thing>>>,
    pub kind: Option<Kind>,
    pub colors: Option<Vec<Color>>,
}

object! {
    CreateThing deny_unknown_fields {
        description = "description",
        amount = "amount",
        rate = "rate",
        validate = "validate",
        starts_at = "starts_at",
        expand = "expand",
        kind = "kind",
        colors = "colors",
    }
}

operation! {
    CreateThing: Post "/v1/things" -> crate::Thing
}

impl CreateThing {
    /// Creates the request with no field set.
    pub fn new() -> Self {
        Self::default()
    }

    /// At most 350 characters.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// At least 1.
    pub fn amount(mut self, amount: i64) -> Self {
        self.amount = Some(amount);
        self
    }

    pub fn rate(mut self, rate: f64) -> Self {
        self.rate = Some(rate);
        self
    }

    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = Some(validate);
        self
    }

    pub fn starts_at(mut self, starts_at: impl Into<Timestamp>) -> Self {
        self.starts_at = Some(starts_at.into());
        self
    }

    /// Each call adds one path.
    pub fn expand(mut self, path: impl Into<Expansion<crate::Thing>>) -> Self {
        self.expand.get_or_insert_default().push(path.into());
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    pub fn colors(mut self, colors: impl IntoIterator<Item = Color>) -> Self {
        self.colors = Some(colors.into_iter().collect());
        self
    }
}

string_enum! {
    /// Values of the API field `colors`.
    Color {
        Red = "red",
        Green = "green",
    }
}

string_enum! {
    /// Values of the API field `kind`.
    Kind {
        Small = "small",
        Large = "large",
    }
}
