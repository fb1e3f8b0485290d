//! Unions whose variants are identified by the member `object`.

use crate::runtime::json::{DecodeError, Decoder};

/// A variant of the union `U`.
pub struct Variant<U> {
    /// The constant value of its member `object`.
    pub tag: &'static str,
    /// Whether it also contains `"deleted": true`.
    pub deleted: bool,
    /// Decodes the variant into the union.
    pub decode: fn(&mut U, &mut Decoder<'_>) -> Result<(), DecodeError>,
}

/// Decodes the next object into `union`, as the variant that its tag identifies. Returns `false` without moving if there is
/// no such variant.
pub fn decode_union<U>(
    decoder: &mut Decoder<'_>,
    variants: &[Variant<U>],
    union: &mut U,
) -> Result<bool, DecodeError> {
    if decoder.peek()? != b'{' {
        return Err(decoder.unexpected("an object"));
    }
    let Some(tag) = decoder.look_ahead("object")? else {
        return decode_untagged(decoder, variants, union);
    };
    let find = |deleted: bool| {
        variants
            .iter()
            .find(|variant| variant.deleted == deleted && variant.tag == tag)
    };
    match (find(false), find(true)) {
        // The live type is tried first: it detects a deleted object at no cost for live ones.
        (Some(live), Some(deleted)) => {
            if !decoder.unless_deleted(|decoder| (live.decode)(union, decoder))? {
                (deleted.decode)(union, decoder)?;
            }
        }
        (Some(only), None) | (None, Some(only)) => (only.decode)(union, decoder)?,
        (None, None) => return Ok(false),
    }
    Ok(true)
}

/// Decodes the next object, which has no tag, as a deleted variant if it contains `"deleted": true`.
#[cold]
fn decode_untagged<U>(
    decoder: &mut Decoder<'_>,
    variants: &[Variant<U>],
    union: &mut U,
) -> Result<bool, DecodeError> {
    let mut deleted: Vec<_> = variants.iter().filter(|variant| variant.deleted).collect();
    if deleted.len() > 1 {
        let id = decoder.look_ahead("id")?.unwrap_or_default();
        deleted.retain(|variant| is_id_of(&id, variant.tag));
    }
    match deleted[..] {
        [only] if decoder.is_deleted() => (only.decode)(union, decoder).map(|()| true),
        // An error: the member is missing or not a string.
        _ if decoder.is_response() => decoder.member_of_object("object").map(|_| false),
        _ => Ok(false),
    }
}

/// Returns whether the prefix of an id is that of a type: `card_1` of `card`, `ba_1` of `bank_account`.
fn is_id_of(id: &str, tag: &str) -> bool {
    let prefix = id.split('_').next().unwrap_or_default();
    let initials = tag.split('_').filter_map(|word| word.chars().next());
    prefix == tag || prefix.chars().eq(initials)
}

/// Implements the traits of one or more unions from their variants.
///
/// ```text
/// union! {
///     RetrievedCustomer as "customer" {
///         Customer = "customer",
///         Deleted = "customer" deleted,
///     }
/// }
/// ```
///
/// The value after `=` is the constant in the member `object`, `deleted` marks variants that contain `"deleted": true`,
/// and the name after `as` is the first part of the path of an error.
///
/// The name `union` has to be in scope, because the macro calls itself.
macro_rules! union {
    ($($name:ident $(as $root:literal)? {
        $($variant:ident = $tag:literal $($mark:ident)?),* $(,)?
    })*) => {$(
        impl $crate::runtime::model::Decode for $name {
            #[inline]
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                // Not a static: this crate would have to compile it, and the decoding of all variants with it.
                let variants = &[$(
                    $crate::generated::parts::union::Variant {
                        tag: $tag,
                        deleted: $crate::runtime::model::object!(@deleted $($mark)?),
                        decode: |union: &mut Self, decoder| {
                            *union = Self::$variant($crate::runtime::model::take(decoder)?);
                            Ok(())
                        },
                    }
                ),*];
                if !$crate::generated::parts::union::decode_union(decoder, variants, self)? {
                    *self = Self::Unknown($crate::runtime::model::take(decoder)?);
                }
                Ok(())
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                match self {
                    $(Self::$variant(value) => $crate::runtime::model::Decode::visit(value, visitor),)*
                    Self::Unknown(json) => $crate::runtime::model::Decode::visit(json, visitor),
                }
            }

            #[inline]
            fn empty() -> Self {
                Self::Unknown($crate::runtime::model::Decode::empty())
            }

            #[inline]
            fn root_name() -> &'static str {
                union!(@root $name $($root)?)
            }
        }

        $crate::runtime::model::object!(@serde $name);
    )*};

    (@root $name:ident) => { stringify!($name) };
    (@root $name:ident $root:literal) => { $root };
}
pub(crate) use union;
