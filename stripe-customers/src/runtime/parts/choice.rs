//! Enums of values of different kinds, such as a timestamp or the word `now`.

use crate::runtime::json::{DecodeError, Decoder};

#[cfg(test)]
mod tests;

impl Decoder<'_> {
    /// Runs `read` on a copy of the decoder. If it returns `true`, continues where the copy ends; otherwise does not
    /// move, so that another kind of value can be tried.
    pub(crate) fn attempt(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<bool, DecodeError>,
    ) -> Result<bool, DecodeError> {
        self.peek()?;
        let mut copy = self.clone();
        let matches = read(&mut copy).unwrap_or(false);
        if matches {
            *self = copy;
        }
        Ok(matches)
    }
}

/// Implements the traits of an enum from its variants, which are tried in this order when a value is decoded.
///
/// ```text
/// choice! {
///     TrialEnd { Now = "now", Timestamp(Timestamp) }
/// }
/// ```
///
/// The name `choice` has to be in scope, because the macro calls itself.
macro_rules! choice {
    ($name:ident { $($variant:ident $(= $wire:literal)? $(($($ty:tt)+))?),* $(,)? }) => {
        impl $crate::runtime::model::Decode for $name {
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                $(choice!(@decode self decoder $name $variant $($wire)? $(($($ty)+))?);)*
                Err(decoder.unexpected("another value"))
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                match self {
                    $(choice!(@pattern $variant value $(($($ty)+))?) => {
                        choice!(@visit value visitor $($wire)?)
                    })*
                }
            }

            #[inline]
            fn empty() -> Self {
                choice!(@first $($variant $(($($ty)+))?,)*)
            }

            fn root_name() -> &'static str {
                stringify!($name)
            }
        }

        $(choice!(@from $name $variant $(($($ty)+))?);)*

        $crate::runtime::model::object!(@serde $name);
    };

    (@decode $self:ident $decoder:ident $name:ident $variant:ident $wire:literal) => {
        if $decoder.attempt(|decoder| Ok(decoder.string()? == $wire))? {
            *$self = $name::$variant;
            return Ok(());
        }
    };
    (@decode $self:ident $decoder:ident $name:ident $variant:ident ($ty:ty)) => {
        let matches = $decoder.attempt(|decoder| {
            *$self = $name::$variant($crate::runtime::model::take::<$ty>(decoder)?);
            Ok(true)
        })?;
        if matches {
            return Ok(());
        }
    };
    (@pattern $variant:ident $value:ident) => { Self::$variant };
    (@pattern $variant:ident $value:ident ($ty:ty)) => { Self::$variant($value) };
    (@visit $value:ident $visitor:ident $wire:literal) => { $visitor.visit_value($crate::runtime::model::ValueRef::String($wire)) };
    (@visit $value:ident $visitor:ident) => { $crate::runtime::model::Decode::visit($value, $visitor) };
    (@first $variant:ident, $($rest:tt)*) => { Self::$variant };
    (@first $variant:ident ($ty:ty), $($rest:tt)*) => {
        Self::$variant(<$ty as $crate::runtime::model::Decode>::empty())
    };
    (@from $name:ident $variant:ident) => {};
    (@from $name:ident $variant:ident (String)) => {
        impl From<String> for $name {
            fn from(value: String) -> Self {
                Self::$variant(value)
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                Self::$variant(value.to_owned())
            }
        }
    };
    (@from $name:ident $variant:ident ($ty:ty)) => {
        impl From<$ty> for $name {
            fn from(value: $ty) -> Self {
                Self::$variant(value)
            }
        }
    };
}
pub(crate) use choice;
