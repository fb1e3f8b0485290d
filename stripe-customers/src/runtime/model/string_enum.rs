//! Enumerations of strings, with a variant for unknown values.

use std::fmt;

use crate::runtime::json::{DecodeError, Decoder};

/// A value that Stripe's OpenAPI document did not list when this crate was generated.
///
/// Created by decoding a response, or by converting a string into the enumeration. It never holds a listed value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownValue(String);

impl UnknownValue {
    pub(crate) const EMPTY: Self = Self(String::new());

    pub(crate) fn new(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// Returns the value as Stripe spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Decodes the next value, a string, as a `T`.
pub fn decode_text<T>(decoder: &mut Decoder<'_>, value: &mut T) -> Result<(), DecodeError>
where
    T: for<'a> From<&'a str>,
{
    *value = T::from(&decoder.string()?);
    Ok(())
}

/// Defines an enumeration and implements its traits from its values.
///
/// ```text
/// string_enum! {
///     /// Values of the API field `tax_exempt`.
///     TaxExempt {
///         Exempt = "exempt",
///         None = "none",
///         Reverse = "reverse",
///     }
/// }
/// ```
macro_rules! string_enum {
    ($(#[$docs:meta])* $name:ident { $($variant:ident = $value:literal),* $(,)? }) => {
        $(#[$docs])*
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $value, "`")]
                $variant,
            )*
            /// A value that this version of the crate does not know.
            Unknown($crate::runtime::model::UnknownValue),
        }

        impl $name {
            /// Returns the value as Stripe spells it.
            #[inline]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            #[inline]
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    value => Self::Unknown($crate::runtime::model::UnknownValue::new(value)),
                }
            }
        }

        $crate::runtime::model::string_enum!(@shared $name);
    };

    (@shared $name:ident) => {
        impl $crate::runtime::model::Decode for $name {
            #[inline]
            fn decode(
                &mut self,
                decoder: &mut $crate::runtime::json::Decoder<'_>,
            ) -> Result<(), $crate::runtime::json::DecodeError> {
                $crate::runtime::model::decode_text(decoder, self)
            }

            #[inline]
            fn visit(&self, visitor: &mut dyn $crate::runtime::model::Visit) {
                visitor.visit_value($crate::runtime::model::ValueRef::String(self.as_str()));
            }

            #[inline]
            fn empty() -> Self {
                Self::Unknown($crate::runtime::model::UnknownValue::EMPTY)
            }
        }

        // Written by hand, because the derives take longer to compile.
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

        $crate::runtime::model::object!(@serde $name);
    };
}
pub(crate) use string_enum;
