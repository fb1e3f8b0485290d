//! Parameters as `application/x-www-form-urlencoded`, the way Stripe nests them: `address[city]=Paris`,
//! `preferred_locales[0]=fr`.

use std::fmt::Write;

use crate::model::{Value, View, for_each_field};

use super::percent::append_form;

/// Appends pairs to a query or a body.
pub(super) struct Form<'o> {
    out: &'o mut String,
    start: usize,
}

/// The name of a parameter: the names around it are on the stack, so that nothing is allocated for it.
#[derive(Clone, Copy)]
enum Name<'a> {
    Top(&'a str),
    Member(&'a Name<'a>, &'a str),
    Element(&'a Name<'a>, usize),
}

impl<'o> Form<'o> {
    /// Pairs after what `out` already holds.
    pub(super) fn new(out: &'o mut String) -> Self {
        let start = out.len();
        Self { out, start }
    }

    /// Appends the fields of `object`, but for those that are elsewhere.
    pub(super) fn object(&mut self, object: &dyn Value, elsewhere: &dyn Fn(&str) -> bool) {
        for_each_field(object, &mut |name, view| {
            if !elsewhere(name) {
                self.value(&Name::Top(name), view);
            }
        });
    }

    fn value(&mut self, name: &Name<'_>, view: View<'_>) {
        match view {
            View::Absent => {}
            View::Boolean(value) => self.plain(name, if value { "true" } else { "false" }),
            View::Integer(value) => self.display(name, &value),
            View::Number(value) => self.display(name, &value),
            View::String(value) => self.text(name, value),
            View::Array(array) => {
                let mut index = 0;
                array.each(&mut |view: View<'_>| {
                    self.value(&Name::Element(name, index), view);
                    index += 1;
                });
            }
            View::Map(map) => {
                map.each(&mut |key, view| self.value(&Name::Member(name, key), view));
            }
            View::Object(spec, values) => spec.each(values, &mut |field, view| {
                self.value(&Name::Member(name, field), view);
            }),
            View::Text(text) => self.text(name, text),
            View::Clear => self.plain(name, ""),
            // A form that has a file in it is not encoded so.
            View::File(_) => {}
        }
    }

    fn text(&mut self, name: &Name<'_>, value: &str) {
        self.begin(name);
        append_form(value, self.out);
    }

    /// A value that needs no encoding.
    fn plain(&mut self, name: &Name<'_>, value: &str) {
        self.begin(name);
        self.out.push_str(value);
    }

    fn display(&mut self, name: &Name<'_>, value: &dyn std::fmt::Display) {
        self.begin(name);
        // Writing to a `String` does not fail.
        let _ = write!(self.out, "{value}");
    }

    fn begin(&mut self, name: &Name<'_>) {
        if self.out.len() > self.start {
            self.out.push('&');
        }
        name.append(self.out);
        self.out.push('=');
    }
}

impl Name<'_> {
    fn append(&self, out: &mut String) {
        match *self {
            Self::Top(name) => append_form(name, out),
            Self::Member(parent, name) => {
                parent.append(out);
                out.push('[');
                append_form(name, out);
                out.push(']');
            }
            Self::Element(parent, index) => {
                parent.append(out);
                // Writing to a `String` does not fail.
                let _ = write!(out, "[{index}]");
            }
        }
    }
}
