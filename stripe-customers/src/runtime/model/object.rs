//! Objects: the table of fields, and the loop that decodes them.

use std::borrow::Cow;

use crate::runtime::json::{DecodeError, Decoder};

use super::value::{Decode, TypeInfo};

/// Implements the traits of one or more structs from their tables of fields.
///
/// ```text
/// object! {
///     Customer = "customer" { address = "address", id = "id", type_ = "type" }
///     DeletedCustomer = "customer" deleted { id = "id" }
///     Address { city = "city", country = "country" }
///     CreateCustomer deny_unknown_fields { description = "description" }
/// }
/// ```
///
/// The value after `=` is the constant in the member `object`. `deleted` marks types whose member `deleted` is always
/// `true`, and `deny_unknown_fields` marks types without other members.
///
/// The name in JSON follows every field, even if it is the same: deriving it takes a macro call per field, which took an
/// eighth of the time to check the crate.
macro_rules! object {
    ($($name:ident $(<$parameter:ident>)? $(= $tag:literal)? $($mark:ident)? {
        $($field:ident = $wire:literal),* $(,)?
    })*) => {$(
        impl$(<$parameter>)? $name$(<$parameter>)? {
            #[inline]
            fn type_info() -> &'static $crate::runtime::model::TypeInfo {
                &$crate::runtime::model::TypeInfo {
                    name: stringify!($name),
                    tag: $crate::runtime::model::object!(@tag $($tag)?),
                    deleted: $crate::runtime::model::object!(@deleted $($mark)?),
                    deny_unknown_fields: $crate::runtime::model::object!(@deny_unknown_fields $($mark)?),
                    fields: &[$($wire),*],
                }
            }
        }

        impl$(<$parameter>)? $crate::runtime::model::Decode for $name$(<$parameter>)? {
            #[inline]
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                $crate::runtime::model::decode_object(decoder, Self::type_info(), &mut [$(&mut self.$field),*])
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                visitor.visit_value($crate::runtime::model::ValueRef::Object(Self::type_info(), &[$(&self.$field),*]));
            }

            #[inline]
            fn empty() -> Self {
                Self { $($field: $crate::runtime::model::Decode::empty()),* }
            }
        }

        $crate::runtime::model::object!(@serde $name $(<$parameter>)?);
    )*};

    (@tag) => { None };
    (@tag $tag:literal) => { Some($tag) };
    (@deleted deleted) => { true };
    (@deleted $($other:ident)?) => { false };
    (@deny_unknown_fields deny_unknown_fields) => { true };
    (@deny_unknown_fields $($other:ident)?) => { false };

    (@serde $name:ident $(<$($parameter:ident $(: $bound:ident)?),*>)?) => {
        impl<'de $(, $($parameter $(: $bound)?),*)?> serde_core::Deserialize<'de> for $name$(<$($parameter),*>)? {
            fn deserialize<Z: serde_core::Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
                $crate::runtime::model::deserialize(deserializer)
            }
        }

        $crate::runtime::model::object!(@serialize $name $(<$($parameter $(: $bound)?),*>)?);
    };

    (@serialize $name:ident $(<$($parameter:ident $(: $bound:ident)?),*>)?) => {
        impl$(<$($parameter $(: $bound)?),*>)? serde_core::Serialize for $name$(<$($parameter),*>)? {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::model::serialize(self, serializer)
            }
        }

        impl$(<$($parameter $(: $bound)?),*>)? std::fmt::Debug for $name$(<$($parameter),*>)? {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::runtime::model::debug(self, f)
            }
        }
    };
}
pub(crate) use object;

/// Implements the traits of a struct that is decoded and printed as one of its fields. The other field is a marker.
macro_rules! like_field {
    ($name:ident<$parameter:ident> { $field:ident, $marker:ident }) => {
        impl<$parameter> $crate::runtime::model::Decode for $name<$parameter> {
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                $crate::runtime::model::Decode::decode(&mut self.$field, decoder)
            }

            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                self.$field.visit(visitor);
            }

            fn empty() -> Self {
                Self {
                    $field: $crate::runtime::model::Decode::empty(),
                    $marker: std::marker::PhantomData,
                }
            }
        }

        $crate::runtime::model::object!(@serde $name<$parameter>);
    };
}
pub(crate) use like_field;

/// Decodes an object into the fields of a table.
///
/// Stripe sends the members of most objects in alphabetical order, which is also the order of the tables. Therefore the
/// field after the previous one is tried first.
pub fn decode_object(
    decoder: &mut Decoder<'_>,
    info: &'static TypeInfo,
    slots: &mut [&mut dyn Decode],
) -> Result<(), DecodeError> {
    decoder.begin_object()?;
    let mut seen = Seen::default();
    let mut tagged = info.tag.is_none() && !info.deleted;
    let mut guess = 0;
    let mut first = true;
    while decoder.next_member()? {
        let (index, name) = match next_field(decoder, info, guess)? {
            Ok(field) => field,
            Err(key) => {
                first = false;
                tagged |= decode_constant(decoder, info, &key)?;
                continue;
            }
        };
        // The id comes first, out of alphabetical order.
        if !first || index == 0 {
            guess = index + 1;
        }
        first = false;
        match slots.get_mut(index) {
            Some(slot) if !seen.replace(index) => {
                slot.decode(decoder).map_err(|error| error.at_name(name))?;
            }
            _ => decoder.skip()?,
        }
    }
    check_complete(info, slots, &seen, tagged)
}

/// A field of a table: its index and its name.
type Field = (usize, &'static str);

/// Reads the next key, up to its value, and returns the field, or the key if there is no such field.
#[inline]
fn next_field<'a>(
    decoder: &mut Decoder<'a>,
    info: &'static TypeInfo,
    guess: usize,
) -> Result<Result<Field, Cow<'a, str>>, DecodeError> {
    match info.fields.get(guess) {
        Some(name) if decoder.take_key(name) => Ok(Ok((guess, name))),
        _ => {
            let key = decoder.key()?;
            Ok(find(info, &key, guess).ok_or(key))
        }
    }
}

/// Finds `key` in the table, starting at `guess`.
fn find(info: &'static TypeInfo, key: &str, guess: usize) -> Option<Field> {
    if info.tag.is_some() && key == "object" {
        return None;
    }
    let (before, after) = info.fields.split_at_checked(guess)?;
    let position = |fields: &'static [&'static str]| fields.iter().position(|&name| name == key);
    let index = match position(after) {
        Some(index) => guess + index,
        None => position(before)?,
    };
    Some((index, info.fields.get(index)?))
}

/// Reads the value of a member that is not in the table. Returns whether it identifies the type: the tag, or for a deleted
/// object, which may lack the tag, `"deleted": true`.
fn decode_constant(
    decoder: &mut Decoder<'_>,
    info: &'static TypeInfo,
    key: &str,
) -> Result<bool, DecodeError> {
    match (key, info.tag) {
        ("object", Some(tag)) => {
            let found = decoder.string().map_err(|error| error.at_name("object"))?;
            if found == tag {
                return Ok(!info.deleted);
            }
            Err(DecodeError::unexpected(format!("`{tag}`"), format!("`{found}`")).at_name("object"))
        }
        ("deleted", _) if info.deleted => {
            if decoder
                .boolean()
                .map_err(|error| error.at_name("deleted"))?
            {
                return Ok(true);
            }
            Err(DecodeError::unexpected("true", "false").at_name("deleted"))
        }
        _ if info.deny_unknown_fields => Err(DecodeError::unknown(key)),
        _ => decoder.skip_unknown(key).map(|()| false),
    }
}

fn check_complete(
    info: &'static TypeInfo,
    slots: &[&mut dyn Decode],
    seen: &Seen,
    tagged: bool,
) -> Result<(), DecodeError> {
    // First, because a value without it is probably another object.
    if !tagged {
        return Err(DecodeError::missing(match info.deleted {
            true => "deleted",
            false => "object",
        }));
    }
    for (index, (slot, &name)) in slots.iter().zip(info.fields).enumerate() {
        if !seen.contains(index) && !slot.is_optional() {
            return Err(DecodeError::missing(name));
        }
    }
    Ok(())
}

/// The set of the fields that have been decoded.
#[derive(Default)]
struct Seen {
    low: u128,
    high: Vec<u128>,
}

impl Seen {
    /// Adds `index` and returns whether it was in the set before.
    fn replace(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 128);
        let Some(word) = self.word_mut(index) else {
            return false;
        };
        let before = *word & bit != 0;
        *word |= bit;
        before
    }

    fn contains(&self, index: usize) -> bool {
        let word = match (index / 128).checked_sub(1) {
            None => Some(&self.low),
            Some(word) => self.high.get(word),
        };
        word.is_some_and(|word| word & (1 << (index % 128)) != 0)
    }

    fn word_mut(&mut self, index: usize) -> Option<&mut u128> {
        let Some(word) = (index / 128).checked_sub(1) else {
            return Some(&mut self.low);
        };
        if self.high.len() <= word {
            self.high.resize(word + 1, 0);
        }
        self.high.get_mut(word)
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    /// No object of Stripe's API has more than 128 fields yet.
    #[test]
    fn the_set_has_no_maximum_index() {
        let mut seen = Seen::default();
        for index in [0, 127, 128, 129, 300] {
            assert!(!seen.contains(index));
            assert!(!seen.replace(index));
            assert!(seen.replace(index) && seen.contains(index));
            assert!(!seen.contains(index + 500));
        }
    }
}
