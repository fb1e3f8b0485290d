//! A field that holds an id, or the whole object if it was asked for.

use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Visit, object};

use super::{Id, Json};

/// The id of an object, or the object itself if the request asked for it with `expand`.
///
/// The id is there in both cases. The object is kept as data and decoded by [`object`](Self::object): so it
/// costs nothing until it is asked for, cloning is cheap, and an object of a shape that this version of the
/// crate does not know never hides what is around it.
///
/// `I` is what the id is said to be of. It differs from `T` where a deleted object can stand here:
/// `Expandable<RetrievedCustomer, Customer>`.
///
/// See [the guide](crate::expand) and <https://docs.stripe.com/expand>.
pub struct Expandable<T, I = T> {
    id: Id<I>,
    /// What came: the object, or its id.
    json: Json,
    of: PhantomData<fn() -> T>,
}

impl<T, I> Expandable<T, I> {
    /// The id of the object, whether it was expanded or not.
    #[must_use]
    pub fn id(&self) -> &Id<I> {
        &self.id
    }

    /// The id of the object, whether it was expanded or not.
    #[must_use]
    pub fn into_id(self) -> Id<I> {
        self.id
    }

    /// Whether the object itself is there.
    #[must_use]
    pub fn is_expanded(&self) -> bool {
        self.json.as_str().starts_with('{')
    }

    /// The object as Stripe sent it, if it was expanded.
    #[must_use]
    pub fn json(&self) -> Option<&Json> {
        Some(&self.json).filter(|_| self.is_expanded())
    }
}

impl<T: Decode, I> Expandable<T, I> {
    /// The object. It is decoded anew by every call.
    ///
    /// # Errors
    ///
    /// When it was not expanded; then with the `expand` that was missing. When it does not fit `T`; then with the path of the
    /// field that does not, in the whole response: `customer.default_source.last4`.
    pub fn object(&self) -> Result<T, DecodeError> {
        match self.is_expanded() {
            true => self.json.decode(),
            false => Err(self.not_expanded()),
        }
    }

    fn not_expanded(&self) -> DecodeError {
        let (steps, root) = (self.json.steps(), self.json.root());
        let found = format!("the id `{}`", self.id);
        let error = match crate::expand::suggestion(root, &steps) {
            Some(expand) => DecodeError::unexpected(
                format!("an object, which Stripe sends if the request has `{expand}`"),
                found,
            ),
            None => DecodeError::unexpected("an object", found),
        };
        error.inside(steps, root)
    }
}

impl<T, I> Clone for Expandable<T, I> {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            json: self.json.clone(),
            of: PhantomData,
        }
    }
}

/// Not expanded.
impl<T, I> From<Id<I>> for Expandable<T, I> {
    fn from(id: Id<I>) -> Self {
        Self {
            id,
            json: Json::NULL,
            of: PhantomData,
        }
    }
}

impl<T, I> From<Expandable<T, I>> for Id<I> {
    fn from(expandable: Expandable<T, I>) -> Self {
        expandable.id
    }
}

impl<T, I> From<&Expandable<T, I>> for Id<I> {
    fn from(expandable: &Expandable<T, I>) -> Self {
        expandable.id.clone()
    }
}

impl<T, I> Decode for Expandable<T, I> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        let (json, id) = decoder.keep_while(|decoder| match decoder.peek()? {
            b'"' => decoder.string(),
            b'{' => Ok(decoder.member_of_object("id")?.unwrap_or_default()),
            _ => Err(decoder.unexpected("an id or an object")),
        })?;
        self.id = Id::new(id);
        self.json = json;
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match self.json() {
            Some(json) => json.visit(visitor),
            None => self.id.visit(visitor),
        }
    }

    fn empty() -> Self {
        Id::empty().into()
    }
}

object!(@serde Expandable<T, I>);
