//! Embedded objects that are decoded on demand.

use std::marker::PhantomData;

use crate::runtime::json::DecodeError;
use crate::runtime::model::{Decode, like_field};

use super::{Id, Json};

/// An object embedded in the response, kept as JSON until [`object`](Self::object) is called.
///
/// An embedded object that does not match `T` therefore does not fail the whole response.
#[derive(Clone)]
pub struct Lazy<T> {
    json: Json,
    of: PhantomData<fn() -> T>,
}

impl<T: Decode> Lazy<T> {
    /// Decodes the object. Every call decodes it again.
    ///
    /// # Errors
    ///
    /// If the object does not match `T`. The error has the path of the field in the response: `customer.discount.start`.
    pub fn object(&self) -> Result<T, DecodeError> {
        self.json.decode_shared()
    }
}

impl<T> Lazy<T> {
    /// Returns the id of the object, or `None` if it has none. Nothing else of it is decoded.
    #[must_use]
    pub fn id(&self) -> Option<Id<T>> {
        let id = self.json.decoder()?.member_of_object("id");
        id.ok().map(Id::new)
    }

    /// Returns the object as Stripe sent it.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }
}

like_field!(Lazy<T> { json, of });
