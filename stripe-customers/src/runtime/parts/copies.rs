//! Conversions of responses into parameters.

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
