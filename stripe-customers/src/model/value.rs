//! What a field holds: filled from JSON, shown to whatever writes it.

use crate::json::{DecodeError, Decoder};
use crate::types::Content;

use super::object::Spec;

/// Something that a field holds.
///
/// Usable as `dyn Value`, so that one loop serves the fields of every type. It is the only trait of the crate that every
/// generated type has, and has few methods, because their number is most of what it costs to compile the types.
pub trait Value {
    /// Reads the value from what comes next.
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError>;

    /// Shows `see` the value, once, as whoever writes it sees it.
    fn show(&self, see: &mut dyn See);

    /// What is in a field before it is filled. Nobody sees it: a value that could not be filled is dropped.
    fn blank() -> Self
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
        Self::blank().show(&mut |view: View<'_>| {
            if let View::Object(spec, _) = view {
                root = spec.tag.unwrap_or(spec.name);
            }
        });
        root
    }
}

/// What a value is shown to. Every closure that takes a [`View`] is one.
///
/// A trait of its own, because the compiler takes longer to check the call of a closure.
pub trait See {
    /// Takes the view.
    fn see(&mut self, view: View<'_>);
}

impl<F: FnMut(View<'_>)> See for F {
    fn see(&mut self, view: View<'_>) {
        self(view);
    }
}

/// A value, seen from outside: all that there is in JSON.
#[derive(Clone, Copy)]
pub enum View<'a> {
    Absent,
    Boolean(bool),
    Integer(i64),
    Number(f64),
    String(&'a str),
    Array(&'a dyn Array),
    Map(&'a dyn Map),
    /// The facts of its type, and the fields in the order of these.
    Object(&'static Spec, &'a [&'a dyn Value]),
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

    /// Calls `see` with every element, in order.
    fn each(&self, see: &mut dyn See);
}

/// The entries of a map.
pub trait Map {
    /// How many there are.
    fn len(&self) -> usize;

    /// Calls `see` with every entry, in order.
    fn each(&self, see: &mut dyn FnMut(&str, View<'_>));
}
