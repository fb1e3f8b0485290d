//! Enumerations of strings, open to values that the document does not list.

use std::fmt;

use crate::json::{DecodeError, Decoder};

/// A value that Stripe's document did not list when the crate was generated.
///
/// Made by reading a response, or from a string with the `From` implementations of the enumeration; never
/// holds a listed value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnlistedValue(String);

impl UnlistedValue {
    pub(crate) const EMPTY: Self = Self(String::new());

    pub(crate) fn new(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// The value as Stripe spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnlistedValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Reads what comes next, a string, as `T`.
pub fn fill_text<T>(decoder: &mut Decoder<'_>, value: &mut T) -> Result<(), DecodeError>
where
    T: for<'a> From<&'a str>,
{
    *value = T::from(&decoder.string()?);
    Ok(())
}

/// States the values of one or more enumerations, and gives the enums everything that follows from them.
///
/// ```text
/// string_enum! {
///     TaxExempt { Exempt = "exempt", None = "none", Reverse = "reverse" }
/// }
/// ```
macro_rules! string_enum {
    ($($name:ident { $($variant:ident = $value:literal),* $(,)? })*) => {$(
        impl $name {
            /// The value as Stripe spells it.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unlisted(value) => value.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    value => Self::Unlisted($crate::model::UnlistedValue::new(value)),
                }
            }
        }

        $crate::model::string_enum!(@shared $name);
    )*};

    (@shared $name:ident) => {
        impl $crate::model::Value for $name {
            #[inline]
            fn fill(
                &mut self,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Result<(), $crate::json::DecodeError> {
                $crate::model::fill_text(decoder, self)
            }

            #[inline]
            fn show(&self, see: &mut dyn $crate::model::See) {
                see.see($crate::model::View::String(self.as_str()));
            }

            #[inline]
            fn blank() -> Self {
                Self::Unlisted($crate::model::UnlistedValue::EMPTY)
            }
        }

        // By hand: derived, they take the compiler longer, and are of no more use.
        impl PartialEq for $name {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }

        impl Eq for $name {}

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }

        impl std::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        $crate::model::object!(@serde $name);
    };
}
pub(crate) use string_enum;
