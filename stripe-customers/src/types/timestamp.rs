//! A moment, as Stripe counts it.

use std::fmt;
use std::time::{Duration, SystemTime};

use crate::json::{DecodeError, Decoder};
use crate::model::{See, Value, View, object};

/// A moment in whole seconds since the Unix epoch (1970-01-01 00:00:00 UTC).
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use stripe_customers::Timestamp;
///
/// let created = Timestamp::from_unix(1_575_239_418);
/// assert_eq!(created.to_system_time(), Some(UNIX_EPOCH + Duration::from_secs(1_575_239_418)));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment `seconds` after the Unix epoch, or before it if negative.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The seconds since the Unix epoch; negative before it.
    #[must_use]
    pub const fn as_unix(self) -> i64 {
        self.0
    }

    /// The same moment as the standard library has it; `None` if it can't hold it.
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

impl Value for Timestamp {
    fn fill(&mut self, decoder: &mut Decoder<'_>) -> Result<(), DecodeError> {
        self.0.fill(decoder)
    }

    fn show(&self, see: &mut dyn See) {
        see.see(View::Integer(self.0));
    }

    fn blank() -> Self {
        Self(0)
    }
}

object!(@serde Timestamp);
