//! Comparison of values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::runtime::json::{DecodeError, Decoder};

use super::Json;

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
            || matches!((self.tree(), other.tree()), (Ok(a), Ok(b)) if a == b)
    }
}

impl Eq for Json {}

impl Json {
    fn tree(&self) -> Result<Tree<'_>, DecodeError> {
        self.decoder()
            .map_or(Ok(Tree::Null), |mut decoder| Tree::read(&mut decoder))
    }
}

/// A value in the form in which values are compared.
#[derive(PartialEq)]
enum Tree<'a> {
    Null,
    Boolean(bool),
    Number(Decimal<'a>),
    String(Cow<'a, str>),
    Array(Vec<Self>),
    Object(BTreeMap<Cow<'a, str>, Self>),
}

impl<'a> Tree<'a> {
    /// Reads the next value. The decoder limits the depth of the recursion.
    fn read(decoder: &mut Decoder<'a>) -> Result<Self, DecodeError> {
        Ok(match decoder.peek()? {
            b'n' => decoder.null().map(|_| Self::Null)?,
            b't' | b'f' => Self::Boolean(decoder.boolean()?),
            b'"' => Self::String(decoder.string()?),
            b'[' => {
                decoder.begin_array()?;
                let mut elements = Vec::new();
                while decoder.next_element(elements.is_empty())? {
                    elements.push(Self::read(decoder)?);
                }
                Self::Array(elements)
            }
            b'{' => {
                decoder.begin_object()?;
                let mut members = BTreeMap::new();
                while let Some(key) = decoder.next_key(members.is_empty())? {
                    let value = Self::read(decoder)?;
                    members.entry(key).or_insert(value);
                }
                Self::Object(members)
            }
            _ => Self::Number(Decimal::new(decoder.number()?)),
        })
    }
}

/// The exact value of a number: `digits * 10^exponent`. There is one for every value.
#[derive(PartialEq)]
struct Decimal<'a> {
    negative: bool,
    /// Without zeros at the start and at the end. Empty for zero.
    digits: Cow<'a, str>,
    exponent: i64,
}

impl<'a> Decimal<'a> {
    fn new(text: &'a str) -> Self {
        let (negative, number) = match text.strip_prefix('-') {
            Some(number) => (true, number),
            None => (false, text),
        };
        let (number, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = match fraction {
            "" => Cow::Borrowed(whole),
            _ => Cow::Owned(format!("{whole}{fraction}")),
        };
        let digits = all.trim_matches('0');
        if digits.is_empty() {
            return Self {
                negative: false,
                digits: "".into(),
                exponent: 0,
            };
        }
        let zeros = all.len() - all.trim_end_matches('0').len();
        // No text is long enough to overflow, except with the exponent.
        let shift = i64::try_from(zeros).unwrap_or(0) - i64::try_from(fraction.len()).unwrap_or(0);
        match exponent
            .parse::<i64>()
            .ok()
            .and_then(|it| it.checked_add(shift))
        {
            Some(exponent) => Self {
                negative,
                digits: digits.to_owned().into(),
                exponent,
            },
            // Equal only to the same text.
            None => Self {
                negative,
                digits: text.into(),
                exponent: 0,
            },
        }
    }
}

/// Implements comparisons with values that convert into JSON, in both orders.
macro_rules! compare_with {
    ($($value:ty),*) => {$(
        impl PartialEq<$value> for Json {
            fn eq(&self, other: &$value) -> bool {
                let other = Self::from(other.to_owned());
                // NaN converts into `null`.
                !other.is_null() && *self == other
            }
        }

        impl PartialEq<Json> for $value {
            fn eq(&self, other: &Json) -> bool {
                other == self
            }
        }
    )*};
}

compare_with!(str, &str, String, bool, i32, i64, u32, u64, f64);
