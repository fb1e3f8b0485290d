//! A field that holds an id, or the whole object if it was asked for.

use std::marker::PhantomData;

use crate::json::{DecodeError, Decoder};
use crate::model::{See, Value, View, object};

use super::Json;

/// The id of an object, or the object itself if the request asked for it with `expand`.
///
/// The id is there in both cases. The object is kept as data and decoded by [`object`](Self::object): so it
/// costs nothing until it is asked for, cloning is cheap, and an object of a shape that this version of the
/// crate does not know never hides what is around it.
///
/// See <https://docs.stripe.com/expand>.
#[derive(Clone)]
pub struct Expandable<T> {
    id: String,
    /// The object; the id alone if there is none.
    json: Option<Json>,
    of: PhantomData<fn() -> T>,
}

impl<T> Expandable<T> {
    /// The id of the object, whether it was expanded or not.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the object itself is there.
    #[must_use]
    pub const fn is_expanded(&self) -> bool {
        self.json.is_some()
    }

    /// The object as Stripe sent it, if it was expanded.
    #[must_use]
    pub const fn json(&self) -> Option<&Json> {
        self.json.as_ref()
    }
}

impl<T: Value> Expandable<T> {
    /// The object.
    ///
    /// # Errors
    ///
    /// When it was not expanded, or does not fit `T`; then with the path of the field that does not.
    pub fn object(&self) -> Result<T, DecodeError> {
        match &self.json {
            Some(json) => json.decode(),
            None => Err(DecodeError::unexpected(
                "an expanded object (name the field in `expand`)",
                format!("the id `{}`", self.id),
            )),
        }
    }
}

impl<T> Value for Expandable<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        match decoder.peek()? {
            b'"' => {
                self.id = decoder.string()?.into_owned();
                self.json = None;
            }
            b'{' => {
                let (text, id) = decoder.raw_object_with("id")?;
                self.id = id.unwrap_or_default().into_owned();
                self.json = Some(Json::new(text));
            }
            _ => return Err(decoder.unexpected("an id or an object")),
        }
        Ok(())
    }

    fn show(&self, see: &mut dyn See) {
        match &self.json {
            Some(json) => json.show(see),
            None => see.see(View::String(&self.id)),
        }
    }

    fn blank() -> Self {
        Self {
            id: String::new(),
            json: None,
            of: PhantomData,
        }
    }
}

object!(@serde Expandable<T>);
