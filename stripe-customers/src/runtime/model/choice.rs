//! Parameters that take values of different kinds.

/// States the variants of an enum of values of different kinds, and gives it everything that follows from them.
///
/// ```text
/// choice! {
///     TrialEnd { Now = "now", Timestamp(Timestamp) }
/// }
/// ```
macro_rules! choice {
    ($name:ident { $($variant:ident $(= $wire:literal)? $(($ty:ty))?),* $(,)? }) => {
        impl $crate::runtime::model::Decode for $name {
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                $($crate::runtime::model::choice!(@decode self decoder $name $variant $($wire)? $(($ty))?);)*
                Err(decoder.unexpected("another value"))
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                match self {
                    $($crate::runtime::model::choice!(@pattern $variant value $(($ty))?) => {
                        $crate::runtime::model::choice!(@visit value visitor $($wire)?)
                    })*
                }
            }

            #[inline]
            fn empty() -> Self {
                $crate::runtime::model::choice!(@first $($variant $(($ty))?,)*)
            }

            fn root() -> &'static str {
                stringify!($name)
            }
        }

        $($crate::runtime::model::choice!(@from $name $variant $(($ty))?);)*

        $crate::runtime::model::object!(@serde $name);
    };

    // The first that fits what comes.
    (@decode $self:ident $decoder:ident $name:ident $variant:ident $wire:literal) => {
        if $decoder.try_take(|decoder| Ok(decoder.string()? == $wire))? == Some(true) {
            *$self = $name::$variant;
            return Ok(());
        }
    };
    (@decode $self:ident $decoder:ident $name:ident $variant:ident ($ty:ty)) => {
        let taken = $decoder.try_take(|decoder| {
            *$self = $name::$variant($crate::runtime::model::take::<$ty>(decoder)?);
            Ok(true)
        })?;
        if taken == Some(true) {
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
