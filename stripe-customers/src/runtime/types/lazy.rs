//! An embedded object that is decoded when asked for.

use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Visit, object};

use super::Json;

/// An object that Stripe embeds in the response, kept as data until [`decode`](Self::decode) is called.
///
/// So an object of a shape that this version of the crate does not know never hides what is around it.
#[derive(Clone)]
pub struct Lazy<T> {
    json: Json,
    of: PhantomData<fn() -> T>,
}

impl<T: Decode> Lazy<T> {
    /// The object.
    ///
    /// # Errors
    ///
    /// When it does not fit `T`, with the path of the field that does not.
    pub fn decode(&self) -> Result<T, DecodeError> {
        self.json.decode()
    }
}

impl<T> Lazy<T> {
    /// The object as Stripe sent it.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }
}

impl<T> Decode for Lazy<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        Decode::decode(&mut self.json, decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        self.json.visit(visitor);
    }

    fn empty() -> Self {
        Self {
            json: Json::NULL,
            of: PhantomData,
        }
    }
}

object!(@serde Lazy<T>);
