//! Parameters as `application/x-www-form-urlencoded`, with Stripe's notation for nesting: `address[city]=Paris`,
//! `preferred_locales[0]=fr`.

use std::borrow::Cow;
use std::fmt::Write;

use crate::runtime::model::{ValueRef, Visit};

use super::percent::append_form;

/// Encodes the parameters that are not in the path.
pub type BodyEncoder = fn(ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body;

/// The body of a request.
#[derive(Default)]
pub struct Body {
    /// Empty if the operation has no body.
    pub media_type: Cow<'static, str>,
    pub bytes: Vec<u8>,
    /// Whether a text or a key may be empty. Stripe takes an empty text for a value to clear.
    pub has_empty: bool,
}

/// Encodes the parameters that are not in the path as a form.
pub(crate) fn body(parameters: ValueRef<'_>, in_path: &dyn Fn(&str) -> bool) -> Body {
    /// More than most forms need, so that the text is allocated once.
    const CAPACITY: usize = 1024;
    let mut form = String::with_capacity(CAPACITY);
    let has_empty = append(parameters, in_path, &mut form);
    Body {
        media_type: Cow::Borrowed("application/x-www-form-urlencoded"),
        bytes: form.into(),
        has_empty,
    }
}

/// Appends the parameters that are not in the path to a query or a body. Returns whether a text or a key is empty.
pub(super) fn append(
    parameters: ValueRef<'_>,
    in_path: &dyn Fn(&str) -> bool,
    out: &mut String,
) -> bool {
    let mut form = Form {
        start: out.len(),
        out,
        in_path,
        parents: String::new(),
        has_empty: false,
    };
    form.parts(parameters);
    form.has_empty
}

struct Form<'o> {
    out: &'o mut String,
    start: usize,
    in_path: &'o dyn Fn(&str) -> bool,
    /// The start of the names of nested parameters, which ends with `[`. Empty if they are not nested.
    parents: String,
    has_empty: bool,
}

/// A parameter, whose value is visited.
struct Parameter<'f, 'o> {
    form: &'f mut Form<'o>,
    name: Name<'f>,
}

/// The last part of a name.
#[derive(Clone, Copy)]
enum Name<'a> {
    Text(&'a str),
    Index(u64),
}

impl<'o> Form<'o> {
    /// Appends the parts of an object, map or array.
    fn parts(&mut self, value: ValueRef<'_>) {
        match value {
            // The loop of [`TypeInfo::each`], without a closure per field.
            ValueRef::Object(info, values) => {
                for (&field, value) in info.fields.iter().zip(values) {
                    value.visit(&mut self.parameter(Name::Text(field)));
                }
            }
            ValueRef::Map(map) => map.each(&mut |key, value| {
                self.has_empty |= key.is_empty();
                self.parameter(Name::Text(key)).visit_value(value);
            }),
            ValueRef::Array(array) => {
                let mut index = 0;
                array.each(&mut |element: ValueRef<'_>| {
                    self.parameter(Name::Index(index)).visit_value(element);
                    index += 1;
                });
            }
            _ => {}
        }
    }

    fn parameter<'f>(&'f mut self, name: Name<'f>) -> Parameter<'f, 'o> {
        Parameter { form: self, name }
    }
}

impl Visit for Parameter<'_, '_> {
    fn visit_value(&mut self, value: ValueRef<'_>) {
        if matches!(value, ValueRef::Absent) || self.is_in_path() {
            return;
        }
        match value {
            ValueRef::Boolean(value) => self.plain(if value { "true" } else { "false" }),
            ValueRef::Integer(value) => self.integer(value),
            ValueRef::Number(value) => self.number(value),
            ValueRef::String(text) | ValueRef::Text(text) => self.text(text),
            ValueRef::Clear => self.plain(""),
            ValueRef::Array(_) | ValueRef::Map(_) | ValueRef::Object(..) => self.nested(value),
            // Operations with files use another encoding.
            ValueRef::Absent | ValueRef::File { .. } => {}
        }
    }
}

impl Parameter<'_, '_> {
    fn is_in_path(&self) -> bool {
        let Form {
            parents, in_path, ..
        } = &*self.form;
        parents.is_empty() && matches!(self.name, Name::Text(name) if in_path(name))
    }

    fn nested(&mut self, value: ValueRef<'_>) {
        /// More than most names need, so that the text is allocated once.
        const CAPACITY: usize = 128;
        let parents = &mut self.form.parents;
        let length = parents.len();
        if length == 0 {
            parents.reserve(CAPACITY);
        }
        self.name.append(parents);
        if length > 0 {
            parents.push(']');
        }
        parents.push('[');
        self.form.parts(value);
        self.form.parents.truncate(length);
    }

    fn text(&mut self, value: &str) {
        self.form.has_empty |= value.is_empty();
        self.begin();
        append_form(value, self.form.out);
    }

    /// A value that needs no encoding.
    fn plain(&mut self, value: &str) {
        self.begin();
        self.form.out.push_str(value);
    }

    fn integer(&mut self, value: i64) {
        self.begin();
        if value < 0 {
            self.form.out.push('-');
        }
        append_digits(value.unsigned_abs(), self.form.out);
    }

    fn number(&mut self, value: f64) {
        self.begin();
        // Writing to a `String` does not fail.
        let _ = write!(self.form.out, "{value}");
    }

    fn begin(&mut self) {
        let Form {
            out,
            start,
            parents,
            ..
        } = &mut *self.form;
        if out.len() > *start {
            out.push('&');
        }
        if parents.is_empty() {
            self.name.append(out);
        } else {
            out.push_str(parents);
            self.name.append(out);
            out.push(']');
        }
        out.push('=');
    }
}

impl Name<'_> {
    fn append(self, out: &mut String) {
        match self {
            Self::Text(name) => append_form(name, out),
            Self::Index(index) => append_digits(index, out),
        }
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
