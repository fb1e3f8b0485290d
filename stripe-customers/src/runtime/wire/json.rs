//! Parameters as JSON: `{"include":["identity"]}`. A value to clear is `null`.

use std::borrow::Cow;
use std::fmt::Write;

use crate::runtime::json::{ObjectWriter, write_string};
use crate::runtime::model::ValueRef;

use super::form::Body;

/// The media type of the body.
pub(super) const MEDIA_TYPE: &str = "application/json";

/// Encodes the parameters except those in the path. An empty text does not clear a value.
pub(crate) fn body(parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body {
    let mut out = String::new();
    let mut members = ObjectWriter::new(&mut out);
    parameters.each(&mut |name, value| {
        if !in_path(name) {
            append_member(&mut members, name, value);
        }
    });
    members.end();
    Body {
        media_type: Cow::Borrowed(MEDIA_TYPE),
        bytes: out.into(),
        has_empty: false,
    }
}

fn append_member(members: &mut ObjectWriter<'_>, name: &str, value: ValueRef<'_>) {
    if !matches!(value, ValueRef::Absent | ValueRef::File { .. }) {
        append(value, members.key(name));
    }
}

fn append(value: ValueRef<'_>, out: &mut String) {
    match value {
        ValueRef::Absent | ValueRef::Clear | ValueRef::File { .. } => out.push_str("null"),
        ValueRef::Boolean(value) => out.push_str(if value { "true" } else { "false" }),
        // Writing to a `String` does not fail.
        ValueRef::Integer(value) => drop(write!(out, "{value}")),
        ValueRef::Number(value) if value.is_finite() => drop(write!(out, "{value}")),
        ValueRef::Number(_) => out.push_str("null"),
        ValueRef::String(value) => write_string(value, out),
        ValueRef::Text(text) => out.push_str(text),
        ValueRef::Array(array) => {
            out.push('[');
            let mut first = true;
            array.each(&mut |element: ValueRef<'_>| {
                if !first {
                    out.push(',');
                }
                first = false;
                append(element, out);
            });
            out.push(']');
        }
        ValueRef::Map(_) | ValueRef::Object(..) => {
            let mut members = ObjectWriter::new(out);
            value.each(&mut |name, value| append_member(&mut members, name, value));
            members.end();
        }
    }
}
