//! What is told of the import.

use std::fmt;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// What became of the rows: counted, and shown on a terminal as it goes.
pub struct Report {
    rows: u64,
    created: u64,
    known: u64,
    failed: u64,
    bad: u64,
    bar: ProgressBar,
}

impl Report {
    /// Of a file with so many rows.
    pub fn new(rows: u64) -> Self {
        // Shows nothing where stderr is no terminal.
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

    /// A customer was created.
    pub fn created(&mut self) {
        self.created += 1;
        self.bar.inc(1);
    }

    /// A row was a customer already.
    pub fn known(&mut self) {
        self.known += 1;
        self.bar.inc(1);
    }

    /// A row was left out.
    pub fn bad(&mut self, line: u64, problem: &str) {
        self.bad += 1;
        self.tell(line, problem);
    }

    /// A row did not become a customer.
    pub fn failed(&mut self, line: u64, error: &stripe_customers::Error) {
        self.failed += 1;
        self.tell(line, &error.to_string());
    }

    /// How many calls are made at a time.
    pub fn pace(&self, calls: usize) {
        self.bar.set_message(format!("{calls} at a time"));
    }

    /// Whether every row is a customer.
    pub fn is_complete(&self) -> bool {
        self.created + self.known == self.rows
    }

    fn tell(&self, line: u64, problem: &str) {
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
            "{rows} rows: {created} created, {known} created before, {failed} failed, {bad} left out"
        )
    }
}
