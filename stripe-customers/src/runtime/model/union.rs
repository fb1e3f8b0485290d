//! Unions whose members are told apart by their constant `object`.

use crate::runtime::json::{DecodeError, Decoder};

/// A member of the union `U`.
pub struct Member<U> {
    /// The constant in its member `object`.
    pub tag: &'static str,
    /// Whether it also says `"deleted": true`.
    pub deleted: bool,
    /// Reads it into the union.
    pub read: fn(&mut U, &mut Decoder<'_>) -> Result<(), DecodeError>,
}

/// Reads the object that comes next into `union`, as the member that it says it is. If it is none of them,
/// nothing is taken and `false` returned.
pub fn decode_union<U>(
    decoder: &mut Decoder<'_>,
    members: &[Member<U>],
    union: &mut U,
) -> Result<bool, DecodeError> {
    if decoder.peek()? != b'{' {
        return Err(decoder.unexpected("an object"));
    }
    let tag = decoder.look_ahead("object")?;
    let find = |deleted: bool| {
        members
            .iter()
            .find(|member| member.deleted == deleted && tag.as_deref() == Some(member.tag))
    };
    match (find(false), find(true)) {
        // Reading as the live one shows which it is, at no cost if it is the live one.
        (Some(live), Some(deleted)) => {
            if !decoder.unless_deleted(|decoder| (live.read)(union, decoder))? {
                (deleted.read)(union, decoder)?;
            }
        }
        (Some(only), None) | (None, Some(only)) => (only.read)(union, decoder)?,
        (None, None) => return Ok(false),
    }
    Ok(true)
}

/// States the members of one or more unions, and gives the enums everything that follows from them.
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
/// After `=` is the constant in the member `object` of each, `deleted` marks those that say
/// `"deleted": true`, and after `as` is what the path of an error starts with.
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
                // Not a static: that would be compiled in this crate, with all that it reads.
                let members = &[$(
                    $crate::runtime::model::Member {
                        tag: $tag,
                        deleted: $crate::runtime::model::object!(@deleted $($mark)?),
                        read: |union: &mut Self, decoder| {
                            *union = Self::$variant($crate::runtime::model::take(decoder)?);
                            Ok(())
                        },
                    }
                ),*];
                if !$crate::runtime::model::decode_union(decoder, members, self)? {
                    *self = Self::Unknown(decoder.keep()?);
                }
                Ok(())
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                match self {
                    $(Self::$variant(member) => $crate::runtime::model::Decode::visit(member, visitor),)*
                    Self::Unknown(json) => $crate::runtime::model::Decode::visit(json, visitor),
                }
            }

            #[inline]
            fn empty() -> Self {
                Self::Unknown($crate::Json::NULL)
            }

            #[inline]
            fn root() -> &'static str {
                $crate::runtime::model::union!(@root $name $($root)?)
            }
        }

        $crate::runtime::model::object!(@serde $name);
    )*};

    (@root $name:ident) => { stringify!($name) };
    (@root $name:ident $root:literal) => { $root };
}
pub(crate) use union;
