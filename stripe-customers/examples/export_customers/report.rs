//! Progress and result of the export.

use std::fmt;
use std::time::{Duration, SystemTime};

use indicatif::{ProgressBar, ProgressStyle};
use stripe_customers::{Customer, Error, Timestamp};

/// Counts the customers, and shows the progress on a terminal.
pub struct Report {
    written: usize,
    /// Written by an earlier run.
    before: usize,
    failed: usize,
    bar: ProgressBar,
    /// When the export started, in seconds since the Unix epoch.
    started: i64,
}

impl Report {
    /// Creates a report. Stripe does not return the number of customers, so the bar shows the time of creation: from now back to
    /// `created_after`, if given.
    pub fn new(before: usize, created_after: Option<i64>) -> Self {
        let started = Timestamp::from(SystemTime::now()).as_unix();
        let length = created_after.and_then(|after| u64::try_from(started - after).ok());
        let (bar, template) = match length {
            Some(length) => (
                ProgressBar::new(length),
                "{wide_bar} {percent} % {msg} {eta}",
            ),
            None => (ProgressBar::new_spinner(), "{spinner} {msg}"),
        };
        // Shows nothing if stderr is not a terminal.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self {
            written: 0,
            before,
            failed: 0,
            bar,
            started,
        }
    }

    /// Counts a customer.
    pub fn written(&mut self, customer: &Customer) {
        self.written += 1;
        let age = u64::try_from(self.started - customer.created.as_unix());
        self.bar.set_position(age.unwrap_or_default());
        let count = self.before + self.written;
        self.bar.set_message(format!("{count} customers"));
    }

    /// Counts and prints a customer that cannot be decoded.
    pub fn failed(&mut self, error: &Error) {
        self.failed += 1;
        self.bar.suspend(|| eprintln!("{error}"));
    }

    /// Returns whether all customers have been written.
    pub fn is_complete(&self) -> bool {
        self.failed == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bar.finish_and_clear();
        let Self {
            written,
            before,
            failed,
            ..
        } = self;
        write!(
            f,
            "{written} customers written, {before} written before, {failed} failed"
        )
    }
}
