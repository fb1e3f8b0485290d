//! Calls from threads without a runtime.
//!
//! The first blocking call of a client starts a thread, which runs the calls and keeps the connections open between them.
//! It ends when the last clone of the client is dropped.

use std::sync::{OnceLock, mpsc};
use std::task::{Context, Poll, Waker};
use std::{process, thread};

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use tokio::task::coop;

use crate::runtime::request::Custom;
use crate::runtime::response::{RawResponse, Reader};
use crate::runtime::wire::{self, Encoded, Operation, Output, ParameterError};
use crate::{Error, Response};

use super::Client;
use super::call::PendingResponse;

/// The thread that runs the calls, started on demand.
#[derive(Default)]
pub(super) struct Background(OnceLock<Runtime>);

struct Runtime {
    handle: Handle,
    /// The process of the thread. A fork of it has no such thread.
    process: u32,
    /// Ends the thread when it is dropped with the client.
    _until: oneshot::Sender<()>,
}

impl Client {
    /// Sends a request and blocks the thread until the response arrives. The same as `request.send_blocking(&client)`, for
    /// code that works with any [`Operation`].
    ///
    /// # Errors
    ///
    /// The errors of [`send`](Self::send), and an error inside an async task, which must not block. Also an error if the
    /// process was forked (`fork`) after a blocking call of the client, because the fork shares its connections.
    pub fn send_blocking<T: Operation>(&self, request: &T) -> Result<Response<T::Output>, Error> {
        let custom = Custom::default();
        self.send_encoded_blocking(
            wire::encode(request, &custom.params),
            &custom,
            T::Output::read,
        )
    }

    /// Sends an encoded request. `read` decodes the response.
    pub(crate) fn send_encoded_blocking<T>(
        &self,
        request: Result<Encoded, ParameterError>,
        custom: &Custom,
        read: Reader<T>,
    ) -> Result<Response<T>, Error> {
        Response::read(self.block_on(self.raw(request, custom))?, read)
    }

    /// Runs a call on the thread for blocking calls, without waiting for its response.
    pub(crate) fn in_background(&self, call: PendingResponse) -> Result<PendingResponse, Error> {
        let _entered = self.config.background.handle()?.enter();
        Ok(super::in_background(call))
    }

    pub(crate) fn block_on(&self, call: PendingResponse) -> Result<RawResponse, Error> {
        if in_async_code() {
            return Err(Error::setup(
                "`send_blocking` was called in an async task, which must not block: \
                 use `send(&client).await`, or call it within `tokio::task::spawn_blocking`",
            ));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        self.config.background.handle()?.spawn(async move {
            // Fails if the receiver was dropped.
            let _ = sender.send(call.await);
        });
        receiver
            .recv()
            .unwrap_or_else(|_| Err(Error::setup("the thread for blocking calls has ended")))
    }
}

impl Background {
    /// Returns the runtime, which the first call starts.
    fn handle(&self) -> Result<&Handle, Error> {
        let runtime = match self.0.get() {
            Some(runtime) => runtime,
            None => {
                let made = start().map_err(Error::no_background)?;
                // If two threads start a runtime at the same time, one of the runtimes is dropped.
                self.0.get_or_init(|| made)
            }
        };
        if runtime.process != process::id() {
            return Err(Error::setup(
                "the process was forked after a call of `send_blocking` with this client: build a client in the new process",
            ));
        }
        Ok(&runtime.handle)
    }
}

fn start() -> std::io::Result<Runtime> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let handle = runtime.handle().clone();
    let (until, ended) = oneshot::channel();
    let thread = thread::Builder::new().name("stripe-customers".to_owned());
    thread.spawn(move || {
        // Nothing is sent: this returns when the sender is dropped.
        let _ = runtime.block_on(ended);
    })?;
    Ok(Runtime {
        handle,
        process: process::id(),
        _until: until,
    })
}

/// Returns whether this thread is polling a Tokio task, which must not block.
///
/// Tokio gives a task a budget of steps per poll. There is no budget where blocking is allowed, as in `spawn_blocking` and
/// `block_in_place`. A task without a budget is not detected; it would block its thread, but not the call, which runs on
/// another thread.
fn in_async_code() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    // More steps than the budget of a task.
    (0..1024).any(|_| match coop::poll_proceed(&mut context) {
        Poll::Pending => true,
        Poll::Ready(step) => {
            step.made_progress();
            false
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Background, start};

    #[test]
    fn a_thread_of_another_process_is_an_error() {
        let background = Background::default();
        assert!(background.handle().is_ok());
        let mut runtime = start().unwrap();
        runtime.process += 1;
        let background = Background(runtime.into());
        let error = background.handle().unwrap_err();
        assert!(error.is_setup(), "{error}");
        assert!(error.to_string().contains("forked"), "{error}");
    }
}
