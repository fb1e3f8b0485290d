//! Fields that hold an id or, if expanded, the object.

use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Visit, object};

use super::suggestion::suggestion;
use super::{Id, Json};

/// The id of an object, or the object itself if the request expanded the field.
///
/// [`id`](Self::id) is available in both cases. An expanded object is kept as JSON and decoded by
/// [`object`](Self::object). It costs nothing until then, cloning it is cheap, and an object that does not match `T`
/// does not fail the whole response.
///
/// `I` is the type that the id refers to. It differs from `T` where the object may be a deleted one:
/// `Expandable<RetrievedCustomer, Customer>`.
///
/// See [`expand`](crate::expand) and <https://docs.stripe.com/expand>.
pub struct Expandable<T, I = T> {
    id: Id<I>,
    /// The value as received: the object, or its id.
    json: Json,
    of: PhantomData<fn() -> T>,
}

impl<T, I> Expandable<T, I> {
    /// Returns the id of the object, expanded or not.
    #[must_use]
    pub fn id(&self) -> &Id<I> {
        &self.id
    }

    /// Consumes the field and returns the id of the object, expanded or not.
    #[must_use]
    pub fn into_id(self) -> Id<I> {
        self.id
    }

    /// Returns whether the response contains the object itself.
    #[must_use]
    pub fn is_expanded(&self) -> bool {
        self.json.text().starts_with('{')
    }

    /// Returns the object as Stripe sent it, or `None` if it was not expanded.
    #[must_use]
    pub fn json(&self) -> Option<&Json> {
        Some(&self.json).filter(|_| self.is_expanded())
    }
}

impl<T: Decode, I> Expandable<T, I> {
    /// Decodes the object. Every call decodes it again.
    ///
    /// # Errors
    ///
    /// - If the object was not expanded. The error names the `expand` call that the request lacks.
    /// - If the object does not match `T`. The error has the path of the field in the response:
    ///   `customer.default_source.last4`.
    pub fn object(&self) -> Result<T, DecodeError> {
        match self.is_expanded() {
            true => self.json.decode_shared(),
            false => Err(self.not_expanded()),
        }
    }

    fn not_expanded(&self) -> DecodeError {
        let (steps, root) = (self.json.steps(), self.json.root_name());
        let found = format!("the id `{}`", self.id);
        let error = match suggestion(root, &steps) {
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

/// Creates a field that is not expanded.
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
            b'{' => decoder.member_of_object("id"),
            _ => Err(decoder.unexpected("an id or an object")),
        })?;
        self.id = Id::new(id);
        self.json = json.into();
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
