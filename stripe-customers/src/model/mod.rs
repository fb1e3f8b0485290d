//! What every type of the crate is made of: a table of fields, and the loops over it.
//!
//! The generated code states which fields a type has, once, with [`object!`]. Reading JSON, writing it
//! through serde, `Debug`, and encoding a form are each one loop here over that table.

mod debug;
mod object;
mod scalars;
mod serialize;
mod string_enum;
mod union;
mod value;

pub use object::{Object, Spec, fill_object};
pub use string_enum::UnlistedValue;
pub use union::{Member, fill_union};
pub use value::{Array, Field, Map, Value, View};

pub(crate) use object::object;
pub(crate) use string_enum::string_enum;
pub(crate) use union::union;

use crate::json::{DecodeError, Decoder, text_of};

/// Reads a value of `T` from JSON text.
pub(crate) fn from_text<T: Field>(text: &str) -> Result<T, DecodeError> {
    let mut value = T::blank();
    let mut decoder = Decoder::new(text);
    value
        .fill(&mut decoder)
        .and_then(|()| decoder.end())
        .map_err(|error| error.at_name(T::ROOT))?;
    Ok(value)
}

/// Reads a value of `T` from any serde deserializer.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Field,
    D: serde::Deserializer<'de>,
{
    from_text(&text_of(deserializer)?).map_err(serde::de::Error::custom)
}
