//! Conversions into a value.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;

use crate::runtime::json::{DecodeError, ObjectWriter, write_string};
use crate::runtime::model;
use crate::runtime::types::{Id, Timestamp};

use super::Json;

/// Reads JSON text. [`From`] converts a string into a JSON string.
impl FromStr for Json {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        model::from_text(text)
    }
}

/// The value of a text, which is valid.
fn value(text: String) -> Json {
    Json::of_text(&text.into(), || "value")
}

/// Implements conversions of numbers and booleans, whose text is JSON.
macro_rules! from_plain {
    ($($plain:ty),*) => {$(
        impl From<$plain> for Json {
            fn from(plain: $plain) -> Self {
                value(plain.to_string())
            }
        }
    )*};
}

from_plain!(
    bool, i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, Timestamp
);

/// Infinity and NaN, which JSON cannot represent, become `null`.
impl From<f64> for Json {
    fn from(number: f64) -> Self {
        match number.is_finite() {
            true => value(format!("{number:?}")),
            false => Self::NULL,
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        let mut json = String::with_capacity(text.len() + 2);
        write_string(text, &mut json);
        value(json)
    }
}

/// Implements conversions of strings.
macro_rules! from_string {
    ($([$($parameter:ident)?] $string:ty),*) => {$(
        impl$(<$parameter>)? From<$string> for Json {
            fn from(string: $string) -> Self {
                Self::from(AsRef::<str>::as_ref(&string))
            }
        }
    )*};
}

from_string!([] String, [] &String, [] Cow<'_, str>, [T] Id<T>, [T] &Id<T>);

impl From<&Self> for Json {
    fn from(json: &Self) -> Self {
        json.clone()
    }
}

impl<T: Into<Self>> From<Vec<T>> for Json {
    fn from(elements: Vec<T>) -> Self {
        elements.into_iter().collect()
    }
}

impl<T: Into<Self>, const N: usize> From<[T; N]> for Json {
    fn from(elements: [T; N]) -> Self {
        elements.into_iter().collect()
    }
}

/// Collects the elements of an array.
impl<T: Into<Self>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        let mut json = String::from("[");
        for element in elements {
            if json.len() > 1 {
                json.push(',');
            }
            json.push_str(element.into().text());
        }
        json.push(']');
        value(json)
    }
}

impl<K: AsRef<str>, V: Into<Self>> From<BTreeMap<K, V>> for Json {
    fn from(members: BTreeMap<K, V>) -> Self {
        object(members)
    }
}

impl<K: AsRef<str>, V: Into<Self>, S> From<HashMap<K, V, S>> for Json {
    fn from(members: HashMap<K, V, S>) -> Self {
        object(members)
    }
}

fn object<V: Into<Json>>(members: impl IntoIterator<Item = (impl AsRef<str>, V)>) -> Json {
    let mut json = String::new();
    let mut writer = ObjectWriter::new(&mut json);
    for (key, member) in members {
        writer.key(key.as_ref()).push_str(member.into().text());
    }
    writer.end();
    value(json)
}
