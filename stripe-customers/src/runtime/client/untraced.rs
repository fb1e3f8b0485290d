//! What replaces [`trace`](super::trace) without the feature `tracing`: nothing.

use std::time::Duration;

use crate::Error;
use crate::runtime::response::RawResponse;

use super::attempt::Addressed;

pub(super) fn attempt<F>(_: &Addressed, _: u32, attempt: F) -> F {
    attempt
}

pub(super) fn record(_: &Result<RawResponse, Error>) {}

pub(super) fn retry(_: &Error, _: Duration) {}

pub(super) fn in_current_span<F>(call: F) -> F {
    call
}
