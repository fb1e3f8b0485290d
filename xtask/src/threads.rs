//! What runs beside the rest.

use std::panic::resume_unwind;
use std::thread::ScopedJoinHandle;

/// What the thread made. A thread that panicked panics here too: there is nothing to go on with.
pub(crate) fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
