//! A union whose members can't be told apart.

use std::marker::PhantomData;

use crate::json::{DecodeError, Decoder};
use crate::model::{See, Value, object};

use super::Json;

/// An object that is of one of two types, with nothing in it that tells which.
///
/// Kept as data and read as the one or the other when asked for. Whoever wrote the request knows which of
/// them comes back.
#[derive(Clone)]
pub struct AnyOf<A, B> {
    json: Json,
    of: PhantomData<fn() -> (A, B)>,
}

impl<A: Value, B: Value> AnyOf<A, B> {
    /// The object, read as the first of the two types.
    ///
    /// # Errors
    ///
    /// When it does not fit, with the path of the field that does not.
    pub fn first(&self) -> Result<A, DecodeError> {
        self.json.decode()
    }

    /// The object, read as the second of the two types.
    ///
    /// # Errors
    ///
    /// When it does not fit, with the path of the field that does not.
    pub fn second(&self) -> Result<B, DecodeError> {
        self.json.decode()
    }
}

impl<A, B> AnyOf<A, B> {
    /// The object as Stripe sent it.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }
}

impl<A, B> Value for AnyOf<A, B> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.peek()? != b'{' {
            return Err(decoder.unexpected("an object"));
        }
        self.json.fill(decoder)
    }

    fn show(&self, see: &mut dyn See) {
        self.json.show(see);
    }

    fn blank() -> Self {
        Self {
            json: Json::NULL,
            of: PhantomData,
        }
    }
}

object!(@serde AnyOf<A, B>);
