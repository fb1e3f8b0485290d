//! `Debug` of every type: its name and the fields that are there.

use std::fmt;

use super::value::{Array, Decode, Map, ValueRef};

/// Writes the value as `{:?}` does.
pub fn debug(value: &dyn Decode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    value.visit(&mut |view: ValueRef<'_>| result = fmt::Debug::fmt(&view, f));
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
                info.each(values, &mut |name, view| {
                    if !matches!(view, ValueRef::Absent) {
                        out.field(name, &view);
                    }
                });
                out.finish()
            }
            Self::Text(text) => f.write_str(text),
            Self::Clear => "".fmt(f),
            Self::File(file) => file.fmt(f),
        }
    }
}

fn debug_array(array: &dyn Array, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_list();
    array.each(&mut |view: ValueRef<'_>| {
        out.entry(&view);
    });
    out.finish()
}

fn debug_map(map: &dyn Map, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_map();
    map.each(&mut |key, view| {
        out.entry(&key, &view);
    });
    out.finish()
}
