//! The import: sends the rows and records the responses in the journal.

use std::collections::VecDeque;
use std::time::Instant;

use stripe_customers::{Client, Customer, Error, Response};
use tokio::task::JoinSet;
use tokio::time::sleep_until;

use crate::Stop;
use crate::journal::Journal;
use crate::pace::Pace;
use crate::report::Report;
use crate::rows::{Problem, Row, Rows};

/// The maximum number of retries of a row after rate limit errors.
const REFUSALS: u32 = 10;

/// The maximum number of retries of the client after other errors. More than the default, because no user is waiting.
const RETRIES: u32 = 5;

/// A running import.
pub struct Import<'a> {
    client: Client,
    journal: Journal,
    pace: Pace,
    report: &'a mut Report,
    calls: JoinSet<Ended>,
    /// Rows to retry after rate limit errors.
    again: VecDeque<Task>,
    /// The reason why no more calls are started.
    stop: Option<Stop>,
}

/// A row to send.
struct Task {
    row: Row,
    refusals: u32,
}

/// A finished call.
struct Ended {
    task: Task,
    began: Instant,
    result: Result<Response<Customer>, Error>,
}

impl<'a> Import<'a> {
    /// Creates an import that skips the rows in `journal` and adds new ones to it.
    pub fn new(client: Client, journal: Journal, pace: Pace, report: &'a mut Report) -> Self {
        Self {
            client,
            journal,
            pace,
            report,
            calls: JoinSet::new(),
            again: VecDeque::new(),
            stop: None,
        }
    }

    /// Imports the rows. When it has to stop, it waits for the running calls.
    pub async fn run(mut self, mut rows: Rows) -> Result<(), Stop> {
        loop {
            self.begin(&mut rows);
            self.report.pace(self.pace.at_a_time());
            let pause = self.pace.pause(Instant::now());
            let pause = pause.filter(|_| self.stop.is_none());
            tokio::select! {
                Some(ended) = self.calls.join_next() => match ended {
                    Ok(ended) => self.end(ended),
                    Err(error) => self.stop = Some(error.into()),
                },
                () = sleep_until(pause.unwrap_or_else(Instant::now).into()), if pause.is_some() => {}
                else => break,
            }
        }
        self.journal.sync()?;
        self.stop.map_or(Ok(()), Err)
    }

    /// Starts as many calls as the rate allows.
    fn begin(&mut self, rows: &mut Rows) {
        while self.calls.len() < self.pace.at_a_time() {
            let began = Instant::now();
            if self.pace.pause(began).is_some() {
                return;
            }
            let Some(task) = self.next(rows) else { return };
            let call = task
                .row
                .request
                .clone()
                .customize()
                .idempotency_key(&task.row.key)
                .max_retries(RETRIES)
                .send(&self.client);
            self.calls.spawn(async move {
                let result = call.await;
                Ended {
                    task,
                    began,
                    result,
                }
            });
        }
    }

    /// Returns the next row that has not been imported.
    fn next(&mut self, rows: &mut Rows) -> Option<Task> {
        while self.stop.is_none() {
            if let Some(task) = self.again.pop_front() {
                return Some(task);
            }
            match rows.next()? {
                Ok(row) if self.journal.has(&row.key) => self.report.known(),
                Ok(row) => return Some(Task { row, refusals: 0 }),
                Err(Problem::Row { line, problem }) => self.report.bad(line, &problem),
                Err(Problem::File(stop)) => self.stop = Some(stop),
            }
        }
        None
    }

    fn end(&mut self, ended: Ended) {
        let Ended {
            mut task,
            began,
            result,
        } = ended;
        match result {
            Ok(customer) => {
                self.pace.succeeded();
                self.report.created();
                let written =
                    self.journal
                        .record(&task.row.key, customer.id.as_str(), task.row.line);
                if let Err(error) = written {
                    self.stop = Some(format!("cannot write the journal: {error}").into());
                }
            }
            Err(error) if error.is_rate_limit() && task.refusals < REFUSALS => {
                self.pace
                    .refused(began, Instant::now(), error.retry_after());
                task.refusals += 1;
                self.again.push_back(task);
            }
            Err(error) => {
                self.report.failed(task.row.line, &error);
                if affects_all_rows(&error) {
                    self.stop =
                        Some("all rows would fail: fix the problem and restart the import".into());
                }
            }
        }
    }
}

/// Returns whether the other rows would fail in the same way.
fn affects_all_rows(error: &Error) -> bool {
    error.is_setup() || error.is_authentication() || error.is_permission() || error.is_connect()
}
