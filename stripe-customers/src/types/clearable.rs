//! A parameter that can be set, and can be cleared.

use crate::json::{DecodeError, Decoder};
use crate::model::{Field, Value, View, object};

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

impl<T: Field> From<T> for Clearable<T> {
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

impl<T: Field, const N: usize> From<[T; N]> for Clearable<Vec<T>> {
    fn from(values: [T; N]) -> Self {
        Self::Set(values.into())
    }
}

impl<T: Field> Value for Clearable<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.empty_string()? {
            *self = Self::Clear;
            return Ok(());
        }
        let mut value = T::blank();
        value.fill(decoder)?;
        *self = Self::Set(value);
        Ok(())
    }

    fn view(&self) -> View<'_> {
        match self {
            Self::Clear => View::Clear,
            Self::Set(value) => value.view(),
        }
    }
}

impl<T: Field> Field for Clearable<T> {
    fn blank() -> Self {
        Self::Clear
    }
}

object!(@serde Clearable<T: Field>);
