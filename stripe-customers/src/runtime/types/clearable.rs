//! Parameters that can be set or cleared.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

/// A parameter that sets a value or clears the value that Stripe has stored.
///
/// The value converts into `Clearable` with `into()`, so code names the type only to clear something:
///
/// ```
/// use stripe_customers::{Clearable, CreateCustomer};
///
/// let set = CreateCustomer::new().business_name("Rocket Rides");
/// let cleared = CreateCustomer::new().business_name(Clearable::Clear);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Clearable<T> {
    /// Clears the value. Sent as an empty string.
    Clear,
    /// Sets the value.
    Set(T),
}

impl<T> Clearable<T> {
    /// Returns the value to set, or `None` for [`Clear`](Self::Clear).
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// Consumes the parameter and returns the value to set, or `None` for [`Clear`](Self::Clear).
    #[must_use]
    pub fn into_set(self) -> Option<T> {
        match self {
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// Returns whether the value is to be cleared.
    #[must_use]
    pub const fn is_clear(&self) -> bool {
        matches!(self, Self::Clear)
    }
}

impl<T: Decode> From<T> for Clearable<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Clearable<String> {
    fn from(value: &str) -> Self {
        Self::Set(value.to_owned())
    }
}

impl From<&String> for Clearable<String> {
    fn from(value: &String) -> Self {
        Self::Set(value.clone())
    }
}

impl<T: Decode, const N: usize> From<[T; N]> for Clearable<Vec<T>> {
    fn from(values: [T; N]) -> Self {
        Self::Set(values.into())
    }
}

impl<T: Decode> Decode for Clearable<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.empty_string()? {
            *self = Self::Clear;
            return Ok(());
        }
        let mut value = T::empty();
        value.decode(decoder)?;
        *self = Self::Set(value);
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match self {
            Self::Clear => visitor.visit_value(ValueRef::Clear),
            Self::Set(value) => value.visit(visitor),
        }
    }

    fn empty() -> Self {
        Self::Clear
    }
}

object!(@serde Clearable<T: Decode>);
