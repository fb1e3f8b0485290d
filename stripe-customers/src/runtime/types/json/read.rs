//! Reading a value and its parts.

use std::borrow::Cow;

use crate::runtime::json::{DecodeError, Decoder, Number};

use super::Json;

impl Json {
    /// Returns the string without escapes, or `None` if the value is not a string.
    #[must_use]
    pub fn as_str(&self) -> Option<Cow<'_, str>> {
        let mut decoder = self.decoder()?;
        let string = decoder.peek().is_ok_and(|byte| byte == b'"');
        string.then(|| decoder.string().ok()).flatten()
    }

    /// Returns the integer, or `None` if the value is not a number without fraction or exponent that fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self.number()? {
            Number::Signed(number) => Some(number),
            _ => None,
        }
    }

    /// Returns the integer, or `None` if the value is not a number without fraction or exponent that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self.number()? {
            Number::Signed(number) => number.try_into().ok(),
            Number::Unsigned(number) => Some(number),
            _ => None,
        }
    }

    /// Returns the number, rounded to the nearest `f64`, or `None` if the value is not a number or out of range.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        let number = self.number().and_then(|_| self.text().parse().ok());
        number.filter(|number: &f64| number.is_finite())
    }

    /// Returns the boolean, or `None` if the value is not one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        self.text().parse().ok()
    }

    /// Returns whether the value is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.text() == "null"
    }

    /// Returns whether the value is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        self.text().starts_with('{')
    }

    /// Returns whether the value is an array.
    #[must_use]
    pub fn is_array(&self) -> bool {
        self.text().starts_with('[')
    }

    /// Returns the member `key` of an object, or `None` if there is no such member or the value is not an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Self> {
        let (_, value) = self.members().find(|(found, _)| found == key)?;
        Some(value)
    }

    /// Returns the part of the value that a JSON Pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) identifies, or
    /// `None` if there is no such part.
    ///
    /// `/subscriptions/data/0/id` is the member `id` of the first element of `data` in `subscriptions`. In a key, `~1` stands for
    /// `/`, and `~0` for `~`. The empty pointer identifies the value itself.
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<Self> {
        let mut keys = pointer.split('/');
        // Before the first slash.
        if keys.next() != Some("") {
            return None;
        }
        keys.try_fold(self.clone(), |value, key| match value.is_array() {
            true => value.elements().nth(index(key)?),
            false => value.get(&key.replace("~1", "/").replace("~0", "~")),
        })
    }

    /// Returns the number of members of an object or elements of an array. 0 for any other value.
    #[must_use]
    pub fn len(&self) -> usize {
        self.elements().count() + self.members().count()
    }

    /// Returns whether [`len`](Self::len) is 0.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elements().next().is_none() && self.members().next().is_none()
    }

    /// Returns an iterator over the elements of an array, which is empty for any other value.
    pub fn elements(&self) -> impl Iterator<Item = Self> + '_ {
        let array = self.decoder().filter(|_| self.is_array());
        let next = |decoder: &mut Decoder<'_>| decoder.next_element().ok()?.then_some(());
        parts(array, Decoder::begin_array, next).map(|((), value)| value)
    }

    /// Returns an iterator over the members of an object, in order, which is empty for any other value. It also returns members
    /// whose key occurred before.
    pub fn members(&self) -> impl Iterator<Item = (Cow<'_, str>, Self)> + '_ {
        let object = self.decoder().filter(|_| self.is_object());
        parts(object, Decoder::begin_object, |decoder| {
            decoder.next_key().ok()?
        })
    }

    fn number(&self) -> Option<Number> {
        let text = self.text();
        let number = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
        number.then(|| Number::narrowest(text))
    }
}

/// Returns an iterator over the parts of an object or array, which `begin` starts: what `next` reads before a value, and the value.
/// `next` returns `None` after the last part.
fn parts<'a, K>(
    decoder: Option<Decoder<'a>>,
    begin: fn(&mut Decoder<'a>) -> Result<(), DecodeError>,
    next: fn(&mut Decoder<'a>) -> Option<K>,
) -> impl Iterator<Item = (K, Json)> {
    let mut decoder = decoder.and_then(|mut decoder| begin(&mut decoder).ok().map(|()| decoder));
    let parts = std::iter::from_fn(move || {
        let decoder = decoder.as_mut()?;
        Some((next(decoder)?, decoder.keep().ok()?.into()))
    });
    parts.fuse()
}

/// The index that a key of a pointer represents: digits without leading zeros.
fn index(key: &str) -> Option<usize> {
    let canonical = key == "0" || key.starts_with(|c: char| matches!(c, '1'..='9'));
    key.parse().ok().filter(|_| canonical)
}
