//! Pages of lists.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, TypeInfo, ValueRef, Visit, decode_object, object};

/// One page of a list of objects.
///
/// See <https://docs.stripe.com/api/pagination>.
#[derive(Clone)]
#[non_exhaustive]
pub struct List<T> {
    /// The objects of this page.
    pub data: Vec<T>,
    /// Whether there are more objects after this page.
    pub has_more: bool,
    /// The path of the list: `/v1/customers/cus_…/sources`.
    pub url: String,
}

impl<T> List<T> {
    /// Returns an iterator over the objects of this page, in Stripe's order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.data.iter()
    }

    /// Returns the number of objects in this page. The list may have more: see [`has_more`](Self::has_more).
    #[must_use]
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Returns whether this page has no objects.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.data.is_empty()
    }
}

static INFO: TypeInfo = TypeInfo {
    name: "List",
    tag: Some("list"),
    deleted: false,
    deny_unknown_fields: false,
    fields: &["data", "has_more", "url"],
};

impl<T: Decode> Decode for List<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        decode_object(
            decoder,
            &INFO,
            &mut [&mut self.data, &mut self.has_more, &mut self.url],
        )
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        let values: &[&dyn Decode] = &[&self.data, &self.has_more, &self.url];
        visitor.visit_value(ValueRef::Object(&INFO, values));
    }

    fn empty() -> Self {
        Self {
            data: Vec::new(),
            has_more: false,
            url: String::new(),
        }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

object!(@serde List<T: Decode>);
