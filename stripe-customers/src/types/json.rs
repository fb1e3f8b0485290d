//! JSON kept as text.

use std::fmt;
use std::sync::Arc;

use crate::json::{DecodeError, Decoder};
use crate::model::{self, See, Value, View, object};

/// A JSON value, kept as the text that Stripe sent.
///
/// So are values kept that the document gives no type for, and those that fit none of the types that it gives.
/// Cheap to clone; read it with any JSON library:
///
/// ```
/// let json: stripe_customers::Json = serde_json::from_str(r#"{"a": [1, 2]}"#)?;
/// let value: serde_json::Value = serde_json::from_str(json.as_str())?;
/// assert_eq!(value["a"][1], 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Json(Option<Arc<str>>);

impl Json {
    pub(crate) const NULL: Self = Self(None);

    pub(crate) fn new(text: &str) -> Self {
        Self(Some(text.into()))
    }

    pub(crate) fn take(decoder: &mut Decoder<'_>) -> Result<Self, DecodeError> {
        decoder.raw().map(Self::new)
    }

    pub(crate) fn decode<T: Value>(&self) -> Result<T, DecodeError> {
        model::from_text(self.as_str())
    }

    /// The text: one JSON value, valid.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or("null")
    }
}

impl Value for Json {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = Self::take(decoder)?;
        Ok(())
    }

    fn show(&self, see: &mut dyn See) {
        see.see(View::Text(self.as_str()));
    }

    fn blank() -> Self {
        Self::NULL
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

object!(@serde Json);
