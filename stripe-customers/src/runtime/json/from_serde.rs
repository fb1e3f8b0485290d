//! Conversion of any serde deserializer into JSON text.
//!
//! The types of this crate are decoded from text. A value from another source (a `serde_json::Value`, a YAML file, a
//! JSON column of a database) is written as text first. This needs one visitor per format, instead of one per format and
//! type.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::escape::write_string;

/// What the visitors of this module expect. The deserializer of this crate recognizes them by it and passes its text, marked
/// with [`OWN_TEXT`], which is then neither written nor copied.
pub(super) const EXPECTED: &str = "a JSON value for a type of this crate";

/// The key of a map with one value, which is the text of the value to deserialize.
pub(super) const OWN_TEXT: &str = "$stripe::private::Text";

/// The same as JSON.
const OWN_KEY: &str = "\"$stripe::private::Text\"";

/// The text of a value.
#[derive(Default)]
pub(crate) struct ValueText<'de> {
    /// Written from the values of another deserializer.
    pub(crate) written: String,
    /// Borrowed from the deserializer of this crate, and used instead.
    pub(crate) own: Option<&'de str>,
}

/// Converts the value of `deserializer` into JSON text.
pub(crate) fn text_of<'de, D>(deserializer: D) -> Result<ValueText<'de>, D::Error>
where
    D: Deserializer<'de>,
{
    let mut out = ValueText::default();
    deserializer.deserialize_any(Append(&mut out))?;
    Ok(out)
}

/// Converts the value of `deserializer` into JSON text, with the hint that it is an integer.
pub(crate) fn text_of_integer<'de, D>(deserializer: D) -> Result<ValueText<'de>, D::Error>
where
    D: Deserializer<'de>,
{
    let mut out = ValueText::default();
    deserializer.deserialize_i64(Append(&mut out))?;
    Ok(out)
}

/// Appends the next value to the text.
struct Append<'t, 'de>(&'t mut ValueText<'de>);

impl Append<'_, '_> {
    fn push<E>(self, text: &str) -> Result<(), E> {
        self.0.written.push_str(text);
        Ok(())
    }

    /// Ends an array or object, whose parts end with commas.
    fn end<E>(self, bracket: char) -> Result<(), E> {
        if self.0.written.ends_with(',') {
            self.0.written.pop();
        }
        self.0.written.push(bracket);
        Ok(())
    }
}

/// Implements methods that append a number.
macro_rules! append_numbers {
    ($($method:ident: $number:ty),*) => {$(
        fn $method<E: Error>(self, value: $number) -> Result<(), E> {
            self.push(&value.to_string())
        }
    )*};
}

impl<'de> DeserializeSeed<'de> for Append<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Append<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(EXPECTED)
    }

    append_numbers!(visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128);

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.push(if value { "true" } else { "false" })
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom("JSON cannot represent this number"));
        }
        // The shortest text that parses as the same number.
        self.push(&format!("{value:?}"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        write_string(value, &mut self.0.written);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.push("null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.written.push('[');
        while seq.next_element_seed(Append(self.0))?.is_some() {
            self.0.written.push(',');
        }
        self.end(']')
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let before = self.0.written.len();
        self.0.written.push('{');
        let start = self.0.written.len();
        while map.next_key_seed(Key(self.0))?.is_some() {
            match self.0.written.get(start..) {
                Some(key) if before == 0 && key == OWN_KEY => {
                    self.0.own = Some(map.next_value()?);
                    return Ok(());
                }
                Some(key) if is_marker(key) => {
                    self.0.written.truncate(before);
                    return self.push(&json_text(map.next_value()?)?);
                }
                _ => self.0.written.push(':'),
            }
            map.next_value_seed(Append(self.0))?;
            self.0.written.push(',');
        }
        self.end('}')
    }
}

/// Appends a key of an object.
struct Key<'t, 'de>(&'t mut ValueText<'de>);

impl<'de> DeserializeSeed<'de> for Key<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        Append(self.0).visit_str(value)
    }
}

/// Returns whether `key`, the first of a map, marks a value that `serde_json` passes as JSON text: a number with its feature
/// `arbitrary_precision`, which any dependency may enable, or a `RawValue`.
fn is_marker(key: &str) -> bool {
    matches!(
        key,
        "\"$serde_json::private::Number\"" | "\"$serde_json::private::RawValue\""
    )
}

/// Checks a string that is JSON text.
fn json_text<E: Error>(text: String) -> Result<String, E> {
    let mut decoder = Decoder::new(&text, || "value");
    decoder.skip().map_err(E::custom)?;
    decoder.end().map_err(E::custom)?;
    Ok(text)
}
