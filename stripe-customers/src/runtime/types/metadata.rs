//! Key-value pairs of the caller's own.

use std::collections::{BTreeMap, HashMap, btree_map};

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Map, ValueRef, Visit, object};

use super::Clearable;

/// Pairs of keys and values to attach to an object.
///
/// Up to 50 keys of up to 40 characters, values of up to 500. Stripe merges the pairs into those that the
/// object already has; [`remove`](Self::remove) takes one away, and [`Clearable::Clear`] in place of the whole takes all.
///
/// ```
/// use stripe_customers::{CreateCustomer, Metadata};
///
/// let few = CreateCustomer::new().metadata([("order", "6735")]);
/// let more = CreateCustomer::new().metadata(Metadata::new().set("order", "6735").remove("cart"));
/// ```
///
/// See <https://docs.stripe.com/api/metadata>.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Metadata(BTreeMap<String, String>);

impl Metadata {
    /// No pairs.
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

    /// Takes `key` away from the object; on the wire, an empty string as its value.
    #[must_use]
    pub fn remove(self, key: impl Into<String>) -> Self {
        self.set(key, "")
    }

    /// The pairs, by key. One with an empty value is taken away from the object.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// What `key` is set to; empty if it is taken away, `None` if nothing is said of it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// How many keys are set or taken away.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is set or taken away.
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

/// From the collections that pairs come in, into the parameter and the type itself.
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

/// The pairs of an object that was read, to be written to another.
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
