//! What a field holds: filled from JSON, shown to whatever writes it.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::types::Content;

use super::object::TypeInfo;

/// Something that a field holds.
///
/// Usable as `dyn Decode`, so that one loop serves the fields of every type. It is the only trait of the crate that every
/// generated type has, and has few methods, because their number is most of what it costs to compile the types.
pub trait Decode {
    /// Reads the value from what comes next.
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError>;

    /// Shows `visitor` the value, once, as whoever writes it sees it.
    fn visit(&self, visitor: &mut dyn Visit);

    /// What is in a field before it is filled. Nobody sees it: a value that could not be filled is dropped.
    fn empty() -> Self
    where
        Self: Sized;

    /// Whether it is fine that no value came.
    fn is_optional(&self) -> bool {
        false
    }

    /// What the path of an error starts with when a value of the type is the whole text.
    fn root() -> &'static str
    where
        Self: Sized,
    {
        let mut root = "value";
        Self::empty().visit(&mut |view: ValueRef<'_>| {
            if let ValueRef::Object(info, _) = view {
                root = info.tag.unwrap_or(info.name);
            }
        });
        root
    }
}

/// What a value is shown to. Every closure that takes a [`ValueRef`] is one.
///
/// A trait of its own, because the compiler takes longer to check the call of a closure.
pub trait Visit {
    /// Takes the view.
    fn visit_value(&mut self, view: ValueRef<'_>);
}

impl<F: FnMut(ValueRef<'_>)> Visit for F {
    fn visit_value(&mut self, view: ValueRef<'_>) {
        self(view);
    }
}

/// A value, seen from outside: all that there is in JSON.
#[derive(Clone, Copy)]
pub enum ValueRef<'a> {
    Absent,
    Boolean(bool),
    Integer(i64),
    Number(f64),
    String(&'a str),
    Array(&'a dyn Array),
    Map(&'a dyn Map),
    /// The facts of its type, and the fields in the order of these.
    Object(&'static TypeInfo, &'a [&'a dyn Decode]),
    /// Kept as JSON text.
    Text(&'a str),
    /// What clears the value that Stripe has.
    Clear,
    /// The content of a file.
    File(&'a Content),
}

/// The elements of an array.
pub trait Array {
    /// How many there are.
    fn len(&self) -> usize;

    /// Calls `visitor` with every element, in order.
    fn each(&self, visitor: &mut dyn Visit);
}

/// The entries of a map.
pub trait Map {
    /// How many there are.
    fn len(&self) -> usize;

    /// Calls `visitor` with every entry, in order.
    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>));
}
