//! Timestamps.

mod libraries;

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::runtime::json::{DecodeError, Decoder};
use crate::runtime::model::{self, Decode, ValueRef, Visit, object};

/// A point in time, in whole seconds since the Unix epoch (1970-01-01 00:00:00 UTC).
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use stripe_customers::Timestamp;
///
/// let created = Timestamp::from_unix(1_575_239_418);
/// assert_eq!(created.to_system_time(), Some(UNIX_EPOCH + Duration::from_secs(1_575_239_418)));
/// ```
///
/// The features `chrono`, `jiff` and `time` add conversions from and into the types of those libraries.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Creates a timestamp from the seconds since the Unix epoch. Negative values are before it.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Returns the seconds since the Unix epoch. Negative values are before it.
    #[must_use]
    pub const fn as_unix(self) -> i64 {
        self.0
    }

    /// Converts into [`SystemTime`]. Returns `None` if the timestamp is out of its range.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }
}

/// Rounds down to whole seconds.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self(after.as_secs().try_into().unwrap_or(i64::MAX)),
            Err(error) => {
                let before = error.duration();
                let whole = 0_i64.checked_sub_unsigned(before.as_secs());
                let part = i64::from(before.subsec_nanos() > 0);
                Self(whole.unwrap_or(i64::MIN).saturating_sub(part))
            }
        }
    }
}

impl From<i64> for Timestamp {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

impl From<Timestamp> for i64 {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Decode for Timestamp {
    fn decode(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.0.decode(decoder)
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        visitor.visit_value(ValueRef::Integer(self.0));
    }

    fn empty() -> Self {
        Self(0)
    }
}

object!(@serialize Timestamp);

/// Unlike the other types, it is deserialized as an integer: as a key of a map in JSON, it is a string of digits.
impl<'de> serde_core::Deserialize<'de> for Timestamp {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        model::deserialize_integer(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::Timestamp;

    #[test]
    fn fractions_of_a_second_are_rounded_down_on_both_sides_of_the_epoch() {
        let epoch = SystemTime::UNIX_EPOCH;
        let part = Duration::from_millis(1_500);
        assert_eq!(Timestamp::from(epoch + part).as_unix(), 1);
        assert_eq!(Timestamp::from(epoch - part).as_unix(), -2);
        let whole = Duration::from_secs(2);
        assert_eq!(Timestamp::from(epoch - whole).as_unix(), -2);
    }

    #[test]
    fn conversions_into_every_library_and_back_are_lossless() {
        for seconds in [i64::MIN, -2, 0, 1_575_239_418, i64::MAX] {
            let stamp = Timestamp::from_unix(seconds);
            let standard = stamp.to_system_time();
            assert_eq!(standard.map_or(stamp, Timestamp::from), stamp);
            #[cfg(feature = "chrono")]
            assert_eq!(stamp.to_chrono().map_or(stamp, Timestamp::from), stamp);
            #[cfg(feature = "jiff")]
            assert_eq!(stamp.to_jiff().map_or(stamp, Timestamp::from), stamp);
            #[cfg(feature = "time")]
            assert_eq!(stamp.to_time().map_or(stamp, Timestamp::from), stamp);
        }
    }

    #[test]
    #[cfg(all(feature = "chrono", feature = "jiff", feature = "time"))]
    fn all_libraries_convert_alike() {
        for (text, seconds) in [
            ("2019-12-01T22:30:18.999Z", 1_575_239_418),
            ("1969-12-31T23:59:58.500Z", -2),
            ("1969-12-31T23:59:58Z", -2),
        ] {
            let stamp = Timestamp::from_unix(seconds);
            let jiff: jiff::Timestamp = text.parse().unwrap();
            assert_eq!(Timestamp::from(jiff), stamp, "{text}");
            let chrono: chrono::DateTime<chrono::Utc> = text.parse().unwrap();
            assert_eq!(Timestamp::from(chrono), stamp, "{text}");
            let format = &time::format_description::well_known::Rfc3339;
            let time = time::OffsetDateTime::parse(text, format).unwrap();
            assert_eq!(Timestamp::from(time), stamp, "{text}");
        }
        assert!(Timestamp::from_unix(i64::MAX).to_chrono().is_none());
        assert!(Timestamp::from_unix(i64::MAX).to_jiff().is_none());
        assert!(Timestamp::from_unix(i64::MAX).to_time().is_none());
    }
}
