//! Progress and results of the import.

use std::fmt;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Counts the rows by their results, and shows the progress on a terminal.
pub struct Report {
    rows: u64,
    created: u64,
    known: u64,
    failed: u64,
    bad: u64,
    bar: ProgressBar,
}

impl Report {
    /// Creates a report for a file with this number of rows.
    pub fn new(rows: u64) -> Self {
        // Shows nothing if stderr is not a terminal.
        let bar = ProgressBar::new(rows);
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len} {msg} {eta}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self {
            rows,
            created: 0,
            known: 0,
            failed: 0,
            bad: 0,
            bar,
        }
    }

    /// Counts a created customer.
    pub fn created(&mut self) {
        self.created += 1;
        self.bar.inc(1);
    }

    /// Counts a row that was imported before.
    pub fn known(&mut self) {
        self.known += 1;
        self.bar.inc(1);
    }

    /// Counts and prints a row that is invalid.
    pub fn bad(&mut self, line: u64, problem: &str) {
        self.bad += 1;
        self.print(line, problem);
    }

    /// Counts and prints a row whose call failed.
    pub fn failed(&mut self, line: u64, error: &stripe_customers::Error) {
        self.failed += 1;
        self.print(line, &error.to_string());
    }

    /// Shows the number of concurrent calls.
    pub fn pace(&self, calls: usize) {
        self.bar.set_message(format!("{calls} concurrent calls"));
    }

    /// Returns whether all rows have been imported.
    pub fn is_complete(&self) -> bool {
        self.created + self.known == self.rows
    }

    fn print(&self, line: u64, problem: &str) {
        self.bar.inc(1);
        self.bar.suspend(|| eprintln!("line {line}: {problem}"));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.bar.finish_and_clear();
        let Self {
            rows,
            created,
            known,
            failed,
            bad,
            ..
        } = self;
        write!(
            f,
            "{rows} rows: {created} created, {known} created before, {failed} failed, {bad} invalid"
        )
    }
}
