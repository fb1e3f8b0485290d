//! Conversions of responses into parameters.

use crate::runtime::json::DecodeError;
use crate::runtime::model::{Decode, ValueRef};
use crate::runtime::types::List;

/// Implements the conversions by value, and into a parameter that can be cleared, from those by reference.
///
/// ```text
/// copies! {
///     Address from crate::shared::Address,
///     Shipping try_from crate::shared::Shipping,
/// }
/// ```
macro_rules! copies {
    ($($to:ident $how:ident $from:ty),* $(,)?) => {
        $($crate::generated::parts::copies::copies! { @$how $to $from })*
    };

    (@from $to:ident $from:ty) => {
        impl From<$from> for $to {
            #[inline]
            fn from(value: $from) -> Self {
                Self::from(&value)
            }
        }

        impl From<&$from> for $crate::runtime::types::Clearable<$to> {
            #[inline]
            fn from(value: &$from) -> Self {
                Self::Set(value.into())
            }
        }

        impl From<$from> for $crate::runtime::types::Clearable<$to> {
            #[inline]
            fn from(value: $from) -> Self {
                Self::Set(value.into())
            }
        }
    };

    (@try_from $to:ident $from:ty) => {
        impl TryFrom<$from> for $to {
            type Error = $crate::runtime::json::DecodeError;

            #[inline]
            fn try_from(value: $from) -> Result<Self, Self::Error> {
                Self::try_from(&value)
            }
        }
    };
}
pub(crate) use copies;

/// A value, without an empty text: some responses have one where there is no value, and a request must not.
#[inline]
#[allow(dead_code, reason = "not every conversion needs it")]
pub(crate) fn filled<T: Decode + Clone>(value: &Option<T>) -> Option<T> {
    value.as_ref().filter(|value| !is_empty(*value)).cloned()
}

/// The value of a field of `object` that the target requires. An empty text and an object without any field count as missing.
#[inline]
#[allow(dead_code, reason = "not every conversion needs it")]
pub(crate) fn present<'a, T: Decode>(
    value: Option<&'a T>,
    object: &'static str,
    name: &'static str,
) -> Result<&'a T, DecodeError> {
    value
        .filter(|value| !is_empty(*value))
        .ok_or_else(|| DecodeError::missing(name).at_name(object))
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

/// The value of an enumeration as one of another, which does not accept all values.
#[inline]
#[allow(dead_code, reason = "not every conversion needs it")]
pub(crate) fn accepted<'a, T: From<&'a str>>(
    value: &'a str,
    refused: &[&str],
) -> Result<T, DecodeError> {
    match refused.contains(&value) {
        true => Err(DecodeError::unexpected(
            "a value that parameters accept",
            format!("`{value}`"),
        )),
        false => Ok(value.into()),
    }
}

/// The elements of a list that convert, if all of the list are on its page and can be decoded.
#[inline]
#[allow(dead_code, reason = "not every conversion needs it")]
pub(crate) fn whole_page<T: Decode, U: TryFrom<T>>(page: &List<T>) -> Result<Vec<U>, DecodeError> {
    if page.has_more {
        return Err(DecodeError::unexpected(
            "the whole list",
            "one of several pages",
        ));
    }
    let elements = page.decode()?.into_iter();
    Ok(elements
        .filter_map(|element| element.try_into().ok())
        .collect())
}
