//! Limits for a number.

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{Decode, ValueRef, Visit, object};

use super::Timestamp;

/// A number, or the limits between which it is: most of the time a moment, in seconds since the Unix epoch.
///
/// ```text
/// ListCustomers::new().created(Range::at_least(1_575_239_418).below(1_575_325_818))
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Range(Inner);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Inner {
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
    /// This number and no other.
    pub fn exactly(number: impl Into<i64>) -> Self {
        Self(Inner::Exactly(number.into()))
    }

    /// All numbers above this one.
    pub fn above(number: impl Into<i64>) -> Self {
        Self::limits(|limits| limits.gt = Some(number.into()))
    }

    /// This number and all above.
    pub fn at_least(number: impl Into<i64>) -> Self {
        Self::limits(|limits| limits.gte = Some(number.into()))
    }

    /// All numbers below this one; of those that the range has, if it has limits.
    #[must_use]
    pub fn below(self, number: impl Into<i64>) -> Self {
        self.and(|limits| limits.lt = Some(number.into()))
    }

    /// This number and all below; of those that the range has, if it has limits.
    #[must_use]
    pub fn at_most(self, number: impl Into<i64>) -> Self {
        self.and(|limits| limits.lte = Some(number.into()))
    }

    /// All numbers: to be limited.
    #[must_use]
    pub fn all() -> Self {
        Self::limits(|_| {})
    }

    fn limits(set: impl FnOnce(&mut Limits)) -> Self {
        let mut limits = Limits::default();
        set(&mut limits);
        Self(Inner::Limits(limits))
    }

    fn and(self, set: impl FnOnce(&mut Limits)) -> Self {
        let mut limits = match self.0 {
            Inner::Limits(limits) => limits,
            Inner::Exactly(number) => Limits {
                gte: Some(number),
                ..Limits::default()
            },
        };
        set(&mut limits);
        Self(Inner::Limits(limits))
    }
}

impl From<i64> for Range {
    fn from(number: i64) -> Self {
        Self::exactly(number)
    }
}

impl From<Timestamp> for Range {
    fn from(moment: Timestamp) -> Self {
        Self::exactly(moment)
    }
}

impl Decode for Range {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.0 = if decoder.peek()? == b'{' {
            let mut limits = Limits::default();
            limits.decode(decoder)?;
            Inner::Limits(limits)
        } else {
            let mut number = 0;
            number.decode(decoder)?;
            Inner::Exactly(number)
        };
        Ok(())
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        match &self.0 {
            Inner::Exactly(number) => visitor.visit_value(ValueRef::Integer(*number)),
            Inner::Limits(limits) => limits.visit(visitor),
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
