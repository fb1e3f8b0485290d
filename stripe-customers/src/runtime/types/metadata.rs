//! Custom key-value pairs.

use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map};

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Map, ValueRef, Visit, object};

use super::Clearable;

/// Custom key-value pairs to attach to an object.
///
/// At most 50 keys, with keys of at most 40 characters and values of at most 500. Stripe merges the pairs into the
/// existing ones. [`remove`](Self::remove) removes a key, and [`Clearable::Clear`] instead of `Metadata` removes all. Any other empty
/// value is an error before anything is sent, because Stripe would remove the key.
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
pub struct Metadata {
    pairs: BTreeMap<String, String>,
    /// The keys to remove, whose values are empty.
    removed: BTreeSet<String>,
}

impl Metadata {
    /// Creates an empty set of pairs.
    #[must_use]
    pub const fn new() -> Self {
        Self::of(BTreeMap::new())
    }

    const fn of(pairs: BTreeMap<String, String>) -> Self {
        let removed = BTreeSet::new();
        Self { pairs, removed }
    }

    fn insert(&mut self, key: String, value: String) {
        self.removed.remove(&key);
        self.pairs.insert(key, value);
    }

    /// Sets `key` to `value`.
    #[must_use]
    pub fn set(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.insert(key.into(), value.into());
        self
    }

    /// Removes `key` from the object. Sent as an empty string.
    #[must_use]
    pub fn remove(mut self, key: impl Into<String>) -> Self {
        let key = key.into();
        self.pairs.insert(key.clone(), String::new());
        self.removed.insert(key);
        self
    }

    /// Returns an iterator over the pairs, sorted by key. The value of a key to remove is empty.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Returns the value of `key`, which is empty if the key is to be removed, or `None` if it is not in the pairs.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.pairs.get(key).map(String::as_str)
    }

    /// Returns the number of keys to set or remove.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Returns whether there are no keys to set or remove.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl IntoIterator for Metadata {
    type Item = (String, String);
    type IntoIter = btree_map::IntoIter<String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs.into_iter()
    }
}

impl<'a> IntoIterator for &'a Metadata {
    type Item = (&'a String, &'a String);
    type IntoIter = btree_map::Iter<'a, String, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs.iter()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Metadata {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut metadata = Self::new();
        metadata.extend(pairs);
        metadata
    }
}

impl<K: Into<String>, V: Into<String>> Extend<(K, V)> for Metadata {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key.into(), value.into());
        }
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
        Self::of(pairs.clone())
    }
}

impl From<&BTreeMap<String, String>> for Clearable<Metadata> {
    fn from(pairs: &BTreeMap<String, String>) -> Self {
        Self::Set(pairs.into())
    }
}

impl Decode for Metadata {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.pairs.decode(decoder)?;
        let removed = self.pairs.iter().filter(|(_, value)| value.is_empty());
        self.removed = removed.map(|(key, _)| key.clone()).collect();
        Ok(())
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
        self.pairs.len()
    }

    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        for (key, value) in &self.pairs {
            let value = match self.removed.contains(key) {
                true => ValueRef::Clear,
                false => ValueRef::String(value),
            };
            visitor(key, value);
        }
    }
}

object!(@serde Metadata);
