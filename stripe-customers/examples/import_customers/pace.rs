//! How many calls are made at a time.

use std::time::{Duration, Instant};

/// The pause after Stripe has said that it was too much, and what its doubling ends at.
const SHORTEST: Duration = Duration::from_millis(250);
const LONGEST: Duration = Duration::from_secs(16);

/// What ten answers add to the number of calls at a time.
const GROWTH: usize = 10;

/// A number of calls that halves when Stripe says that there are too many (429), with a pause, and then grows again: by one
/// with every ten customers, up to where it began.
pub struct Pace {
    most: usize,
    /// Tenths of calls.
    tenths: usize,
    pause: Duration,
    slowed: Option<Instant>,
    free: Option<Instant>,
}

impl Pace {
    /// `most` calls at a time.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            tenths: most * GROWTH,
            pause: SHORTEST,
            slowed: None,
            free: None,
        }
    }

    /// The number of calls that may be made at a time.
    pub fn at_a_time(&self) -> usize {
        self.tenths / GROWTH
    }

    /// The end of the pause, if there is one at `now`.
    pub fn pause(&self, now: Instant) -> Option<Instant> {
        self.free.filter(|&free| free > now)
    }

    /// A customer was created.
    pub fn succeeded(&mut self) {
        self.tenths = (self.tenths + 1).min(self.most * GROWTH);
        self.pause = SHORTEST;
    }

    /// Stripe says that it was too much, of a call that was begun at `began`, and perhaps how long to wait.
    pub fn refused(&mut self, began: Instant, now: Instant, asked_for: Option<Duration>) {
        // Of the calls that were under way together, the first says it all.
        if self.slowed.is_some_and(|slowed| began < slowed) {
            return;
        }
        self.slowed = Some(now);
        self.tenths = (self.tenths / 2).max(GROWTH);
        self.free = Some(now + self.pause.max(asked_for.unwrap_or_default()));
        self.pause = (self.pause * 2).min(LONGEST);
    }
}
