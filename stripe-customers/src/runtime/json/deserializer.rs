//! A deserializer of serde for JSON text, for types that are not of this crate.
//!
//! It behaves like that of `serde_json`, except that its errors have a path. The types of this crate receive their text
//! from it instead of its values: see [`EXPECTED`].

use std::borrow::Cow;
use std::fmt::{self, Write};

use serde_core::de::value::{BorrowedStrDeserializer, CowStrDeserializer, MapAccessDeserializer};
use serde_core::de::{
    DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde_core::forward_to_deserialize_any;

use super::decoder::Decoder;
use super::error::DecodeError;
use super::from_serde::{EXPECTED, OWN_TEXT};
use super::number::{Number, TOO_LARGE};

impl Error for DecodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::custom(message.to_string())
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unexpected(expected.to_string(), described(found))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unexpected(expected.to_string(), described(found))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::unexpected(expected.to_string(), format!("a length of {length}"))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::unexpected(format!("`{}`", expected.join("` or `")), "another string")
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        // The path has the name.
        Self::custom(format!(
            "unknown field, expected `{}`",
            expected.join("` or `")
        ))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::missing(field)
    }
}

/// Describes a value without quoting strings, which may be personal data.
fn described(found: Unexpected<'_>) -> Cow<'static, str> {
    match found {
        Unexpected::Bool(value) => value.to_string().into(),
        Unexpected::Signed(value) => value.to_string().into(),
        Unexpected::Unsigned(value) => value.to_string().into(),
        Unexpected::Float(value) => value.to_string().into(),
        Unexpected::Unit | Unexpected::Option => "null".into(),
        Unexpected::Seq => "an array".into(),
        Unexpected::Map => "an object".into(),
        _ => "a string".into(),
    }
}

impl<'de> Deserializer<'de> for &mut Decoder<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if expects(&visitor, EXPECTED) {
            return visitor.visit_map(OwnText(self.raw()?));
        }
        match self.peek()? {
            b'n' => self.null().and_then(|_| visitor.visit_unit()),
            b't' | b'f' => visitor.visit_bool(self.boolean()?),
            b'"' => match self.string()? {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            b'[' => elements(self, |elements| visitor.visit_seq(elements)),
            b'{' => members(self, |members| visitor.visit_map(members)),
            _ => match Number::narrowest(self.number()?) {
                Number::Signed(number) => visitor.visit_i64(number),
                Number::Unsigned(number) => visitor.visit_u64(number),
                Number::Float(number) => visitor.visit_f64(number),
                Number::TooLarge => Err(DecodeError::custom(TOO_LARGE.to_owned())),
            },
        }
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.clone().number().map(str::parse) {
            Ok(Ok(number)) => self.skip().and_then(|()| visitor.visit_i128(number)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.clone().number().map(str::parse) {
            Ok(Ok(number)) => self.skip().and_then(|()| visitor.visit_u128(number)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.null()? {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        match self.peek()? {
            b'"' => visitor.visit_enum(CowStrDeserializer::new(self.string()?)),
            b'{' => members(self, |members| {
                let value = visitor.visit_enum(MapAccessDeserializer::new(&mut *members));
                // An enum reads one key.
                match members.ended {
                    true => Err(DecodeError::unexpected(
                        "an object with one member",
                        "an empty object",
                    )),
                    false => value,
                }
            }),
            _ => Err(self.unexpected("a string or an object with one member")),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.null()? {
            true => visitor.visit_unit(),
            false => Err(self.unexpected("null")),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.peek()? {
            b'"' => visitor.visit_bytes(self.string()?.as_bytes()),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        self.skip().and_then(|()| visitor.visit_unit())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string unit_struct seq tuple tuple_struct map struct identifier
    }
}

/// Returns whether `visitor` describes what it expects as `text`.
fn expects<'de>(visitor: &impl Visitor<'de>, text: &'static str) -> bool {
    /// The rest of the text.
    struct Rest(&'static str);

    impl Write for Rest {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
            Ok(())
        }
    }

    let mut rest = Rest(text);
    write!(rest, "{}", visitor as &dyn Expected).is_ok() && rest.0.is_empty()
}

/// A map that marks its only value as the text of the value to deserialize.
struct OwnText<'de>(&'de str);

impl<'de> MapAccess<'de> for OwnText<'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        seed.deserialize(BorrowedStrDeserializer::new(OWN_TEXT))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        seed.deserialize(BorrowedStrDeserializer::new(self.0))
    }
}

/// Reads an array with `visit`, which must read all elements.
fn elements<'de, T>(
    decoder: &mut Decoder<'de>,
    visit: impl FnOnce(&mut Elements<'_, 'de>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    decoder.begin_array()?;
    let mut elements = Elements {
        decoder,
        index: 0,
        ended: false,
    };
    let value = visit(&mut elements)?;
    match elements.ended || !elements.decoder.next_element()? {
        true => Ok(value),
        false => Err(DecodeError::unexpected(
            format!("an array of {} elements", elements.index),
            "a longer array",
        )),
    }
}

struct Elements<'d, 'de> {
    decoder: &'d mut Decoder<'de>,
    /// The index of the next element.
    index: usize,
    ended: bool,
}

impl<'de> SeqAccess<'de> for Elements<'_, 'de> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeError> {
        let index = self.index;
        if self.ended || !self.decoder.next_element()? {
            self.ended = true;
            return Ok(None);
        }
        self.index += 1;
        seed.deserialize(&mut *self.decoder)
            .map(Some)
            .map_err(|error| error.at_index(index))
    }
}

/// Reads an object with `visit`, which must read all members.
fn members<'de, T>(
    decoder: &mut Decoder<'de>,
    visit: impl FnOnce(&mut Members<'_, 'de>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    decoder.begin_object()?;
    let mut members = Members {
        decoder,
        key: None,
        ended: false,
    };
    let value = visit(&mut members)?;
    match members.ended || members.next_key()?.is_none() {
        true => Ok(value),
        false => Err(DecodeError::unexpected(
            "an object with fewer members",
            "an object with more",
        )),
    }
}

struct Members<'d, 'de> {
    decoder: &'d mut Decoder<'de>,
    /// The key of the present member, for the path of an error.
    key: Option<Cow<'de, str>>,
    ended: bool,
}

impl<'de> Members<'_, 'de> {
    fn next_key(&mut self) -> Result<Option<Cow<'de, str>>, DecodeError> {
        if self.ended {
            return Ok(None);
        }
        self.key = self.decoder.next_key()?;
        self.ended = self.key.is_none();
        Ok(self.key.clone())
    }

    /// Adds the key of the present member to the path of an error.
    fn located<T>(&mut self, result: Result<T, DecodeError>) -> Result<T, DecodeError> {
        result.map_err(|error| match self.key.take() {
            Some(key) => error.at_name(key.into_owned()),
            None => error,
        })
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = DecodeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, DecodeError> {
        let Some(key) = self.next_key()? else {
            return Ok(None);
        };
        let key = seed.deserialize(Key(key)).map(Some);
        self.located(key)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, DecodeError> {
        let value = seed.deserialize(&mut *self.decoder);
        self.located(value)
    }
}

/// The key of a member: a string, or a number or boolean in a string.
struct Key<'de>(Cow<'de, str>);

/// Implements methods that read the key as JSON.
macro_rules! as_json {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            let mut decoder = Decoder::new(&self.0, || "");
            match decoder.raw().is_ok_and(|text| text.len() == self.0.len()) {
                true => scalar(&self.0, visitor),
                false => self.deserialize_any(visitor),
            }
        }
    )*};
}

/// Visits a number or boolean that is the text of a key.
fn scalar<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, DecodeError> {
    match (text.parse(), Number::narrowest(text)) {
        (Ok(value), _) => visitor.visit_bool(value),
        (_, Number::Signed(number)) => visitor.visit_i64(number),
        (_, Number::Unsigned(number)) => visitor.visit_u64(number),
        (_, Number::Float(number)) => visitor.visit_f64(number),
        (_, Number::TooLarge) => visitor.visit_str(text),
    }
}

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = DecodeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        match self.0 {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    as_json! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_enum(self.0.into_deserializer())
    }

    forward_to_deserialize_any! {
        i128 u128 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
