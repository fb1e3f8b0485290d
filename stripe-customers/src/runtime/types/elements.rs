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
    /// The place of the last element, if there is one.
    last: Place,
    of: PhantomData<fn() -> T>,
}

/// The place of an element: its index, and the position in the text where the element before it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) index: usize,
    at: usize,
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
        let (json, (len, last)) = decoder.keep_while(|decoder| {
            let (mut len, mut last) = (0, 0);
            if decoder.null()? {
                return Ok((len, last));
            }
            decoder.begin_array()?;
            let mut at = decoder.position();
            while decoder.next_element(len == 0)? {
                decoder.skip().map_err(|error| error.at_index(len))?;
                last = std::mem::replace(&mut at, decoder.position());
                len += 1;
            }
            Ok((len, last))
        })?;
        (self.json, self.len) = (Json::from(json), len);
        self.last = Place {
            index: len.saturating_sub(1),
            at: last,
        };
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
            last: Place::default(),
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
    pub(crate) fn reader(&self) -> Reader<'_> {
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

#[cfg(feature = "client")]
impl<T> Elements<T> {
    /// A reader before the element at `place`.
    pub(crate) fn reader_at(&self, place: Place) -> Reader<'_> {
        Reader {
            decoder: self.json.decoder_at(place.at),
            json: &self.json,
            index: place.index,
            len: self.len,
        }
    }

    /// The place of the first element, if there is one.
    pub(crate) fn first(&self) -> Option<Place> {
        self.reader().place()
    }

    /// The place of the last element, if there is one.
    pub(crate) fn last(&self) -> Option<Place> {
        (self.len > 0).then_some(self.last)
    }

    /// The member `id` of the element at `place`, if it is text that is not empty. Nothing else of the element is decoded.
    pub(crate) fn id(&self, place: Place) -> Option<String> {
        let mut reader = self.reader_at(place);
        let id = reader.next(|decoder| Ok(decoder.look_ahead("id")?.map(String::from)))?;
        id.ok().flatten().filter(|id| !id.is_empty())
    }
}

/// Goes through an array element by element.
pub(crate) struct Reader<'a> {
    decoder: Option<Decoder<'a>>,
    json: &'a Json,
    /// The index of the next element.
    index: usize,
    len: usize,
}

impl Reader<'_> {
    /// Returns what `read` makes of the next element. The reader is behind the element then, even if `read` fails.
    pub(crate) fn next<T>(
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

    /// Skips the next element. Returns `None` after the last one.
    pub(crate) fn skip(&mut self) -> Option<()> {
        self.next(|decoder| decoder.skip()).map(|_| ())
    }

    /// The place of the next element, if there is one.
    #[cfg(feature = "client")]
    pub(crate) fn place(&self) -> Option<Place> {
        let decoder = self.decoder.as_ref().filter(|_| self.index < self.len)?;
        Some(Place {
            index: self.index,
            at: decoder.position(),
        })
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
