//! Values of responses that parameters can have.

use crate::runtime::model::{Decode, ValueRef};

/// The value, unless it is an empty text or an object without any field: some responses have one where there is no value, and a
/// request must not.
#[inline]
pub(crate) fn filled<T: Decode>(value: &Option<T>) -> Option<&T> {
    value.as_ref().filter(|value| !is_empty(*value))
}

fn is_empty(value: &dyn Decode) -> bool {
    let mut empty = false;
    value.visit(&mut |value: ValueRef<'_>| match value {
        ValueRef::String(text) => empty = text.is_empty(),
        ValueRef::Object(info, fields) => {
            empty = true;
            info.each(fields, &mut |_, field| {
                empty &= matches!(field, ValueRef::Absent)
            });
        }
        _ => {}
    });
    empty
}
