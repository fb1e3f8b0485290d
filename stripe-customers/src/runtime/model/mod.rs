//! What every type of the crate is made of: a table of fields, and the loops over it.
//!
//! The generated code states which fields a type has, once, with [`object!`]. Reading JSON, writing it
//! through serde, `Debug`, and encoding a form are each one loop here over that table.

#[allow(unused_macros, reason = "for operations that have such parameters")]
mod choice;
mod debug;
mod object;
mod scalars;
mod serialize;
mod string_enum;
mod union;
mod value;

pub use debug::debug;
pub use object::{TypeInfo, decode_object};
#[cfg(feature = "http")]
pub use object::{for_each_field, text_of_field};
pub use serialize::serialize;
pub use string_enum::{UnknownValue, decode_text};
pub use union::{Member, decode_union};
pub use value::{Decode, Map, ValueRef, Visit};

#[allow(unused_imports, reason = "for operations that have such parameters")]
pub(crate) use choice::choice;
pub(crate) use object::object;
pub(crate) use string_enum::string_enum;
pub(crate) use union::union;

use std::sync::Arc;

use crate::runtime::json::{DecodeError, Decoder, text_of};

/// Reads a value of `T` from what comes next.
pub(crate) fn take<T: Decode>(decoder: &mut Decoder<'_>) -> Result<T, DecodeError> {
    let mut value = T::empty();
    value.decode(decoder)?;
    Ok(value)
}

/// Reads a value of `T` from JSON text.
pub(crate) fn from_text<T: Decode>(text: &str) -> Result<T, DecodeError> {
    whole(&mut Decoder::new(text, T::root)).map_err(|error| error.at_name(T::root()))
}

/// The same, without a copy of the text for what stays text.
pub(crate) fn from_shared_text<T: Decode>(text: &Arc<str>) -> Result<T, DecodeError> {
    whole(&mut Decoder::of_part(text, 0..text.len(), T::root))
        .map_err(|error| error.at_name(T::root()))
}

/// Reads a value of `T`, after which nothing comes.
pub(crate) fn whole<T: Decode>(decoder: &mut Decoder<'_>) -> Result<T, DecodeError> {
    let value = take(decoder)?;
    decoder.end()?;
    Ok(value)
}

/// Reads one of this crate's types from JSON: of a response that some other HTTP client got, of the body of
/// a webhook, of a file.
///
/// Does what `serde_json::from_slice` does with the same type, without the way through serde.
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
/// When the text is not JSON, or does not fit the type; with the path of the field where that shows.
pub fn from_json<T: Decode>(json: impl AsRef<[u8]>) -> Result<T, DecodeError> {
    from_text(utf8(json.as_ref()).map_err(|error| error.at_name(T::root()))?)
}

fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes)
        .map_err(|error| DecodeError::syntax(error.valid_up_to(), "UTF-8", "something else"))
}

/// Reads a value of `T` from any serde deserializer.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Decode,
    D: serde_core::Deserializer<'de>,
{
    from_text(&text_of(deserializer)?).map_err(serde_core::de::Error::custom)
}
