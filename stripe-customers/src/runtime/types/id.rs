//! Ids, each with the type of what it is the id of.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

/// The id of a `T`: `Id<Customer>`.
///
/// Any text becomes one, and it goes over the wire as that text. It is never looked into: Stripe calls ids opaque, and
/// their length and their first letters may change. What the type prevents is that the id of one thing is
/// given where that of another is wanted:
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
/// let id: Id<Customer> = "cus_NffrFeUfNV2Hib".into(); // as your database has it
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
    /// The id that is spelled so.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            of: PhantomData,
        }
    }

    /// The id as Stripe spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The id as Stripe spells it.
    #[must_use]
    pub fn into_string(self) -> String {
        self.text
    }

    /// The same id, said to be that of a `U`: of a card, that of a payment source.
    ///
    /// Nothing is checked.
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

/// As of a text: `Borrow` makes ids keys of maps that are looked up by text.
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

impl<T> PartialEq<str> for Id<T> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl<T> PartialEq<&str> for Id<T> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

impl<T> PartialEq<String> for Id<T> {
    fn eq(&self, other: &String) -> bool {
        self.text == *other
    }
}

impl<T> PartialEq<Id<T>> for str {
    fn eq(&self, other: &Id<T>) -> bool {
        self == other.text
    }
}

impl<T> PartialEq<Id<T>> for &str {
    fn eq(&self, other: &Id<T>) -> bool {
        *self == other.text
    }
}

impl<T> PartialEq<Id<T>> for String {
    fn eq(&self, other: &Id<T>) -> bool {
        *self == other.text
    }
}

impl<T> From<String> for Id<T> {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl<T> From<&String> for Id<T> {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

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

impl<T> Decode for Id<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.text.decode(decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::String(&self.text));
    }

    fn empty() -> Self {
        Self::new(String::new())
    }
}

object!(@serde Id<T>);

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use super::Id;
    use crate::{Customer, Invoice};

    #[test]
    fn is_the_text_to_everyone_else() {
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
    fn is_a_key() {
        let id = Id::<Customer>::new("cus_1");
        assert_eq!(HashMap::from([(id.clone(), 7)]).get("cus_1"), Some(&7));
        assert_eq!(BTreeMap::from([(id.clone(), 7)]).get("cus_1"), Some(&7));
        assert!(id < Id::new("cus_2"));
    }
}
