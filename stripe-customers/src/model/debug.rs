//! `Debug` of every type: its name and the fields that are there.

use std::fmt;

use super::value::{Array, Map, View};

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Absent => f.write_str("None"),
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::String(value) => value.fmt(f),
            Self::Array(array) => debug_array(array, f),
            Self::Map(map) => debug_map(map, f),
            Self::Object(object) => {
                let spec = object.spec();
                let mut out = f.debug_struct(spec.name);
                object.fields(&mut |values| {
                    for (name, value) in spec.fields.iter().zip(values) {
                        match value.view() {
                            View::Absent => {}
                            view => {
                                out.field(name, &view);
                            }
                        }
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
    f.debug_list()
        .entries((0..array.len()).map(|index| array.get(index)))
        .finish()
}

fn debug_map(map: &dyn Map, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = f.debug_map();
    map.each(&mut |key, value| {
        out.entry(&key, &value);
    });
    out.finish()
}
