//! A page of a list.

use crate::json::{DecodeError, Decoder};
use crate::model::{Field, Object, Spec, Value, View, fill_object, object};

/// One page of a list of objects.
///
/// See <https://docs.stripe.com/api/pagination>.
#[derive(Clone)]
#[non_exhaustive]
pub struct List<T> {
    /// The objects of this page.
    pub data: Vec<T>,
    /// Whether there are more after this page.
    pub has_more: bool,
    /// The path where the list can be read: `/v1/customers/cus_…/sources`.
    pub url: String,
}

static SPEC: Spec = Spec {
    name: "List",
    tag: Some("list"),
    deleted: false,
    closed: false,
    fields: &["data", "has_more", "url"],
};

impl<T: Field> Value for List<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        fill_object(
            decoder,
            &SPEC,
            &mut [&mut self.data, &mut self.has_more, &mut self.url],
        )
    }

    fn view(&self) -> View<'_> {
        View::Object(self)
    }
}

impl<T: Field> Object for List<T> {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn fields(&self, visit: &mut dyn FnMut(&[&dyn Value])) {
        visit(&[&self.data, &self.has_more, &self.url]);
    }
}

impl<T: Field> Field for List<T> {
    fn blank() -> Self {
        Self {
            data: Vec::new(),
            has_more: false,
            url: String::new(),
        }
    }

    const ROOT: &'static str = "list";
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.iter()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

object!(@serde List<T: Field>);
