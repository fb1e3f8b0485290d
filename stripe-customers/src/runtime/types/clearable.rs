//! A parameter that can be set, and can be cleared.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

/// What to do with a value that Stripe may already have: set it, or clear it.
///
/// Whatever the parameter holds converts into it, so it shows only where something is cleared:
///
/// ```
/// use stripe_customers::{Clearable, CreateCustomer};
///
/// let set = CreateCustomer::new().business_name("Rocket Rides");
/// let cleared = CreateCustomer::new().business_name(Clearable::Clear);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Clearable<T> {
    /// Clears the value; on the wire, an empty string.
    Clear,
    /// Sets the value.
    Set(T),
}

impl<T> Clearable<T> {
    /// What is set; `None` if the value is cleared.
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// What is set; `None` if the value is cleared.
    #[must_use]
    pub fn into_set(self) -> Option<T> {
        match self {
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// Whether the value is cleared.
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
