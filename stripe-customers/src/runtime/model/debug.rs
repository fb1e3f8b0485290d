//! `Debug` for all types: the name of the type and the fields that are present.

use std::fmt;

use super::value::{Array, Decode, Map, ValueRef};

/// Formats a value for `Debug`.
pub fn debug(value: &dyn Decode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    value.visit(&mut |value: ValueRef<'_>| result = fmt::Debug::fmt(&value, f));
    result
}

impl fmt::Debug for ValueRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Absent => f.write_str("None"),
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::String(value) => value.fmt(f),
            Self::Array(array) => debug_array(array, f),
            Self::Map(map) => debug_map(map, f),
            Self::Object(info, values) => {
                let mut out = f.debug_struct(info.name);
                info.each(values, &mut |name, value| {
                    if !matches!(value, ValueRef::Absent) {
                        out.field(name, &value);
                    }
                });
                out.finish()
            }
            Self::Text(text) => f.write_str(text),
            Self::Clear => "".fmt(f),
            Self::File { name, bytes, .. } => write!(f, "{name:?} ({} bytes)", bytes.len()),
        }
    }
}

fn debug_array(array: &dyn Array, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_list();
    array.each(&mut |element: ValueRef<'_>| {
        out.entry(&element);
    });
    out.finish()
}

fn debug_map(map: &dyn Map, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_map();
    map.each(&mut |key, value| {
        out.entry(&key, &value);
    });
    out.finish()
}
