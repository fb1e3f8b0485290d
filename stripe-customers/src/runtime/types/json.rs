//! JSON kept as text.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::runtime::json::{DecodeError, Decoder, Step, locate};
use crate::runtime::model::{self, Decode, ValueRef, Visit, object};

/// A JSON value, kept as the text that Stripe sent.
///
/// So are values kept that the document gives no type for, and those that fit none of the types that it gives.
/// Cheap to clone: the text is that of the whole response, and shared. So keeping one value of a large response keeps
/// all of its text. Read it with any JSON library:
///
/// ```
/// let json: stripe_customers::Json = serde_json::from_str(r#"{"a": [1, 2]}"#)?;
/// let value: serde_json::Value = serde_json::from_str(json.as_str())?;
/// assert_eq!(value["a"][1], 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Json(Option<Kept>);

/// A part of a text that several values share.
#[derive(Clone)]
struct Kept {
    text: Arc<str>,
    part: Range<usize>,
    /// What the path of an error in the text starts with.
    root: fn() -> &'static str,
}

impl Json {
    pub(crate) const NULL: Self = Self(None);

    /// The value that is `part` of `text`.
    pub(crate) fn new(text: Arc<str>, part: Range<usize>, root: fn() -> &'static str) -> Self {
        Self(Some(Kept { text, part, root }))
    }

    /// The value as a `T`. An error has the path in the whole of what was received.
    pub(crate) fn decode<T: Decode>(&self) -> Result<T, DecodeError> {
        let Some(Kept { text, part, root }) = &self.0 else {
            return model::from_text(self.as_str());
        };
        let mut decoder = Decoder::of_part(text, part.clone(), *root);
        model::whole(&mut decoder).map_err(|error| error.inside(self.steps(), root()))
    }

    /// The way to the value in the whole of what was received, the outermost step first.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let kept = self.0.as_ref();
        kept.map_or_else(Vec::new, |kept| locate(&kept.text, kept.part.start))
    }

    /// What the path of an error starts with.
    pub(crate) fn root(&self) -> &'static str {
        self.0.as_ref().map_or("value", |kept| (kept.root)())
    }

    /// The text: one JSON value, valid.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let kept = self.0.as_ref();
        kept.and_then(|kept| kept.text.get(kept.part.clone()))
            .unwrap_or("null")
    }
}

impl Decode for Json {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.keep()?;
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
