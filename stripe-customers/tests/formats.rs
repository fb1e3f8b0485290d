//! Deserialization from formats with other kinds of values than JSON.

#![allow(missing_docs, clippy::unwrap_used)]

use serde::Deserialize;
use serde::de::value::{
    BytesDeserializer, Error, F64Deserializer, MapDeserializer, StrDeserializer,
};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use stripe_customers::customer::TaxExempt;
use stripe_customers::{Metadata, Timestamp};

/// A string in a format that marks optional values and newtypes.
enum Marked {
    Nothing,
    Some(&'static str),
    Wrapped(&'static str),
}

impl<'de> Deserializer<'de> for Marked {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text =
            |text: &'static str| -> StrDeserializer<'static, Error> { text.into_deserializer() };
        match self {
            Self::Nothing => visitor.visit_none(),
            Self::Some(it) => visitor.visit_some(text(it)),
            Self::Wrapped(it) => visitor.visit_newtype_struct(text(it)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[test]
fn marks_around_a_value_are_ignored() {
    for marked in [Marked::Some("reverse"), Marked::Wrapped("reverse")] {
        assert_eq!(TaxExempt::deserialize(marked).unwrap(), TaxExempt::Reverse);
    }
    let error = TaxExempt::deserialize(Marked::Nothing).unwrap_err();
    assert!(
        error.to_string().ends_with("expected a string, found null"),
        "{error}"
    );
}

#[test]
fn not_a_number_is_an_error() {
    let infinite: F64Deserializer<Error> = f64::INFINITY.into_deserializer();
    let error = Timestamp::deserialize(infinite).unwrap_err();
    assert_eq!(error.to_string(), "JSON cannot represent this number");
}

#[test]
fn a_value_without_a_json_equivalent_is_an_error() {
    let bytes: BytesDeserializer<'_, Error> = b"reverse"[..].into_deserializer();
    let error = TaxExempt::deserialize(bytes).unwrap_err();
    assert!(
        error.to_string().contains("expected a JSON value"),
        "{error}"
    );
}

#[test]
fn a_key_that_is_not_a_string_is_an_error() {
    let pairs = MapDeserializer::<_, Error>::new([(0.5, "a")].into_iter());
    let error = Metadata::deserialize(pairs).unwrap_err();
    assert!(error.to_string().contains("expected a key"), "{error}");
}
