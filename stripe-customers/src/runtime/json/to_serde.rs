//! Serialization of JSON text with any serde serializer.

use std::cell::Cell;

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::decoder::Decoder;
use super::number::{Number, TOO_LARGE};

/// JSON text that serializes as the value it represents.
pub(crate) struct JsonText<'a>(pub(crate) &'a str);

impl Serialize for JsonText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let end = Cell::default();
        let value = Next {
            start: &Decoder::new(self.0, || "value"),
            end: &end,
        };
        value.serialize(serializer)
    }
}

/// The next value of a decoder. Serializing it twice reads it twice.
struct Next<'d, 'a> {
    start: &'d Decoder<'a>,
    /// The decoder after the value, once that is serialized.
    end: &'d Cell<Option<Decoder<'a>>>,
}

impl Serialize for Next<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut decoder = self.start.clone();
        let result = serialize(&mut decoder, serializer);
        self.end.set(Some(decoder));
        result
    }
}

fn serialize<S: Serializer>(decoder: &mut Decoder<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match decoder.peek().map_err(S::Error::custom)? {
        b'n' => {
            decoder.null().map_err(S::Error::custom)?;
            serializer.serialize_unit()
        }
        b't' | b'f' => serializer.serialize_bool(decoder.boolean().map_err(S::Error::custom)?),
        b'"' => serializer.serialize_str(&decoder.string().map_err(S::Error::custom)?),
        b'[' => array(decoder, serializer),
        b'{' => object(decoder, serializer),
        _ => number(decoder.number().map_err(S::Error::custom)?, serializer),
    }
}

fn array<S: Serializer>(decoder: &mut Decoder<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    decoder.begin_array().map_err(S::Error::custom)?;
    let mut out = serializer.serialize_seq(None)?;
    while decoder.next_element().map_err(S::Error::custom)? {
        each(decoder, |element| out.serialize_element(element))?;
    }
    out.end()
}

fn object<S: Serializer>(decoder: &mut Decoder<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    decoder.begin_object().map_err(S::Error::custom)?;
    let mut out = serializer.serialize_map(None)?;
    while let Some(key) = decoder.next_key().map_err(S::Error::custom)? {
        each(decoder, |value| out.serialize_entry(key.as_ref(), value))?;
    }
    out.end()
}

/// Passes the next value to `serialize`, and moves the decoder past it, also if the serializer ignores it.
fn each<'a, E: Error>(
    decoder: &mut Decoder<'a>,
    serialize: impl FnOnce(&Next<'_, 'a>) -> Result<(), E>,
) -> Result<(), E> {
    let end = Cell::default();
    serialize(&Next {
        start: decoder,
        end: &end,
    })?;
    match end.take() {
        Some(end) => *decoder = end,
        None => decoder.skip().map_err(E::custom)?,
    }
    Ok(())
}

/// Serializes a number as the narrowest type that holds it.
fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match Number::narrowest(text) {
        Number::Signed(number) => serializer.serialize_i64(number),
        Number::Unsigned(number) => serializer.serialize_u64(number),
        Number::Float(number) => serializer.serialize_f64(number),
        Number::TooLarge => Err(S::Error::custom(TOO_LARGE)),
    }
}
