//! Values of the standard library: scalars, `Option`, `Box`, `Vec`, maps.

use std::collections::BTreeMap;

use crate::json::{DecodeError, Decoder};

use super::value::{Array, Field, Map, Value, View};

impl Value for String {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.string()?.into_owned();
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::String(self)
    }
}

impl Field for String {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl Value for bool {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.boolean()?;
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl Field for bool {
    #[inline]
    fn blank() -> Self {
        false
    }
}

impl Value for i64 {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if !matches!(decoder.peek()?, b'-' | b'0'..=b'9') {
            return Err(decoder.unexpected("an integer"));
        }
        let text = decoder.number()?;
        *self = text
            .parse()
            .ok()
            .or_else(|| whole(text))
            .ok_or_else(|| DecodeError::unexpected("a 64-bit integer", text.to_owned()))?;
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

/// An integer that is written with a fraction or an exponent: JSON does not tell `1.0` from `1`.
fn whole(text: &str) -> Option<i64> {
    super::serialize::as_integer(text.parse().ok()?)
}

impl Field for i64 {
    #[inline]
    fn blank() -> Self {
        0
    }
}

impl Value for f64 {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        let text = decoder.number()?;
        *self = text
            .parse()
            .ok()
            .filter(|number: &Self| number.is_finite())
            .ok_or_else(|| DecodeError::unexpected("a 64-bit number", text.to_owned()))?;
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::Number(*self)
    }
}

impl Field for f64 {
    #[inline]
    fn blank() -> Self {
        0.0
    }
}

/// Absent, or `null`: the same.
impl<T: Field> Value for Option<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.null()? {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank()).fill(decoder)
    }

    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, Value::view)
    }

    fn is_optional(&self) -> bool {
        true
    }
}

impl<T: Field> Field for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T: Field> Value for Box<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        (**self).fill(decoder)
    }

    fn view(&self) -> View<'_> {
        (**self).view()
    }
}

impl<T: Field> Field for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Field> Value for Vec<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        decoder.begin_array()?;
        self.clear();
        while decoder.next_element(self.is_empty())? {
            let index = self.len();
            // Filled where it stays: a large element is not moved.
            self.push(T::blank());
            if let Some(element) = self.last_mut() {
                element
                    .fill(decoder)
                    .map_err(|error| error.at_index(index))?;
            }
        }
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::Array(self)
    }
}

impl<T: Field> Field for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Field> Array for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> View<'_> {
        self.as_slice().get(index).map_or(View::Absent, Value::view)
    }
}

impl<T: Field> Value for BTreeMap<String, T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        decoder.begin_object()?;
        self.clear();
        let mut first = true;
        while let Some(key) = decoder.next_key(first)? {
            first = false;
            let mut value = T::blank();
            value
                .fill(decoder)
                .map_err(|error| error.at_name(key.clone().into_owned()))?;
            self.insert(key.into_owned(), value);
        }
        Ok(())
    }

    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl<T: Field> Field for BTreeMap<String, T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Field> Map for BTreeMap<String, T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visit: &mut dyn FnMut(&str, View<'_>)) {
        for (key, value) in self {
            visit(key, value.view());
        }
    }
}
