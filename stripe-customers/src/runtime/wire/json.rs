//! Parameters as JSON: `{"include":["identity"]}`. What clears a value is `null`.

use std::fmt::Write;

use crate::runtime::json::write_string;
use crate::runtime::model::{Decode, ValueRef, for_each_field};

/// Appends the fields of `object`, but for those that are elsewhere.
pub(super) fn append_object(
    object: &dyn Decode,
    elsewhere: &dyn Fn(&str) -> bool,
    out: &mut String,
) {
    let mut members = Members::begin(out);
    for_each_field(object, &mut |name, view| {
        if !elsewhere(name) {
            members.push(name, view);
        }
    });
    members.end();
}

/// The members of an object that is being written.
struct Members<'o> {
    out: &'o mut String,
    first: bool,
}

impl<'o> Members<'o> {
    fn begin(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    fn push(&mut self, name: &str, value: ValueRef<'_>) {
        if matches!(value, ValueRef::Absent | ValueRef::File(_)) {
            return;
        }
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        write_string(name, self.out);
        self.out.push(':');
        append(value, self.out);
    }

    fn end(self) {
        self.out.push('}');
    }
}

fn append(view: ValueRef<'_>, out: &mut String) {
    match view {
        ValueRef::Absent | ValueRef::Clear | ValueRef::File(_) => out.push_str("null"),
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
            array.each(&mut |view: ValueRef<'_>| {
                if !first {
                    out.push(',');
                }
                first = false;
                append(view, out);
            });
            out.push(']');
        }
        ValueRef::Map(map) => {
            let mut members = Members::begin(out);
            map.each(&mut |key, value| members.push(key, value));
            members.end();
        }
        ValueRef::Object(info, values) => {
            let mut members = Members::begin(out);
            info.each(values, &mut |name, view| members.push(name, view));
            members.end();
        }
    }
}
