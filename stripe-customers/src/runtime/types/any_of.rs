//! Unions whose members cannot be distinguished.

use std::marker::PhantomData;

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, Visit, object};

use super::Json;

/// An object of one of two types, without a member that identifies the type.
///
/// It is kept as JSON and decoded by [`first`](Self::first) or [`second`](Self::second). The parameters of the request
/// determine which of the two Stripe returns.
#[derive(Clone)]
pub struct AnyOf<A, B> {
    json: Json,
    of: PhantomData<fn() -> (A, B)>,
}

impl<A: Decode, B: Decode> AnyOf<A, B> {
    /// Decodes the object as the first of the two types.
    ///
    /// # Errors
    ///
    /// If the object does not match the type. The error has the path of the field.
    pub fn first(&self) -> Result<A, DecodeError> {
        self.json.decode_shared()
    }

    /// Decodes the object as the second of the two types.
    ///
    /// # Errors
    ///
    /// If the object does not match the type. The error has the path of the field.
    pub fn second(&self) -> Result<B, DecodeError> {
        self.json.decode_shared()
    }
}

impl<A, B> AnyOf<A, B> {
    /// Returns the object as Stripe sent it.
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
