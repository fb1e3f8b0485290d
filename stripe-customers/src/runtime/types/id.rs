//! Ids, with the type of the object that they refer to.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use crate::runtime::model::like_field;

/// The id of an object of type `T`: `Id<Customer>`.
///
/// Any string converts into an id and is sent unchanged. Ids are opaque: their length and prefix may change, so the crate
/// does not check them. The type prevents an id of one type from being passed where another type is expected:
///
/// ```compile_fail
/// # use stripe_customers::{Id, Invoice, RetrieveCustomer};
/// let invoice: Id<Invoice> = "in_1MtHbELkdIwHu7ixl4OzzPMv".into();
/// RetrieveCustomer::new(invoice);
/// ```
///
/// ```
/// use stripe_customers::{Customer, Id, RetrieveCustomer};
///
/// let id: Id<Customer> = "cus_NffrFeUfNV2Hib".into(); // from your database
/// assert_eq!(id, "cus_NffrFeUfNV2Hib");
/// let request = RetrieveCustomer::new(&id);
/// ```
///
/// See <https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backward-compatible>.
pub struct Id<T> {
    text: String,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Creates an id from a string.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            of: PhantomData,
        }
    }

    /// Returns the id as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Consumes the id and returns the string.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// Changes the type that the id refers to, for example from a card to a payment source.
    ///
    /// The id itself is not checked.
    #[must_use]
    pub fn cast<U>(self) -> Id<U> {
        Id::new(self.text)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self::new(self.as_str())
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// Allows looking up ids in maps by `&str`.
impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Implements comparisons with strings, in both orders.
macro_rules! compare_with {
    ($($text:ty),*) => {$(
        impl<T> PartialEq<$text> for Id<T> {
            fn eq(&self, other: &$text) -> bool {
                self.as_str() == AsRef::<str>::as_ref(other)
            }
        }

        impl<T> PartialEq<Id<T>> for $text {
            fn eq(&self, other: &Id<T>) -> bool {
                other == self
            }
        }
    )*};
}

compare_with!(str, &str, String);

/// Implements conversions of strings.
macro_rules! from_string {
    ($($string:ty),*) => {$(
        impl<T> From<$string> for Id<T> {
            fn from(text: $string) -> Self {
                Self::new(text)
            }
        }
    )*};
}

from_string!(String, &String, &str);

impl<T> From<&Self> for Id<T> {
    fn from(id: &Self) -> Self {
        id.clone()
    }
}

impl<T> From<Id<T>> for String {
    fn from(id: Id<T>) -> Self {
        id.text
    }
}

impl<T> From<&Id<T>> for String {
    fn from(id: &Id<T>) -> Self {
        id.text.clone()
    }
}

impl<T> FromStr for Id<T> {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

like_field!(Id<T> { text, of });

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use super::Id;
    use crate::{Customer, Invoice};

    #[test]
    fn an_id_prints_compares_and_serializes_as_its_text() {
        let id: Id<Customer> = "cus_1".into();
        assert_eq!(id.to_string(), "cus_1");
        assert_eq!(format!("{id:?}"), "\"cus_1\"");
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"cus_1\"");
        assert_eq!(
            serde_json::from_str::<Id<Customer>>("\"cus_1\"").unwrap(),
            id
        );
        assert_eq!("cus_1".parse::<Id<Customer>>(), Ok(id.clone()));
        assert_eq!(String::from(&id), id.clone().into_string());
        assert_eq!(id.cast::<Invoice>(), "cus_1");
    }

    #[test]
    fn an_id_is_a_key_of_maps() {
        let id = Id::<Customer>::new("cus_1");
        assert_eq!(HashMap::from([(id.clone(), 7)]).get("cus_1"), Some(&7));
        assert_eq!(BTreeMap::from([(id.clone(), 7)]).get("cus_1"), Some(&7));
        assert!(id < Id::new("cus_2"));
    }
}
