//! An embedded object that is decoded when asked for.

use std::marker::PhantomData;

use crate::json::{DecodeError, Decoder};
use crate::model::{See, Value, object};

use super::Json;

/// An object that Stripe embeds in the response, kept as data until [`decode`](Self::decode) is called.
///
/// So an object of a shape that this version of the crate does not know never hides what is around it.
#[derive(Clone)]
pub struct OnDemand<T> {
    json: Json,
    of: PhantomData<fn() -> T>,
}

impl<T: Value> OnDemand<T> {
    /// The object.
    ///
    /// # Errors
    ///
    /// When it does not fit `T`, with the path of the field that does not.
    pub fn decode(&self) -> Result<T, DecodeError> {
        self.json.decode()
    }
}

impl<T> OnDemand<T> {
    /// The object as Stripe sent it.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }
}

impl<T> Value for OnDemand<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
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

object!(@serde OnDemand<T>);
