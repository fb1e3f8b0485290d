//! Arrays whose elements stay JSON and are decoded on demand.

use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, take};

use super::{Id, Json};

/// An array whose elements stay JSON.
pub struct Elements<T> {
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
            let mut len = 0;
            if decoder.null()? {
                return Ok(len);
            }
            decoder.begin_array()?;
            while decoder.next_element()? {
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
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn json(&self) -> &Json {
        &self.json
    }

    /// The elements, in order.
    #[cfg(feature = "client")]
    pub(crate) fn values(&self) -> Vec<Json> {
        // Allocated once: elements may be as short as two bytes.
        let mut values = Vec::with_capacity(self.len);
        values.extend(self.json.elements());
        values
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = Result<Id<T>, DecodeError>> + '_ {
        let mut reader = self.reader();
        std::iter::from_fn(move || {
            reader.next(|decoder| decoder.member_of_object("id").map(Id::new))
        })
    }

    pub(crate) fn iter(&self) -> ListIter<'_, T> {
        ListIter {
            reader: self.reader(),
            of: PhantomData,
        }
    }

    /// A reader before the first element.
    fn reader(&self) -> Reader<'_> {
        let mut decoder = self.json.decoder();
        // The array was validated when it was kept.
        let begun = decoder
            .as_mut()
            .is_some_and(|decoder| decoder.begin_array().is_ok());
        Reader {
            decoder: decoder.filter(|_| begun),
            json: &self.json,
            index: 0,
            len: self.len,
        }
    }
}

/// Goes through an array element by element.
struct Reader<'a> {
    decoder: Option<Decoder<'a>>,
    json: &'a Json,
    /// The index of the next element.
    index: usize,
    len: usize,
}

impl Reader<'_> {
    /// Returns what `read` makes of the next element. The reader is behind the element then, even if `read` fails.
    fn next<T>(
        &mut self,
        read: impl FnOnce(&mut Decoder<'_>) -> Result<T, DecodeError>,
    ) -> Option<Result<T, DecodeError>> {
        let index = self.index;
        let decoder = self.decoder.as_mut().filter(|_| index < self.len)?;
        self.index += 1;
        let read = decoder
            .next_element()
            .and_then(|_| decoder.take_or_skip(read));
        Some(read.map_err(|error| {
            error
                .at_index(index)
                .inside(self.json.steps(), self.json.root_name())
        }))
    }

    /// Skips the next element. Returns `None` after the last one.
    fn skip(&mut self) -> Option<()> {
        self.next(|decoder| decoder.skip()).map(|_| ())
    }
}

/// Iterator over the objects of a page: of a [`List`](crate::List), a [`SearchPage`](crate::SearchPage) or a
/// [`V2List`](crate::V2List).
pub struct ListIter<'a, T> {
    reader: Reader<'a>,
    of: PhantomData<fn() -> T>,
}

impl<T: Decode> Iterator for ListIter<'_, T> {
    type Item = Result<T, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.reader.next(take)
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        for _ in 0..n {
            self.reader.skip()?;
        }
        self.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let rest = self.reader.len - self.reader.index;
        (rest, Some(rest))
    }
}

impl<T: Decode> ExactSizeIterator for ListIter<'_, T> {}

impl<T: Decode> FusedIterator for ListIter<'_, T> {}

impl<T> fmt::Debug for ListIter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ListIter")
            .field("index", &self.reader.index)
            .field("len", &self.reader.len)
            .finish()
    }
}
