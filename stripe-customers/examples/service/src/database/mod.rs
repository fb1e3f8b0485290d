//! The database: a thread that owns the connection. The queries are in the modules below.

mod events;
mod users;

use std::path::Path;
use std::sync::mpsc;
use std::thread;

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::Error;

pub use events::CustomerCopy;
pub use users::User;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// A handle of the database. Clones share the connection.
///
/// Queries block, so they run on a thread of their own, one after the other.
#[derive(Clone)]
pub struct Database(mpsc::Sender<Job>);

impl Database {
    /// Opens the file, which is created if it does not exist. `:memory:` is a database without a file.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let mut connection = Connection::open(path)?;
        // `FULL`: a row that was written before a call to Stripe must survive a power failure.
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")?;
        connection.execute_batch(include_str!("../schema.sql"))?;
        let (jobs, queue) = mpsc::channel::<Job>();
        thread::spawn(move || queue.into_iter().for_each(|job| job(&mut connection)));
        Ok(Self(jobs))
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let (sender, result) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // Nobody waits for the result if the HTTP request was cancelled.
            let _ = sender.send(work(connection));
        });
        self.0.send(job).map_err(|_| "the database thread ended")?;
        Ok(result.await??)
    }
}
