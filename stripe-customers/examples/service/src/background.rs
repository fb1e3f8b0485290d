//! The background task: finishes what requests and crashes left unfinished.

use std::time::Duration;

use crate::{App, events, signup};

/// The time between two passes without an event.
const INTERVAL: Duration = Duration::from_secs(30);

/// The age of a signup in seconds, after which the request that began it has probably failed.
const AGE: i64 = 60;

/// Runs until the process ends. Run it in one process at a time: see [`events`].
pub async fn run(app: App) {
    // No request began the signups that exist at the start, so all of them are unfinished.
    let mut age = 0;
    loop {
        let (signups, events) =
            tokio::join!(signup::finish_all(&app, age), events::apply_all(&app));
        for error in [signups, events].into_iter().filter_map(Result::err) {
            eprintln!("background: {error}");
        }
        age = AGE;
        // An event wakes the task. The result is the same for a timeout.
        let _ = tokio::time::timeout(INTERVAL, app.wake.notified()).await;
    }
}
