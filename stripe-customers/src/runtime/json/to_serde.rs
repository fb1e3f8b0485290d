//! Serialization of JSON text with any serde serializer.

use std::cell::RefCell;

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::decoder::Decoder;
use super::error::DecodeError;

/// JSON text that serializes as the value it represents.
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Next(&RefCell::new(Decoder::new(self.0, || "value"))).serialize(serializer)
    }
}

/// The next value of the decoder. Serializing reads it, so it must be serialized once.
struct Next<'d, 'a>(&'d RefCell<Decoder<'a>>);

impl<'a> Next<'_, 'a> {
    fn read<T, E: Error>(
        &self,
        read: impl FnOnce(&mut Decoder<'a>) -> Result<T, DecodeError>,
    ) -> Result<T, E> {
        read(&mut self.0.borrow_mut()).map_err(E::custom)
    }
}

impl Serialize for Next<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.read(Decoder::peek)? {
            b'n' => {
                self.read(Decoder::null)?;
                serializer.serialize_unit()
            }
            b't' | b'f' => serializer.serialize_bool(self.read(Decoder::boolean)?),
            b'"' => {
                let text = self.read(Decoder::string)?;
                serializer.serialize_str(&text)
            }
            b'[' => self.array(serializer),
            b'{' => self.object(serializer),
            _ => number(self.read(Decoder::number)?, serializer),
        }
    }
}

impl Next<'_, '_> {
    fn array<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read(Decoder::begin_array)?;
        let mut out = serializer.serialize_seq(None)?;
        let mut first = true;
        while self.read(|decoder| decoder.next_element(first))? {
            out.serialize_element(self)?;
            first = false;
        }
        out.end()
    }

    fn object<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.read(Decoder::begin_object)?;
        let mut out = serializer.serialize_map(None)?;
        let mut first = true;
        while let Some(key) = self.read(|decoder| decoder.next_key(first))? {
            out.serialize_entry(key.as_ref(), self)?;
            first = false;
        }
        out.end()
    }
}

/// Serializes a number as the narrowest of `i64`, `u64` and `f64` that holds it.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(number) = text.parse::<i64>() {
        serializer.serialize_i64(number)
    } else if let Ok(number) = text.parse::<u64>() {
        serializer.serialize_u64(number)
    } else {
        serializer.serialize_f64(text.parse().map_err(S::Error::custom)?)
    }
}
