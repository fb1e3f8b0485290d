//! Room for recursion.
//!
//! A document is nested at most 128 levels deep. Code that recurses over it is compiled without optimization in the dev
//! profile and takes up to 20 KiB of stack for a level, which is more than a thread has by default.

use std::panic::resume_unwind;
use std::thread::{Builder, Scope, ScopedJoinHandle, current, scope};

/// Enough for a document of the greatest depth.
const SIZE: usize = 32 << 20;

/// The name of the threads with enough stack.
const NAME: &str = "stripe-codegen";

/// Runs `work`, which recurses over a document, on a thread with enough stack, and waits for it. A thread with enough stack
/// runs it itself.
pub fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match current().name() {
        Some(NAME) => work(),
        _ => scope(|scope| join(spawn(scope, work))),
    }
}

/// Does two things at the same time, each on a thread with enough stack.
pub fn in_parallel<A: Send, B: Send>(
    a: impl FnOnce() -> A + Send,
    b: impl FnOnce() -> B + Send,
) -> (A, B) {
    scope(|scope| {
        let (a, b) = (spawn(scope, a), spawn(scope, b));
        (join(a), join(b))
    })
}

/// Starts `work` on a thread with enough stack.
pub(crate) fn spawn<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    work: impl FnOnce() -> T + Send + 's,
) -> ScopedJoinHandle<'s, T> {
    let spawned = Builder::new()
        .name(NAME.to_owned())
        .stack_size(SIZE)
        .spawn_scoped(scope, work);
    spawned.unwrap_or_else(|error| resume_unwind(Box::new(error.to_string())))
}

/// The result of a thread. A panic of it goes on here.
pub(crate) fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
