//! Custom key-value pairs.

use std::collections::{BTreeMap, HashMap, btree_map};

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Map, ValueRef, Visit, object};

use super::Clearable;

/// Custom key-value pairs to attach to an object.
///
/// At most 50 keys, with keys of at most 40 characters and values of at most 500. Stripe merges the pairs into the
/// existing ones. [`remove`](Self::remove) removes a key, and [`Clearable::Clear`] instead of `Metadata` removes all.
///
/// ```
/// use stripe_customers::{CreateCustomer, Metadata};
///
/// let set = CreateCustomer::new().metadata([("order", "6735")]);
/// let removed = CreateCustomer::new().metadata(Metadata::new().set("order", "6735").remove("cart"));
/// ```
///
/// See <https://docs.stripe.com/api/metadata>.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// Creates an empty set of pairs.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Sets `key` to `value`.
    #[must_use]
    pub fn set(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.insert(key.into(), value.into());
        self
    }

    /// Removes `key` from the object. Sent as an empty string.
    #[must_use]
    pub fn remove(self, key: impl Into<String>) -> Self {
        self.set(key, "")
    }

    /// Returns an iterator over the pairs, sorted by key. An empty value removes the key from the object.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Returns the value of `key`, which is empty if the key is to be removed, or `None` if it is not in the pairs.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Returns the number of keys to set or remove.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are no keys to set or remove.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Metadata {
    type Item = (String, String);
    type IntoIter = btree_map::IntoIter<String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Metadata {
    type Item = (&'a String, &'a String);
    type IntoIter = btree_map::Iter<'a, String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(key, value)| (key.into(), value.into()))
                .collect(),
        )
    }
}

impl<K: Into<String>, V: Into<String>> Extend<(K, V)> for Metadata {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        self.0.extend(
            pairs
                .into_iter()
                .map(|(key, value)| (key.into(), value.into())),
        );
    }
}

/// Implements the conversions from a collection of pairs into the type itself and into the parameter.
macro_rules! from_pairs {
    ($(($($parameter:tt)*) $pairs:ty),* $(,)?) => {$(
        impl<$($parameter)*> From<$pairs> for Metadata {
            fn from(pairs: $pairs) -> Self {
                pairs.into_iter().collect()
            }
        }

        impl<$($parameter)*> From<$pairs> for Clearable<Metadata> {
            fn from(pairs: $pairs) -> Self {
                Self::Set(pairs.into_iter().collect())
            }
        }
    )*};
}

from_pairs! {
    (K: Into<String>, V: Into<String>, const N: usize) [(K, V); N],
    (K: Into<String>, V: Into<String>) Vec<(K, V)>,
    (K: Into<String>, V: Into<String>) BTreeMap<K, V>,
    (K: Into<String>, V: Into<String>, S) HashMap<K, V, S>,
}

/// Copies the pairs of a response into a request.
impl From<&BTreeMap<String, String>> for Metadata {
    fn from(pairs: &BTreeMap<String, String>) -> Self {
        Self(pairs.clone())
    }
}

impl From<&BTreeMap<String, String>> for Clearable<Metadata> {
    fn from(pairs: &BTreeMap<String, String>) -> Self {
        Self::Set(pairs.into())
    }
}

impl Decode for Metadata {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.0.decode(decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Map(self));
    }

    fn empty() -> Self {
        Self::new()
    }
}

impl Map for Metadata {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        for (key, value) in &self.0 {
            visitor(
                key,
                match value.is_empty() {
                    true => ValueRef::Clear,
                    false => ValueRef::String(value),
                },
            );
        }
    }
}

object!(@serde Metadata);
