//! Values of the standard library: scalars, `Option`, `Box`, `Vec`, maps.

use std::collections::BTreeMap;

use crate::json::{DecodeError, Decoder};

use super::value::{Array, Map, See, Value, View};

impl Value for String {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.string()?.into_owned();
        Ok(())
    }

    fn show(&self, see: &mut dyn See) {
        see.see(View::String(self));
    }

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

    fn show(&self, see: &mut dyn See) {
        see.see(View::Boolean(*self));
    }

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
        if let Some(value) = decoder.short_integer() {
            *self = value;
            return Ok(());
        }
        let text = decoder.number()?;
        *self = text
            .parse()
            .ok()
            .or_else(|| whole(text))
            .ok_or_else(|| DecodeError::unexpected("a 64-bit integer", text.to_owned()))?;
        Ok(())
    }

    fn show(&self, see: &mut dyn See) {
        see.see(View::Integer(*self));
    }

    #[inline]
    fn blank() -> Self {
        0
    }
}

/// An integer that is written with a fraction or an exponent: JSON does not tell `1.0` from `1`.
fn whole(text: &str) -> Option<i64> {
    super::serialize::as_integer(text.parse().ok()?)
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

    fn show(&self, see: &mut dyn See) {
        see.see(View::Number(*self));
    }

    #[inline]
    fn blank() -> Self {
        0.0
    }
}

/// Absent, or `null`: the same.
impl<T: Value> Value for Option<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.null()? {
            *self = None;
            return Ok(());
        }
        self.insert(T::blank()).fill(decoder)
    }

    fn show(&self, see: &mut dyn See) {
        match self {
            Some(value) => value.show(see),
            None => see.see(View::Absent),
        }
    }

    fn is_optional(&self) -> bool {
        true
    }

    #[inline]
    fn blank() -> Self {
        None
    }
}

impl<T: Value> Value for Box<T> {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        (**self).fill(decoder)
    }

    fn show(&self, see: &mut dyn See) {
        (**self).show(see);
    }

    fn blank() -> Self {
        Self::new(T::blank())
    }
}

impl<T: Value> Value for Vec<T> {
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

    fn show(&self, see: &mut dyn See) {
        see.see(View::Array(self));
    }

    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Value> Array for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, see: &mut dyn See) {
        for element in self {
            element.show(see);
        }
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
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

    fn show(&self, see: &mut dyn See) {
        see.see(View::Map(self));
    }

    #[inline]
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Value> Map for BTreeMap<String, T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, see: &mut dyn FnMut(&str, View<'_>)) {
        for (key, value) in self {
            value.show(&mut |view: View<'_>| see(key, view));
        }
    }
}
