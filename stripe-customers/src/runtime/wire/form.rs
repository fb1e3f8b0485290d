//! Parameters as `application/x-www-form-urlencoded`, with Stripe's notation for nesting: `address[city]=Paris`,
//! `preferred_locales[0]=fr`.

use std::cell::Cell;
use std::fmt::Write;

use crate::runtime::model::{Decode, TypeInfo, ValueRef};

use super::percent::append_form;

/// Encodes the parameters that are not in the path.
pub type BodyEncoder = fn(ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body;

/// The body of a request.
#[derive(Default)]
pub struct Body {
    /// Empty if the operation has no body.
    pub media_type: String,
    pub bytes: Vec<u8>,
    /// Whether a text may be empty, which Stripe takes for a value to clear.
    pub has_empty: bool,
}

/// Encodes the parameters that are not in the path as a form.
pub(crate) fn body(parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body {
    /// More than most forms need, so that the text is allocated once.
    const CAPACITY: usize = 1024;
    let mut form = String::with_capacity(CAPACITY);
    let has_empty = Form::new(&mut form).all(parameters, in_path);
    Body {
        media_type: "application/x-www-form-urlencoded".to_owned(),
        bytes: form.into(),
        has_empty,
    }
}

/// Appends pairs to a query or a body.
pub(super) struct Form<'o> {
    out: &'o mut String,
    start: usize,
    has_empty: bool,
}

/// The name of a parameter, linked to the names of its parents on the stack, so that it needs no allocation.
struct Name<'a> {
    parent: Option<&'a Name<'a>>,
    part: Part<'a>,
    /// The range of the output where the name has been written before.
    written: Cell<Option<(usize, usize)>>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Name(&'a str),
    Index(u64),
}

impl<'o> Form<'o> {
    /// Appends pairs to `out`.
    pub(super) fn new(out: &'o mut String) -> Self {
        let start = out.len();
        Self {
            out,
            start,
            has_empty: false,
        }
    }

    /// Appends the parameters except those in the path. Returns whether a text is empty.
    pub(super) fn all(mut self, parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> bool {
        match parameters {
            ValueRef::Object(info, values) => self.fields(None, info, values, in_path),
            other => other.each(&mut |name, value| {
                if !in_path(name) {
                    self.value(&Name::new(None, Part::Name(name)), &value);
                }
            }),
        }
        self.has_empty
    }

    /// The loop of [`TypeInfo::each`], without a second closure per field.
    fn fields(
        &mut self,
        parent: Option<&Name<'_>>,
        info: &'static TypeInfo,
        values: &[&dyn Decode],
        in_path: &dyn Fn(&str) -> bool,
    ) {
        for (&field, value) in info.fields.iter().zip(values) {
            value.visit(&mut |value: ValueRef<'_>| {
                if !matches!(value, ValueRef::Absent) && !in_path(field) {
                    self.value(&Name::new(parent, Part::Name(field)), &value);
                }
            });
        }
    }

    fn value(&mut self, name: &Name<'_>, value: &ValueRef<'_>) {
        match *value {
            ValueRef::Absent => {}
            ValueRef::Boolean(value) => self.plain(name, if value { "true" } else { "false" }),
            ValueRef::Integer(value) => self.integer(name, value),
            ValueRef::Number(value) => self.number(name, value),
            ValueRef::String(value) => self.text(name, value),
            ValueRef::Array(array) => {
                let mut index = 0;
                array.each(&mut |element: ValueRef<'_>| {
                    self.value(&Name::new(Some(name), Part::Index(index)), &element);
                    index += 1;
                });
            }
            ValueRef::Map(map) => {
                map.each(&mut |key, value| {
                    self.value(&Name::new(Some(name), Part::Name(key)), &value)
                });
            }
            ValueRef::Object(info, values) => self.fields(Some(name), info, values, &|_| false),
            ValueRef::Text(text) => self.text(name, text),
            ValueRef::Clear => self.plain(name, ""),
            // Operations with files use another encoding.
            ValueRef::File { .. } => {}
        }
    }

    fn text(&mut self, name: &Name<'_>, value: &str) {
        self.has_empty |= value.is_empty();
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
    const fn new(parent: Option<&'a Name<'a>>, part: Part<'a>) -> Self {
        let written = Cell::new(None);
        Self {
            parent,
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
        if let Some(parent) = self.parent {
            parent.append(out);
            out.push('[');
        }
        match self.part {
            Part::Name(name) => append_form(name, out),
            Part::Index(index) => append_digits(index, out),
        }
        if self.parent.is_some() {
            out.push(']');
        }
        self.written.set(Some((start, out.len())));
    }
}

/// Appends a number in decimal. Faster than `write!`, because most numbers have few digits.
fn append_digits(number: u64, out: &mut String) {
    if number >= 10 {
        append_digits(number / 10, out);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    out.push(char::from(b'0' + digit));
}
