//! Moments as other libraries have them, each with the feature of its name.

#[cfg(feature = "chrono")]
mod with_chrono {
    use chrono::{DateTime, TimeZone, Utc};

    use crate::Timestamp;

    impl Timestamp {
        /// The same moment as `chrono` has it; `None` if it can't hold it (a quarter of a million years from now).
        #[must_use]
        pub const fn to_chrono(self) -> Option<DateTime<Utc>> {
            DateTime::from_timestamp(self.as_unix(), 0)
        }
    }

    /// Parts of a second are left out.
    impl<Z: TimeZone> From<DateTime<Z>> for Timestamp {
        fn from(moment: DateTime<Z>) -> Self {
            Self::from_unix(moment.timestamp())
        }
    }
}

#[cfg(feature = "jiff")]
mod with_jiff {
    use crate::Timestamp;

    impl Timestamp {
        /// The same moment as `jiff` has it; `None` if it can't hold it (after the year 9999).
        #[must_use]
        pub fn to_jiff(self) -> Option<jiff::Timestamp> {
            jiff::Timestamp::from_second(self.as_unix()).ok()
        }
    }

    /// Parts of a second are left out.
    impl From<jiff::Timestamp> for Timestamp {
        fn from(moment: jiff::Timestamp) -> Self {
            // `as_second` rounds towards the epoch, which is up before it.
            let is_up = moment.subsec_nanosecond() < 0;
            Self::from_unix(moment.as_second() - i64::from(is_up))
        }
    }
}

#[cfg(feature = "time")]
mod with_time {
    use time::{OffsetDateTime, UtcDateTime};

    use crate::Timestamp;

    impl Timestamp {
        /// The same moment as `time` has it, in UTC; `None` if it can't hold it (after the year 9999).
        #[must_use]
        pub fn to_time(self) -> Option<OffsetDateTime> {
            OffsetDateTime::from_unix_timestamp(self.as_unix()).ok()
        }
    }

    /// Parts of a second are left out.
    impl From<OffsetDateTime> for Timestamp {
        fn from(moment: OffsetDateTime) -> Self {
            Self::from_unix(moment.unix_timestamp())
        }
    }

    /// Parts of a second are left out.
    impl From<UtcDateTime> for Timestamp {
        fn from(moment: UtcDateTime) -> Self {
            Self::from_unix(moment.unix_timestamp())
        }
    }
}
