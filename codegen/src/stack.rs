//! Room for recursion.
//!
//! A document is nested at most 128 levels deep. Code that recurses over it is compiled without optimization in the dev
//! profile and takes up to 20 KiB of stack for a level, which is more than a thread has by default.

use std::panic::resume_unwind;
use std::thread;

/// Enough for a document of the greatest depth.
const SIZE: usize = 32 << 20;

/// Runs `work`, which recurses over a document, on a thread with enough stack, and waits for it.
pub(crate) fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let spawned = thread::Builder::new()
            .stack_size(SIZE)
            .spawn_scoped(scope, work);
        match spawned.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(error) => resume_unwind(Box::new(error.to_string())),
        }
    })
}
