//! The Tokio runtime of a call.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::task::Poll;

use tokio::runtime::Handle;
use tokio::task::JoinSet;

use crate::Error;
use crate::runtime::response::RawResponse;

use super::PendingResponse;
use super::trace;

/// Runs a call. An error if there is no runtime, or if it has no timers or no network I/O.
///
/// Tokio panics in the last two cases and has no function that checks for them.
pub(super) fn checked(
    call: impl Future<Output = Result<RawResponse, Error>> + Send + 'static,
) -> PendingResponse {
    // Pinned before it is moved, because it is large.
    let mut call = Box::pin(call);
    Box::pin(std::future::poll_fn(move |cx| {
        if Handle::try_current().is_err() {
            return Poll::Ready(Err(Error::setup(
                "there is no Tokio runtime: start one (`#[tokio::main]`), or use `send_blocking` of the feature \
                 `blocking`",
            )));
        }
        let poll = || call.as_mut().poll(cx);
        // Unwind safe: after a panic, the call is not polled again.
        match catch_unwind(AssertUnwindSafe(poll)) {
            Ok(poll) => poll,
            Err(panic) if is_incomplete_runtime(&*panic) => Poll::Ready(Err(Error::setup(
                "the Tokio runtime has no timers or no I/O: enable both with `enable_all` of its builder",
            ))),
            Err(panic) => resume_unwind(panic),
        }
    }))
}

/// Runs a call in a task, so that it makes progress while nothing awaits it. Dropping the returned future cancels the call.
pub(crate) fn in_background(call: PendingResponse) -> PendingResponse {
    let Ok(runtime) = Handle::try_current() else {
        // The call returns the error.
        return call;
    };
    // It aborts its task when it is dropped.
    let mut task = JoinSet::new();
    task.spawn_on(trace::in_current_span(call), &runtime);
    Box::pin(async move {
        match task.join_next().await {
            Some(Ok(result)) => result,
            Some(Err(error)) if error.is_panic() => resume_unwind(error.into_panic()),
            _ => Err(Error::setup("the Tokio runtime of the call has ended")),
        }
    })
}

/// Returns whether a panic is that of Tokio: "A Tokio 1.x context was found, but timers are disabled."
fn is_incomplete_runtime(panic: &(dyn Any + Send)) -> bool {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.is_some_and(|text| text.contains("context was found, but"))
}
