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
pub(crate) enum Source<'de> {
    /// Borrowed from the deserializer of this crate.
    Own(&'de str),
    /// Written from the values of another deserializer.
    Written(String),
}

/// Converts the value of `deserializer` into JSON text.
pub(crate) fn text_of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Source<'de>, D::Error> {
    let mut out = Out::default();
    Append(&mut out).deserialize(deserializer)?;
    Ok(out.into())
}

/// Converts the value of `deserializer` into JSON text, with the hint that it is an integer.
pub(crate) fn text_of_integer<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Source<'de>, D::Error> {
    let mut out = Out::default();
    deserializer.deserialize_i64(Append(&mut out))?;
    Ok(out.into())
}

impl<'de> From<Out<'de>> for Source<'de> {
    fn from(out: Out<'de>) -> Self {
        out.own.map_or(Self::Written(out.text), Self::Own)
    }
}

/// The text that is written, or a text to use instead.
#[derive(Default)]
struct Out<'de> {
    text: String,
    own: Option<&'de str>,
}

/// Appends the next value to the text.
struct Append<'t, 'de>(&'t mut Out<'de>);

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

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.text.push_str(&value.to_string());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.text.push_str(&value.to_string());
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.0.text.push_str(&value.to_string());
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.0.text.push_str(&value.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom("JSON cannot represent this number"));
        }
        // The shortest text that parses as the same number.
        self.0.text.push_str(&format!("{value:?}"));
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        write_string(value, &mut self.0.text);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.text.push_str("null");
        Ok(())
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
        self.0.text.push('[');
        let start = self.0.text.len();
        while seq
            .next_element_seed(Element { out: self.0, start })?
            .is_some()
        {}
        self.0.text.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let before = self.0.text.len();
        self.0.text.push('{');
        let start = self.0.text.len();
        while map.next_key_seed(Key { out: self.0, start })?.is_some() {
            match self.0.text.get(start..) {
                Some(key) if before == 0 && key == OWN_KEY => {
                    self.0.own = Some(map.next_value()?);
                    return Ok(());
                }
                Some(key) if is_marker(key) => {
                    self.0.text.truncate(before);
                    return map.next_value_seed(Verbatim(self.0));
                }
                _ => {}
            }
            self.0.text.push(':');
            map.next_value_seed(Append(self.0))?;
        }
        self.0.text.push('}');
        Ok(())
    }
}

/// Appends an element of an array, after a comma unless it is the first.
struct Element<'t, 'de> {
    out: &'t mut Out<'de>,
    start: usize,
}

impl<'de> DeserializeSeed<'de> for Element<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        separate(&mut self.out.text, self.start);
        Append(self.out).deserialize(deserializer)
    }
}

/// Appends a key of an object, after a comma unless it is the first.
struct Key<'t, 'de> {
    out: &'t mut Out<'de>,
    start: usize,
}

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
        separate(&mut self.out.text, self.start);
        write_string(value, &mut self.out.text);
        Ok(())
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

/// Appends a string that is JSON text.
struct Verbatim<'t, 'de>(&'t mut Out<'de>);

impl<'de> DeserializeSeed<'de> for Verbatim<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Verbatim<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        let mut decoder = Decoder::new(value, || "value");
        decoder.skip().map_err(E::custom)?;
        decoder.end().map_err(E::custom)?;
        self.0.text.push_str(value);
        Ok(())
    }
}

fn separate(text: &mut String, start: usize) {
    if text.len() > start {
        text.push(',');
    }
}
