//! Parameters as `application/x-www-form-urlencoded`, the way Stripe nests them: `address[city]=Paris`,
//! `preferred_locales[0]=fr`.

use std::cell::Cell;
use std::fmt::Write;

use crate::runtime::model::{Decode, TypeInfo, ValueRef};

use super::percent::append_form;

/// Appends pairs to a query or a body.
pub(super) struct Form<'o> {
    out: &'o mut String,
    start: usize,
}

/// The name of a parameter: the names around it are on the stack, so that nothing is allocated for it.
struct Name<'a> {
    around: Option<&'a Name<'a>>,
    part: Part<'a>,
    /// Where it has been written already, as a part of the name of another parameter.
    written: Cell<Option<(usize, usize)>>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Name(&'a str),
    Index(u64),
}

impl<'o> Form<'o> {
    /// Pairs after what `out` already holds.
    pub(super) fn new(out: &'o mut String) -> Self {
        let start = out.len();
        Self { out, start }
    }

    /// Appends the fields of `object`, but for those that are elsewhere.
    pub(super) fn object(&mut self, object: &dyn Decode, elsewhere: &dyn Fn(&str) -> bool) {
        object.visit(&mut |view: ValueRef<'_>| {
            if let ValueRef::Object(info, values) = view {
                self.fields(None, info, values, elsewhere);
            }
        });
    }

    /// The loop of [`TypeInfo::each`], without another closure around every field.
    fn fields(
        &mut self,
        around: Option<&Name<'_>>,
        info: &'static TypeInfo,
        values: &[&dyn Decode],
        elsewhere: &dyn Fn(&str) -> bool,
    ) {
        for (&field, value) in info.fields.iter().zip(values) {
            value.visit(&mut |view: ValueRef<'_>| {
                if !matches!(view, ValueRef::Absent) && !elsewhere(field) {
                    self.value(&Name::new(around, Part::Name(field)), &view);
                }
            });
        }
    }

    fn value(&mut self, name: &Name<'_>, view: &ValueRef<'_>) {
        match *view {
            ValueRef::Absent => {}
            ValueRef::Boolean(value) => self.plain(name, if value { "true" } else { "false" }),
            ValueRef::Integer(value) => self.integer(name, value),
            ValueRef::Number(value) => self.number(name, value),
            ValueRef::String(value) => self.text(name, value),
            ValueRef::Array(array) => {
                let mut index = 0;
                array.each(&mut |view: ValueRef<'_>| {
                    self.value(&Name::new(Some(name), Part::Index(index)), &view);
                    index += 1;
                });
            }
            ValueRef::Map(map) => {
                map.each(&mut |key, view| {
                    self.value(&Name::new(Some(name), Part::Name(key)), &view)
                });
            }
            ValueRef::Object(info, values) => self.fields(Some(name), info, values, &|_| false),
            ValueRef::Text(text) => self.text(name, text),
            ValueRef::Clear => self.plain(name, ""),
            // A form that has a file in it is not encoded so.
            ValueRef::File(_) => {}
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

    fn integer(&mut self, name: &Name<'_>, value: i64) {
        self.begin(name);
        if value < 0 {
            self.out.push('-');
        }
        append_digits(value.unsigned_abs(), self.out);
    }

    fn number(&mut self, name: &Name<'_>, value: f64) {
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

impl<'a> Name<'a> {
    const fn new(around: Option<&'a Name<'a>>, part: Part<'a>) -> Self {
        let written = Cell::new(None);
        Self {
            around,
            part,
            written,
        }
    }

    fn append(&self, out: &mut String) {
        if let Some((start, end)) = self.written.get() {
            out.extend_from_within(start..end);
            return;
        }
        let start = out.len();
        if let Some(around) = self.around {
            around.append(out);
            out.push('[');
        }
        match self.part {
            Part::Name(name) => append_form(name, out),
            Part::Index(index) => append_digits(index, out),
        }
        if self.around.is_some() {
            out.push(']');
        }
        self.written.set(Some((start, out.len())));
    }
}

/// Without the machinery of formatting: most numbers have few digits.
fn append_digits(number: u64, out: &mut String) {
    if number >= 10 {
        append_digits(number / 10, out);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    out.push(char::from(b'0' + digit));
}
