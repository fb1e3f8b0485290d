//! The table of fields of every type, and the loops over it.
//!
//! The generated code lists the fields of a type once, with [`object!`]. Decoding JSON, serializing with serde, `Debug` and
//! encoding a form are one loop each over that table.

mod debug;
mod object;
mod scalars;
mod serialize;
mod string_enum;
mod value;

pub use debug::debug;
pub use object::decode_object;
pub use serialize::serialize;
pub use string_enum::{UnknownValue, decode_text};
#[cfg(feature = "http")]
pub use value::{Array, text_of_field};
pub use value::{Decode, Map, TypeInfo, ValueRef, Visit};

pub(crate) use object::{like_field, object};
pub(crate) use string_enum::string_enum;

use std::sync::Arc;

use crate::runtime::json::{DecodeError, Decoder, ValueText, text_of, text_of_integer};

/// Decodes the next value as a `T`.
pub(crate) fn take<T: Decode>(decoder: &mut Decoder<'_>) -> Result<T, DecodeError> {
    let mut value = T::empty();
    value.decode(decoder)?;
    Ok(value)
}

/// Decodes a text as a `T`.
pub(crate) fn from_text<T: Decode>(text: &str) -> Result<T, DecodeError> {
    whole(&mut Decoder::new(text, T::root_name)).map_err(|error| error.at_name(T::root_name()))
}

/// Decodes a response as a `T`. Unlike in [`from_text`], values that are kept as text share `text`, and an object without a
/// member `object` is an error also where `T` is a union.
pub(crate) fn from_response<T: Decode>(text: &Arc<str>) -> Result<T, DecodeError> {
    whole(&mut Decoder::of_response(text, T::root_name))
        .map_err(|error| error.at_name(T::root_name()))
}

/// Decodes the next value as a `T`, which must be the last.
pub(crate) fn whole<T: Decode>(decoder: &mut Decoder<'_>) -> Result<T, DecodeError> {
    let value = take(decoder)?;
    decoder.end()?;
    Ok(value)
}

/// Deserializes a text as a type of this crate or a foreign type. The path of an error starts with the name of the type.
#[cfg(feature = "http")]
pub(crate) fn from_text_with_serde<T: serde_core::de::DeserializeOwned>(
    text: &str,
) -> Result<T, DecodeError> {
    deserialized(&mut Decoder::new(text, || "")).map_err(|error| error.at_name(name_of::<T>()))
}

/// Returns the name of a type without its module and its parameters.
#[cfg(feature = "http")]
fn name_of<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}

/// Deserializes the next value, which must be the last, as a type of this crate or a foreign type.
pub(crate) fn deserialized<T: serde_core::de::DeserializeOwned>(
    decoder: &mut Decoder<'_>,
) -> Result<T, DecodeError> {
    let value = T::deserialize(&mut *decoder)?;
    decoder.end()?;
    Ok(value)
}

/// Decodes JSON into a type of this crate: a response that another HTTP client received, the verified body of a webhook, a file.
///
/// The result is the same as with `serde_json::from_slice`, but this is faster because it bypasses serde.
///
/// ```
/// use stripe_customers::{DeletedCustomer, from_json};
///
/// let json = r#"{"id": "cus_1", "object": "customer", "deleted": true}"#;
/// assert_eq!(from_json::<DeletedCustomer>(json)?.id, "cus_1");
/// # Ok::<(), stripe_customers::DecodeError>(())
/// ```
///
/// # Errors
///
/// If the text is not JSON or does not match the type. The error has the path of the field.
pub fn from_json<T: Decode>(json: impl AsRef<[u8]>) -> Result<T, DecodeError> {
    from_text(utf8(json.as_ref()).map_err(|error| error.at_name(T::root_name()))?)
}

fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes)
        .map_err(|error| DecodeError::syntax(error.valid_up_to(), "UTF-8", "another byte"))
}

/// Decodes the value of any serde deserializer as a `T`, which is an integer in JSON.
pub fn deserialize_integer<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Decode,
    D: serde_core::Deserializer<'de>,
{
    from_value_text(&text_of_integer(deserializer)?)
}

/// Decodes the value of any serde deserializer as a `T`.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Decode,
    D: serde_core::Deserializer<'de>,
{
    from_value_text(&text_of(deserializer)?)
}

fn from_value_text<T: Decode, E: serde_core::de::Error>(text: &ValueText<'_>) -> Result<T, E> {
    match text.own {
        Some(own) => whole(&mut Decoder::new(own, T::root_name)).map_err(|error| error.packed()),
        None => from_text(&text.written).map_err(E::custom),
    }
}
