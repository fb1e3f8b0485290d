//! What a field holds: filled from JSON, viewed by whatever writes it.

use crate::json::{DecodeError, Decoder};
use crate::types::Content;

use super::object::Object;

/// Something that a field holds.
///
/// Usable as `dyn Value`, so that one loop serves the fields of every type.
pub trait Value {
    /// Reads the value from what comes next.
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError>;

    /// The value as whoever writes it sees it.
    fn view(&self) -> View<'_>;

    /// Whether it is fine that no value came.
    fn is_optional(&self) -> bool {
        false
    }
}

/// A [`Value`] that a field can be declared with.
pub trait Field: Value + Sized {
    /// What is in the field before it is filled. Nobody sees it: a value that could not be filled is
    /// dropped.
    fn blank() -> Self;

    /// What the path of an error starts with when a value of the type is the whole text.
    const ROOT: &'static str = "value";
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
    Object(&'a dyn Object),
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

    /// The element at `index`; absent past the end.
    fn get(&self, index: usize) -> View<'_>;
}

/// The entries of a map.
pub trait Map {
    /// How many there are.
    fn len(&self) -> usize;

    /// Calls `visit` with every entry, in order.
    fn each(&self, visit: &mut dyn FnMut(&str, View<'_>));
}
