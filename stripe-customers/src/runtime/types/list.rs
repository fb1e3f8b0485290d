//! Pages of lists, whose objects are decoded on demand.

use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, TypeInfo, ValueRef, Visit, decode_object, object, take};

use super::{Id, Json};

/// One page of a list of objects.
///
/// The page keeps its objects as JSON and decodes them on demand. An object that does not match `T` is an error of that object alone.
/// Cloning is cheap: clones share the text of the response.
///
/// ```
/// use stripe_customers::{List, TaxId};
///
/// # let json = r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/customers/cus_1/tax_ids"}"#;
/// let tax_ids: List<TaxId> = stripe_customers::from_json(json)?;
/// for tax_id in &tax_ids {
///     println!("{}", tax_id?.value);
/// }
/// # Ok::<(), stripe_customers::DecodeError>(())
/// ```
///
/// See <https://docs.stripe.com/api/pagination>.
#[derive(Clone)]
#[non_exhaustive]
pub struct List<T> {
    data: Elements<T>,
    /// Whether there are more objects after this page.
    pub has_more: bool,
    /// The path of the list: `/v1/customers/cus_…/sources`.
    pub url: String,
}

impl<T> List<T> {
    /// Returns the number of objects in this page. The list may have more: see [`has_more`](Self::has_more).
    #[must_use]
    pub const fn len(&self) -> usize {
        self.data.len
    }

    /// Returns whether this page has no objects.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the objects of this page as Stripe sent them: a JSON array.
    #[must_use]
    pub const fn raw(&self) -> &Json {
        &self.data.json
    }

    /// Returns an iterator over the ids of the objects of this page. Nothing else of them is decoded.
    ///
    /// # Errors
    ///
    /// If an object has no id. The error has its path in the response.
    pub fn ids(&self) -> impl Iterator<Item = Result<Id<T>, DecodeError>> + '_ {
        let mut cursor = self.data.cursor();
        std::iter::from_fn(move || {
            cursor.next(|decoder| decoder.member_of_object("id").map(Id::new))
        })
    }
}

impl<T: Decode> List<T> {
    /// Returns an iterator over the objects of this page, in Stripe's order. It decodes each object when it gets to it.
    ///
    /// # Errors
    ///
    /// If an object does not match `T`. The error has the path of the field in the response, `customer.sources.data[2].last4`, and the
    /// iterator continues with the next object.
    pub fn iter(&self) -> ListIter<'_, T> {
        ListIter {
            cursor: self.data.cursor(),
            of: PhantomData,
        }
    }

    /// Decodes the object at `index`, counted from 0, or returns `None` after the last one. The objects before it are not decoded.
    ///
    /// # Errors
    ///
    /// If the object does not match `T`. The error has the path of the field in the response.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Result<T, DecodeError>> {
        self.iter().nth(index)
    }

    /// Decodes all objects of this page.
    ///
    /// # Errors
    ///
    /// If an object does not match `T`, or if the objects take many times the memory of their text. The error is that of the first such
    /// object.
    pub fn decode(&self) -> Result<Vec<T>, DecodeError> {
        self.raw().decode_shared()
    }
}

static INFO: TypeInfo = TypeInfo {
    name: "List",
    tag: Some("list"),
    deleted: false,
    deny_unknown_fields: false,
    fields: &["data", "has_more", "url"],
};

impl<T> Decode for List<T> {
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
            data: Elements::empty(),
            has_more: false,
            url: String::new(),
        }
    }
}

impl<'a, T: Decode> IntoIterator for &'a List<T> {
    type Item = Result<T, DecodeError>;
    type IntoIter = ListIter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

object!(@serde List<T>);

/// An array whose elements stay JSON.
struct Elements<T> {
    json: Json,
    len: usize,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Elements<T> {
    fn clone(&self) -> Self {
        Self {
            json: self.json.clone(),
            ..*self
        }
    }
}

impl<T> Decode for Elements<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        let (json, len) = decoder.keep_while(|decoder| {
            if decoder.null()? {
                return Ok(0);
            }
            decoder.begin_array()?;
            let mut len = 0;
            while decoder.next_element(len == 0)? {
                decoder.skip().map_err(|error| error.at_index(len))?;
                len += 1;
            }
            Ok(len)
        })?;
        (self.json, self.len) = (Json::from(json), len);
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match self.len {
            0 => visitor.visit_value(ValueRef::Text("[]")),
            _ => self.json.visit(visitor),
        }
    }

    fn empty() -> Self {
        Self {
            json: Json::NULL,
            len: 0,
            of: PhantomData,
        }
    }
}

impl<T> Elements<T> {
    fn cursor(&self) -> Cursor<'_> {
        let mut decoder = self.json.decoder();
        // The array was validated when it was kept.
        let begun = decoder
            .as_mut()
            .is_some_and(|decoder| decoder.begin_array().is_ok());
        Cursor {
            decoder: decoder.filter(|_| begun),
            json: &self.json,
            index: 0,
            len: self.len,
        }
    }
}

/// Goes through an array element by element.
struct Cursor<'a> {
    decoder: Option<Decoder<'a>>,
    json: &'a Json,
    /// The index of the next element.
    index: usize,
    len: usize,
}

impl Cursor<'_> {
    /// Returns what `read` makes of the next element. The cursor is behind the element then, even if `read` fails.
    fn next<T>(
        &mut self,
        read: impl FnOnce(&mut Decoder<'_>) -> Result<T, DecodeError>,
    ) -> Option<Result<T, DecodeError>> {
        let index = self.index;
        let decoder = self.decoder.as_mut().filter(|_| index < self.len)?;
        self.index += 1;
        let read = decoder
            .next_element(index == 0)
            .and_then(|_| decoder.take_or_skip(read));
        Some(read.map_err(|error| {
            error
                .at_index(index)
                .inside(self.json.steps(), self.json.root_name())
        }))
    }
}

/// Iterator over the objects of a [`List`].
pub struct ListIter<'a, T> {
    cursor: Cursor<'a>,
    of: PhantomData<fn() -> T>,
}

impl<T: Decode> Iterator for ListIter<'_, T> {
    type Item = Result<T, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.cursor.next(take)
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        for _ in 0..n {
            self.cursor.next(|decoder| decoder.skip())?.ok();
        }
        self.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let rest = self.cursor.len - self.cursor.index;
        (rest, Some(rest))
    }
}

impl<T: Decode> ExactSizeIterator for ListIter<'_, T> {}

impl<T: Decode> FusedIterator for ListIter<'_, T> {}

impl<T> fmt::Debug for ListIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListIter")
            .field("index", &self.cursor.index)
            .field("len", &self.cursor.len)
            .finish()
    }
}
