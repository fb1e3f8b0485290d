//! Serialization with serde: the JSON that Stripe sends, without the absent fields.

use serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::runtime::json::JsonText;

use super::value::{Array, Decode, Map, TypeInfo, ValueRef};

/// Serializes a value.
pub fn serialize<S: Serializer>(value: &dyn Decode, serializer: S) -> Result<S::Ok, S::Error> {
    let mut serializer = Some(serializer);
    let mut result = None;
    value.visit(&mut |value: ValueRef<'_>| {
        result = serializer
            .take()
            .map(|serializer| value.serialize(serializer));
    });
    result.unwrap_or_else(|| Err(S::Error::custom("a value without content")))
}

impl Serialize for ValueRef<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Absent => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::Integer(value) => serializer.serialize_i64(value),
            Self::Number(value) => match as_integer(value) {
                Some(integer) => serializer.serialize_i64(integer),
                None => serializer.serialize_f64(value),
            },
            Self::String(value) => serializer.serialize_str(value),
            Self::Array(array) => serialize_array(array, serializer),
            Self::Map(map) => serialize_map(map, serializer),
            Self::Object(info, values) => serialize_object(info, values, serializer),
            Self::Text(text) => JsonText(text).serialize(serializer),
            Self::Clear => serializer.serialize_str(""),
            Self::File { .. } => Err(S::Error::custom("a file cannot be serialized")),
        }
    }
}

/// Every integer up to here has an exact `f64`.
pub(super) const EXACT: u64 = 1 << 53;

/// Converts a number without a fraction into an integer, because Stripe sends such numbers as `1`, not as `1.0`.
fn as_integer(number: f64) -> Option<i64> {
    // Not lossy: the limit is a power of two.
    #[allow(clippy::cast_precision_loss)]
    let limit = EXACT as f64;
    let whole = number.fract() == 0.0
        && number.abs() <= limit
        && !(number == 0.0 && number.is_sign_negative());
    // Not lossy: the number has no fraction and is in range.
    #[allow(clippy::cast_possible_truncation)]
    whole.then_some(number as i64)
}

fn serialize_array<S: Serializer>(array: &dyn Array, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_seq(Some(array.len()))?;
    let mut result = Ok(());
    array.each(&mut |element: ValueRef<'_>| {
        if result.is_ok() {
            result = out.serialize_element(&element);
        }
    });
    result.and_then(|()| out.end())
}

fn serialize_map<S: Serializer>(map: &dyn Map, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(Some(map.len()))?;
    let mut result = Ok(());
    map.each(&mut |key, value| {
        if result.is_ok() {
            result = out.serialize_entry(key, &value);
        }
    });
    result.and_then(|()| out.end())
}

fn serialize_object<S: Serializer>(
    info: &'static TypeInfo,
    values: &[&dyn Decode],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_map(None)?;
    if let Some(tag) = info.tag {
        out.serialize_entry("object", tag)?;
    }
    if info.deleted {
        out.serialize_entry("deleted", &true)?;
    }
    let mut result = Ok(());
    info.each(values, &mut |name, value| {
        if result.is_ok() && !matches!(value, ValueRef::Absent) {
            result = out.serialize_entry(name, &value);
        }
    });
    result.and_then(|()| out.end())
}
