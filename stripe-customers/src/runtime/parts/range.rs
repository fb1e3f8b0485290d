//! Filters by a number.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

use crate::runtime::types::Timestamp;

/// A filter for a number: an exact value, or a lower and an upper limit. Most filter by a timestamp, in seconds since
/// the Unix epoch.
///
/// ```text
/// ListCustomers::new().created(Range::at_least(1_575_239_418).below(1_575_325_818))
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Range(Filter);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Filter {
    Exactly(i64),
    Limits(Limits),
}

#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct Limits {
    gt: Option<i64>,
    gte: Option<i64>,
    lt: Option<i64>,
    lte: Option<i64>,
}

object! { Limits deny_unknown_fields { gt = "gt", gte = "gte", lt = "lt", lte = "lte" } }

impl Range {
    /// Matches `number` only.
    pub fn exactly(number: impl Into<i64>) -> Self {
        Self(Filter::Exactly(number.into()))
    }

    /// Matches the numbers greater than `number`.
    pub fn above(number: impl Into<i64>) -> Self {
        Self::limits(|limits| limits.gt = Some(number.into()))
    }

    /// Matches the numbers greater than or equal to `number`.
    pub fn at_least(number: impl Into<i64>) -> Self {
        Self::limits(|limits| limits.gte = Some(number.into()))
    }

    /// Also requires the numbers to be less than `number`.
    #[must_use]
    pub fn below(self, number: impl Into<i64>) -> Self {
        self.and(|limits| limits.lt = Some(number.into()))
    }

    /// Also requires the numbers to be less than or equal to `number`.
    #[must_use]
    pub fn at_most(self, number: impl Into<i64>) -> Self {
        self.and(|limits| limits.lte = Some(number.into()))
    }

    /// Matches all numbers, until limits are added.
    #[must_use]
    pub fn all() -> Self {
        Self::limits(|_| {})
    }

    fn limits(set: impl FnOnce(&mut Limits)) -> Self {
        let mut limits = Limits::default();
        set(&mut limits);
        Self(Filter::Limits(limits))
    }

    fn and(self, set: impl FnOnce(&mut Limits)) -> Self {
        let mut limits = match self.0 {
            Filter::Limits(limits) => limits,
            Filter::Exactly(number) => Limits {
                gte: Some(number),
                ..Limits::default()
            },
        };
        set(&mut limits);
        Self(Filter::Limits(limits))
    }
}

impl From<i64> for Range {
    fn from(number: i64) -> Self {
        Self::exactly(number)
    }
}

impl From<Timestamp> for Range {
    fn from(timestamp: Timestamp) -> Self {
        Self::exactly(timestamp)
    }
}

impl Decode for Range {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.0 = if decoder.peek()? == b'{' {
            let mut limits = Limits::default();
            limits.decode(decoder)?;
            Filter::Limits(limits)
        } else {
            let mut number = 0;
            number.decode(decoder)?;
            Filter::Exactly(number)
        };
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match &self.0 {
            Filter::Exactly(number) => visitor.visit_value(ValueRef::Integer(*number)),
            Filter::Limits(limits) => limits.visit(visitor),
        }
    }

    fn empty() -> Self {
        Self::all()
    }
}

object!(@serde Range);

#[cfg(test)]
mod tests {
    use super::Range;
    use crate::Timestamp;

    fn json(range: &Range) -> String {
        serde_json::to_string(range).unwrap()
    }

    #[test]
    fn a_range_is_a_number_or_its_limits() {
        for (range, expected) in [
            (Range::from(7), "7"),
            (Range::from(Timestamp::from_unix(7)), "7"),
            (Range::above(7), r#"{"gt":7}"#),
            (Range::at_least(7).below(9), r#"{"gte":7,"lt":9}"#),
            (Range::all().at_most(9), r#"{"lte":9}"#),
            (Range::exactly(7).below(9), r#"{"gte":7,"lt":9}"#),
        ] {
            assert_eq!(json(&range), expected);
            let read: Range = serde_json::from_str(expected).unwrap();
            assert_eq!(json(&read), expected);
        }
    }
}
