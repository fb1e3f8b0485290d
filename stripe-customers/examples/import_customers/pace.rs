//! The number of concurrent calls.

use std::time::{Duration, Instant};

/// The first pause after a rate limit error, which doubles up to the maximum.
const MIN_PAUSE: Duration = Duration::from_millis(250);
const MAX_PAUSE: Duration = Duration::from_secs(16);

/// The number of successful calls that add one concurrent call.
const GROWTH: usize = 10;

/// The number of concurrent calls. A rate limit error (429) halves it and causes a pause. Every ten successful calls
/// increase it by one, up to the maximum.
pub struct Pace {
    most: usize,
    /// The number of calls, in tenths.
    tenths: usize,
    pause: Duration,
    slowed: Option<Instant>,
    free: Option<Instant>,
}

impl Pace {
    /// Creates a pace of at most `most` concurrent calls.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            tenths: most * GROWTH,
            pause: MIN_PAUSE,
            slowed: None,
            free: None,
        }
    }

    /// Returns the number of concurrent calls.
    pub fn at_a_time(&self) -> usize {
        self.tenths / GROWTH
    }

    /// Returns the end of the pause, if there is one at `now`.
    pub fn pause(&self, now: Instant) -> Option<Instant> {
        self.free.filter(|&free| free > now)
    }

    /// Records a successful call.
    pub fn succeeded(&mut self) {
        self.tenths = (self.tenths + 1).min(self.most * GROWTH);
        self.pause = MIN_PAUSE;
    }

    /// Records a rate limit error of a call that started at `began`.
    pub fn refused(&mut self, began: Instant, now: Instant, retry_after: Option<Duration>) {
        // Of several concurrent calls, only the first counts.
        if self.slowed.is_some_and(|slowed| began < slowed) {
            return;
        }
        self.slowed = Some(now);
        self.tenths = (self.tenths / 2).max(GROWTH);
        self.free = Some(now + self.pause.max(retry_after.unwrap_or_default()));
        self.pause = (self.pause * 2).min(MAX_PAUSE);
    }
}
