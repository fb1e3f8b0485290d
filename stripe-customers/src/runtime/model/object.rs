//! Objects: a table of fields, and the loop that fills it.

use std::borrow::Cow;

use crate::runtime::json::{DecodeError, Decoder};

use super::value::{Decode, ValueRef};

/// The facts of an object type that are the same for all its values.
pub struct TypeInfo {
    /// The name of the Rust type.
    pub name: &'static str,
    /// The constant in its member `object`.
    pub tag: Option<&'static str>,
    /// Whether it has a member `deleted` that is always `true`.
    pub deleted: bool,
    /// Whether a member that is not in the table is an error: so for parameters, where it is a mistake, and
    /// not for responses, where it is news from Stripe.
    pub deny_unknown_fields: bool,
    /// The wire names of the fields, in the order of the table.
    pub fields: &'static [&'static str],
}

/// The field of `object` that is called `name` on the wire, as text; `None` if it is absent, or holds
/// something that is not one text.
#[cfg(feature = "http")]
pub fn text_of_field(object: &dyn Decode, name: &str) -> Option<String> {
    let mut text = None;
    for_each_field(object, &mut |field, value| {
        if field == name {
            text = match value {
                ValueRef::String(value) => Some(value.to_owned()),
                ValueRef::Integer(value) => Some(value.to_string()),
                _ => None,
            };
        }
    });
    text
}

/// Calls `visitor` with the name and the value of every field of `object`.
#[cfg(feature = "http")]
pub fn for_each_field(object: &dyn Decode, visitor: &mut dyn FnMut(&'static str, ValueRef<'_>)) {
    object.visit(&mut |view: ValueRef<'_>| {
        if let ValueRef::Object(info, values) = view {
            info.each(values, visitor);
        }
    });
}

impl TypeInfo {
    /// Calls `visitor` with the name and the value of every field, of which `values` are all.
    pub fn each(
        &self,
        values: &[&dyn Decode],
        visitor: &mut dyn FnMut(&'static str, ValueRef<'_>),
    ) {
        for (&name, value) in self.fields.iter().zip(values) {
            value.visit(&mut |view: ValueRef<'_>| visitor(name, view));
        }
    }
}

/// States the table of fields of one or more struct types, and gives them everything that follows from it.
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
/// Every field comes with its name on the wire: to make that of the field would take a macro for each, and those took an
/// eighth of the time that it takes to check the crate. After `=` is the constant that the member
/// `object` of such a value holds, `deleted` says that the member `deleted` is always `true`, and `deny_unknown_fields`
/// that there are no other members.
macro_rules! object {
    ($($name:ident $(= $tag:literal)? $($mark:ident)? {
        $($field:ident = $wire:literal),* $(,)?
    })*) => {$(
        impl $name {
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

        impl $crate::runtime::model::Decode for $name {
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

        $crate::runtime::model::object!(@serde $name);
    )*};

    (@tag) => { None };
    (@tag $tag:literal) => { Some($tag) };
    (@deleted deleted) => { true };
    (@deleted $($other:ident)?) => { false };
    (@deny_unknown_fields deny_unknown_fields) => { true };
    (@deny_unknown_fields $($other:ident)?) => { false };

    (@serde $name:ident $(<$($parameter:ident $(: $bound:ident)?),*>)?) => {
        impl$(<$($parameter $(: $bound)?),*>)? serde_core::Serialize for $name$(<$($parameter),*>)? {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::model::serialize(self, serializer)
            }
        }

        impl<'de $(, $($parameter $(: $bound)?),*)?> serde_core::Deserialize<'de> for $name$(<$($parameter),*>)? {
            fn deserialize<Z: serde_core::Deserializer<'de>>(deserializer: Z) -> Result<Self, Z::Error> {
                $crate::runtime::model::deserialize(deserializer)
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

/// Reads an object into the fields of a table.
///
/// Stripe sends the members of most objects in alphabetical order, which is also the order of the tables: so
/// the field after the last one is tried first.
pub fn decode_object(
    decoder: &mut Decoder<'_>,
    info: &'static TypeInfo,
    slots: &mut [&mut dyn Decode],
) -> Result<(), DecodeError> {
    decoder.begin_object()?;
    let mut seen = Seen::default();
    let mut tagged = info.tag.is_none();
    let mut guess = 0;
    let mut first = true;
    while decoder.next_member(first)? {
        let (index, name) = match next_field(decoder, info, guess)? {
            Ok(field) => field,
            Err(key) => {
                first = false;
                tagged |= decode_constant(decoder, info, &key)?;
                continue;
            }
        };
        // Before all others comes the id, wherever it is in the alphabet.
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

/// A field of a table: its place, and its name.
type Field = (usize, &'static str);

/// The field that comes next, up to its value, or the key if there is no such field.
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

/// The place of `key` in the table: most often soon after the last one.
fn find(info: &'static TypeInfo, key: &str, guess: usize) -> Option<Field> {
    if info.tag.is_some() && key == "object" {
        return None;
    }
    let (before, after) = info.fields.split_at_checked(guess)?;
    let place = |fields: &'static [&'static str]| fields.iter().position(|&name| name == key);
    let index = match place(after) {
        Some(index) => guess + index,
        None => place(before)?,
    };
    Some((index, info.fields.get(index)?))
}

/// A member that is not in the table. Says whether it was the tag.
fn decode_constant(
    decoder: &mut Decoder<'_>,
    info: &'static TypeInfo,
    key: &str,
) -> Result<bool, DecodeError> {
    match (key, info.tag) {
        ("object", Some(tag)) => {
            let found = decoder.string().map_err(|error| error.at_name("object"))?;
            if found == tag {
                return Ok(true);
            }
            Err(DecodeError::unexpected(format!("`{tag}`"), format!("`{found}`")).at_name("object"))
        }
        ("deleted", _) if info.deleted => {
            if decoder
                .boolean()
                .map_err(|error| error.at_name("deleted"))?
            {
                return Ok(false);
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
    for (index, (slot, &name)) in slots.iter().zip(info.fields).enumerate() {
        if !seen.contains(index) && !slot.is_optional() {
            return Err(DecodeError::missing(name));
        }
    }
    if !tagged {
        return Err(DecodeError::missing("object"));
    }
    Ok(())
}

/// Which fields of a table have been filled.
#[derive(Default)]
struct Seen {
    low: u128,
    high: Vec<u128>,
}

impl Seen {
    /// Marks `index` and says whether it was marked before.
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

    /// No object of the document has so many fields yet that a second word is needed.
    #[test]
    fn a_field_is_marked_once_however_many_there_are() {
        let mut seen = Seen::default();
        for index in [0, 127, 128, 129, 300] {
            assert!(!seen.contains(index));
            assert!(!seen.replace(index));
            assert!(seen.replace(index) && seen.contains(index));
            assert!(!seen.contains(index + 500));
        }
    }
}
