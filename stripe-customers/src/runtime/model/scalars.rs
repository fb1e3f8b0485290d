//! Types of the standard library: scalars, `Option`, `Box`, `Vec` and maps.

use std::collections::BTreeMap;

use crate::runtime::json::{DecodeError, Decoder};

use super::serialize::EXACT;
use super::value::{Array, Decode, Map, ValueRef, Visit};

impl Decode for String {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.string()?.into_owned();
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::String(self));
    }

    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

impl Decode for bool {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        *self = decoder.boolean()?;
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Boolean(*self));
    }

    #[inline]
    fn empty() -> Self {
        false
    }
}

impl Decode for i64 {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
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

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Integer(*self));
    }

    #[inline]
    fn empty() -> Self {
        0
    }
}

/// Parses an integer that is written with a fraction or an exponent: in JSON, `1.0` is the same number as `1`.
///
/// Only where it is exact. A number with another fraction or a negative exponent is not an integer, and one that an `f64`
/// cannot represent exactly may be rounded already.
fn whole(text: &str) -> Option<i64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let zeros = exponent
        .parse::<u8>()
        .ok()?
        .checked_sub(fraction.len().try_into().ok()?)?;
    let digits = format!("{integer}{fraction}{:0<zeros$}", "", zeros = zeros.into());
    let number: i64 = digits.parse().ok()?;
    (number.unsigned_abs() <= EXACT).then_some(number)
}

impl Decode for f64 {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        let text = decoder.number()?;
        *self = text
            .parse()
            .ok()
            .filter(|number: &Self| number.is_finite())
            .ok_or_else(|| DecodeError::unexpected("a 64-bit number", text.to_owned()))?;
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Number(*self));
    }

    #[inline]
    fn empty() -> Self {
        0.0
    }
}

/// Absent and `null` are the same.
impl<T: Decode> Decode for Option<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        if decoder.null()? {
            *self = None;
            return Ok(());
        }
        self.insert(T::empty()).decode(decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match self {
            Some(value) => value.visit(visitor),
            None => visitor.visit_value(ValueRef::Absent),
        }
    }

    fn is_optional(&self) -> bool {
        true
    }

    #[inline]
    fn empty() -> Self {
        None
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        decoder.count_memory(size_of::<T>())?;
        (**self).decode(decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        (**self).visit(visitor);
    }

    fn empty() -> Self {
        Self::new(T::empty())
    }
}

/// `null` is an empty array: Stripe sends it for required arrays.
impl<T: Decode> Decode for Vec<T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.clear();
        if decoder.null()? {
            return Ok(());
        }
        decoder.begin_array()?;
        while decoder.next_element()? {
            let index = self.len();
            if index == self.capacity() {
                decoder
                    .count_growth(index, size_of::<T>())
                    .map_err(|error| error.at_index(index))?;
            }
            // Decoded in place, so that a large element is not moved.
            self.push(T::empty());
            if let Some(element) = self.last_mut() {
                element
                    .decode(decoder)
                    .map_err(|error| error.at_index(index))?;
            }
        }
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Array(self));
    }

    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Decode> Array for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visitor: &mut dyn Visit) {
        for element in self {
            element.visit(visitor);
        }
    }
}

/// `null` is an empty map: Stripe sends it for required maps, such as `metadata`.
impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.clear();
        if decoder.null()? {
            return Ok(());
        }
        decoder.begin_object()?;
        while let Some(key) = decoder.next_key()? {
            let mut value = T::empty();
            decoder
                .count_entry(self.len(), size_of::<(String, T)>())
                .and_then(|()| value.decode(decoder))
                .map_err(|error| error.at_name(key.clone().into_owned()))?;
            self.insert(key.into_owned(), value);
        }
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Map(self));
    }

    #[inline]
    fn empty() -> Self {
        Self::new()
    }
}

impl<T: Decode> Map for BTreeMap<String, T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, visitor: &mut dyn FnMut(&str, ValueRef<'_>)) {
        for (key, value) in self {
            value.visit(&mut |value: ValueRef<'_>| visitor(key, value));
        }
    }
}
