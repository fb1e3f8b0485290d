//! `Timestamp` conversions for `chrono`, `jiff` and `time`, each behind the feature of that name.

#[cfg(feature = "chrono")]
mod with_chrono {
    use chrono::{DateTime, TimeZone, Utc};

    use crate::Timestamp;

    impl Timestamp {
        /// Converts into `chrono`'s type. Returns `None` if the timestamp is out of its range (about ±262,000 years).
        #[must_use]
        pub const fn to_chrono(self) -> Option<DateTime<Utc>> {
            DateTime::from_timestamp(self.as_unix(), 0)
        }
    }

    /// Rounds down to whole seconds.
    impl<Z: TimeZone> From<DateTime<Z>> for Timestamp {
        fn from(time: DateTime<Z>) -> Self {
            Self::from_unix(time.timestamp())
        }
    }
}

#[cfg(feature = "jiff")]
mod with_jiff {
    use crate::Timestamp;

    impl Timestamp {
        /// Converts into `jiff`'s type. Returns `None` if the timestamp is out of its range (years -9999 to 9999).
        #[must_use]
        pub fn to_jiff(self) -> Option<jiff::Timestamp> {
            jiff::Timestamp::from_second(self.as_unix()).ok()
        }
    }

    /// Rounds down to whole seconds.
    impl From<jiff::Timestamp> for Timestamp {
        fn from(time: jiff::Timestamp) -> Self {
            // `as_second` rounds towards the epoch: up, for timestamps before it.
            let rounded_up = time.subsec_nanosecond() < 0;
            Self::from_unix(time.as_second() - i64::from(rounded_up))
        }
    }
}

#[cfg(feature = "time")]
mod with_time {
    use time::{OffsetDateTime, UtcDateTime};

    use crate::Timestamp;

    impl Timestamp {
        /// Converts into `time`'s type, in UTC. Returns `None` if the timestamp is out of its range (years -9999 to 9999).
        #[must_use]
        pub fn to_time(self) -> Option<OffsetDateTime> {
            OffsetDateTime::from_unix_timestamp(self.as_unix()).ok()
        }
    }

    /// Rounds down to whole seconds.
    impl From<OffsetDateTime> for Timestamp {
        fn from(time: OffsetDateTime) -> Self {
            Self::from_unix(time.unix_timestamp())
        }
    }

    /// Rounds down to whole seconds.
    impl From<UtcDateTime> for Timestamp {
        fn from(time: UtcDateTime) -> Self {
            Self::from_unix(time.unix_timestamp())
        }
    }
}
