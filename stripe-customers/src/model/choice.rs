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
        impl $crate::model::Value for $name {
            fn fill(
                &mut self,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Result<(), $crate::json::DecodeError> {
                $($crate::model::choice!(@fill self decoder $name $variant $($wire)? $(($ty))?);)*
                Err(decoder.unexpected("another value"))
            }

            #[inline]
            fn show(&self, see: &mut dyn $crate::model::See) {
                match self {
                    $($crate::model::choice!(@pattern $variant value $(($ty))?) => {
                        $crate::model::choice!(@show value see $($wire)?)
                    })*
                }
            }

            #[inline]
            fn blank() -> Self {
                $crate::model::choice!(@first $($variant $(($ty))?,)*)
            }

            fn root() -> &'static str {
                stringify!($name)
            }
        }

        $($crate::model::choice!(@from $name $variant $(($ty))?);)*

        $crate::model::object!(@serde $name);
    };

    // The first that fits what comes.
    (@fill $self:ident $decoder:ident $name:ident $variant:ident $wire:literal) => {
        if $decoder.try_take(|decoder| Ok(decoder.string()? == $wire))? == Some(true) {
            *$self = $name::$variant;
            return Ok(());
        }
    };
    (@fill $self:ident $decoder:ident $name:ident $variant:ident ($ty:ty)) => {
        let taken = $decoder.try_take(|decoder| {
            *$self = $name::$variant($crate::model::take::<$ty>(decoder)?);
            Ok(true)
        })?;
        if taken == Some(true) {
            return Ok(());
        }
    };
    (@pattern $variant:ident $value:ident) => { Self::$variant };
    (@pattern $variant:ident $value:ident ($ty:ty)) => { Self::$variant($value) };
    (@show $value:ident $see:ident $wire:literal) => { $see.see($crate::model::View::String($wire)) };
    (@show $value:ident $see:ident) => { $crate::model::Value::show($value, $see) };
    (@first $variant:ident, $($rest:tt)*) => { Self::$variant };
    (@first $variant:ident ($ty:ty), $($rest:tt)*) => {
        Self::$variant(<$ty as $crate::model::Value>::blank())
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
