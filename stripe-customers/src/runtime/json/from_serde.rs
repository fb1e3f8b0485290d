//! Conversion of any serde deserializer into JSON text.
//!
//! The types of this crate are decoded from text. A value from another source (a `serde_json::Value`, a YAML file, a
//! JSON column of a database) is written as text first. This needs one visitor per format, instead of one per format and
//! type.

use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::decoder::Decoder;
use super::escape::write_string;

/// Converts the value of `deserializer` into JSON text.
pub(crate) fn text_of<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::new();
    Append(&mut text).deserialize(deserializer)?;
    Ok(text)
}

/// Converts the value of `deserializer` into JSON text, with the hint that it is an integer.
pub(crate) fn text_of_integer<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<String, D::Error> {
    let mut text = String::new();
    deserializer.deserialize_i64(Append(&mut text))?;
    Ok(text)
}

/// Appends the next value to the text.
struct Append<'t>(&'t mut String);

impl<'de> DeserializeSeed<'de> for Append<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Append<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.push_str(&value.to_string());
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        self.0.push_str(&value.to_string());
        Ok(())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<(), E> {
        self.0.push_str(&value.to_string());
        Ok(())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<(), E> {
        self.0.push_str(&value.to_string());
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        if !value.is_finite() {
            return Err(E::custom("JSON cannot represent this number"));
        }
        // The shortest text that parses as the same number.
        self.0.push_str(&format!("{value:?}"));
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        write_string(value, self.0);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.push_str("null");
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
        self.0.push('[');
        let start = self.0.len();
        while seq
            .next_element_seed(Element {
                text: self.0,
                start,
            })?
            .is_some()
        {}
        self.0.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let before = self.0.len();
        self.0.push('{');
        let start = self.0.len();
        while map
            .next_key_seed(Key {
                text: self.0,
                start,
            })?
            .is_some()
        {
            if is_marker(self.0.get(start..)) {
                self.0.truncate(before);
                return map.next_value_seed(Verbatim(self.0));
            }
            self.0.push(':');
            map.next_value_seed(Append(self.0))?;
        }
        self.0.push('}');
        Ok(())
    }
}

/// Appends an element of an array, after a comma unless it is the first.
struct Element<'t> {
    text: &'t mut String,
    start: usize,
}

impl<'de> DeserializeSeed<'de> for Element<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        separate(self.text, self.start);
        Append(self.text).deserialize(deserializer)
    }
}

/// Appends a key of an object, after a comma unless it is the first.
struct Key<'t> {
    text: &'t mut String,
    start: usize,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        separate(self.text, self.start);
        write_string(value, self.text);
        Ok(())
    }
}

/// Returns whether `key`, the first of a map, marks a value that `serde_json` passes as JSON text: a number with its feature
/// `arbitrary_precision`, which any dependency may enable, or a `RawValue`.
fn is_marker(key: Option<&str>) -> bool {
    matches!(
        key,
        Some("\"$serde_json::private::Number\"" | "\"$serde_json::private::RawValue\"")
    )
}

/// Appends a string that is JSON text.
struct Verbatim<'t>(&'t mut String);

impl<'de> DeserializeSeed<'de> for Verbatim<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Verbatim<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON text")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        let mut decoder = Decoder::new(value, || "value");
        decoder.skip().map_err(E::custom)?;
        decoder.end().map_err(E::custom)?;
        self.0.push_str(value);
        Ok(())
    }
}

fn separate(text: &mut String, start: usize) {
    if text.len() > start {
        text.push(',');
    }
}
