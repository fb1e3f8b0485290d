//! JSON values that are kept as text.

use std::fmt;

use crate::runtime::json::{DecodeError, Decoder, Kept, Step};
use crate::runtime::model::{self, Decode, ValueRef, Visit, object};

/// A JSON value, kept as the text that Stripe sent.
///
/// The crate uses it for values without a type in Stripe's OpenAPI document, and for objects of unknown types. Values of
/// one response share its text: cloning is cheap, but one value keeps the text of the whole response in memory. Any JSON
/// library reads it:
///
/// ```
/// let json: stripe_customers::Json = serde_json::from_str(r#"{"a": [1, 2]}"#)?;
/// let value: serde_json::Value = serde_json::from_str(json.as_str())?;
/// assert_eq!(value["a"][1], 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Json(Option<Kept>);

impl Json {
    pub(crate) const NULL: Self = Self(None);

    /// A decoder at the start of the value; `None` for a value that was not read from a text.
    pub(super) fn decoder(&self) -> Option<Decoder<'_>> {
        self.0.as_ref().map(Kept::decoder)
    }

    /// Decodes the value as a `T`. The path of an error starts at the root of the response.
    pub(crate) fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        match &self.0 {
            None => model::from_text(self.as_str()),
            Some(kept) => model::whole(&mut kept.decoder())
                .map_err(|error| error.inside(kept.steps(), kept.root_name())),
        }
    }

    /// The steps from the root of the response to the value, the outermost first.
    pub(super) fn steps(&self) -> Vec<Step> {
        self.0.as_ref().map_or_else(Vec::new, Kept::steps)
    }

    /// The first part of the path of an error.
    pub(super) fn root_name(&self) -> &'static str {
        self.0.as_ref().map_or("value", Kept::root_name)
    }

    /// Returns the text, which is one valid JSON value.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("null", Kept::as_str)
    }
}

impl From<Kept> for Json {
    fn from(kept: Kept) -> Self {
        Self(Some(kept))
    }
}

impl Decode for Json {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.keep()?.into();
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Text(self.as_str()));
    }

    fn empty() -> Self {
        Self::NULL
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

object!(@serde Json);
