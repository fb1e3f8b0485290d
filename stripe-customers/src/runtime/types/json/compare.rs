//! Comparison of values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Json;

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        let (text, others) = (self.text(), other.text());
        text == others
            || match (text.as_bytes(), others.as_bytes()) {
                ([b'{', ..], [b'{', ..]) => self.by_key() == other.by_key(),
                ([b'[', ..], [b'[', ..]) => self.elements().eq(other.elements()),
                ([b'"', ..], [b'"', ..]) => self.as_str() == other.as_str(),
                ([b'-' | b'0'..=b'9', ..], [b'-' | b'0'..=b'9', ..]) => {
                    Decimal::new(text) == Decimal::new(others)
                }
                _ => false,
            }
    }
}

impl Eq for Json {}

impl Json {
    /// The members, the first of each key.
    fn by_key(&self) -> BTreeMap<Cow<'_, str>, Self> {
        let mut members = BTreeMap::new();
        for (key, value) in self.members() {
            members.entry(key).or_insert(value);
        }
        members
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
