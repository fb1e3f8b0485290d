//! JSON values that are kept as text.

mod compare;
mod convert;
mod print;
mod read;

use std::sync::Arc;

use serde_core::de::DeserializeOwned;

use crate::runtime::json::{DecodeError, Decoder, Kept, Step};
use crate::runtime::model::{self, Decode, ValueRef, Visit, object};

/// A JSON value, kept as text.
///
/// The crate uses it for fields and objects without a type, and [`Response::json`](crate::Response::json) is a whole response:
///
/// ```
/// let json: stripe_customers::Json = r#"{"id": "cus_1", "new": [{"rate": 2.5}, {"rate": null}]}"#.parse()?;
/// assert_eq!(json.get("id").unwrap(), "cus_1");
/// assert_eq!(json.pointer("/new/0/rate").and_then(|rate| rate.as_f64()), Some(2.5));
/// for element in json.get("new").unwrap().elements() {
///     println!("{}", element.pointer("/rate").is_some_and(|rate| rate.is_null()));
/// }
/// # Ok::<(), stripe_customers::DecodeError>(())
/// ```
///
/// Values of one response share its text. Getting a part and cloning are therefore cheap, but a small part keeps the text of the
/// whole response in memory. Nothing is decoded before it is requested, and every call decodes its value again. To read many
/// fields, [`decode`](Self::decode) the value as a type.
///
/// `{}` prints the value as received, like [`text`](Self::text), and `{:#}` indented by two spaces.
///
/// Two values are equal if they represent the same value. White space, escapes, the order of members and the notation of numbers
/// (`1`, `1.0`, `10e-1`) do not matter. Numbers are compared exactly, whatever their size.
///
/// If a key occurs twice in an object, [`get`](Self::get), [`pointer`](Self::pointer) and comparisons use the first one, as the
/// fields of other types do.
///
/// With serde, the value serializes into any format as the value that it represents. A number that is neither a 64-bit integer nor
/// within the range of `f64`, such as `1e999`, is an error then.
#[derive(Clone, Default)]
pub struct Json(Option<Kept>);

impl Json {
    pub(crate) const NULL: Self = Self(None);

    /// The value of a whole text, which is valid.
    pub(crate) fn of_text(text: &Arc<str>, root_name: fn() -> &'static str) -> Self {
        Self(Some(Kept::whole(text, root_name)))
    }

    /// A decoder at the start of the value; `None` for a value that was not read from a text.
    pub(super) fn decoder(&self) -> Option<Decoder<'_>> {
        self.0.as_ref().map(Kept::decoder)
    }

    /// Decodes the value as a type of this crate, without serde. Values that are kept as text share the text.
    pub(crate) fn decode_shared<T: Decode>(&self) -> Result<T, DecodeError> {
        self.decode_with(model::whole)
    }

    /// Decodes the value as a `T`: a type of this crate, or your own type that implements `serde::Deserialize`.
    ///
    /// ```
    /// use serde::Deserialize;
    /// use stripe_customers::{Json, customer::TaxExempt};
    ///
    /// #[derive(Deserialize)]
    /// struct Tax {
    ///     exempt: TaxExempt,
    ///     rates: Vec<f64>,
    /// }
    ///
    /// let json: Json = r#"{"tax": {"exempt": "none", "rates": [0.5, 7]}}"#.parse()?;
    /// let tax: Tax = json.get("tax").unwrap().decode()?;
    /// assert_eq!(tax.rates, [0.5, 7.0]);
    ///
    /// let error = json.pointer("/tax/rates").unwrap().decode::<Vec<u8>>().unwrap_err();
    /// assert_eq!(error.to_string(), "value.tax.rates[0]: expected u8, found 0.5");
    /// # Ok::<(), stripe_customers::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the value does not match the type. The path of the error starts at the root of the response.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        self.decode_with(model::deserialized)
    }

    fn decode_with<T>(
        &self,
        read: impl FnOnce(&mut Decoder<'_>) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        match &self.0 {
            None => {
                read(&mut Decoder::new("null", || "value")).map_err(|error| error.at_name("value"))
            }
            Some(kept) => read(&mut kept.decoder())
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

    /// Returns the text as received, which is one valid JSON value.
    #[must_use]
    pub fn text(&self) -> &str {
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
        visitor.visit_value(ValueRef::Text(self.text()));
    }

    fn empty() -> Self {
        Self::NULL
    }
}

object!(@serde Json);
