//! A union whose members can't be told apart.

use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Visit, object};

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

impl<A: Decode, B: Decode> AnyOf<A, B> {
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

impl<A, B> Decode for AnyOf<A, B> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.peek()? != b'{' {
            return Err(decoder.unexpected("an object"));
        }
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

object!(@serde AnyOf<A, B>);
