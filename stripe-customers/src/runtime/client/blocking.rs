//! Calls from threads that have no runtime.
//!
//! A client that is used so gets a thread of its own, which runs the calls and keeps the connections between them. It
//! ends when the last clone of the client is dropped.

use std::sync::{OnceLock, mpsc};
use std::task::{Context, Poll, Waker};
use std::thread;

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use tokio::task::coop;

use crate::runtime::request::Custom;
use crate::runtime::response::Reply;
use crate::runtime::wire::{self, Operation, Output};
use crate::{Error, Response};

use super::Client;
use super::call::Replying;

/// The thread that runs the calls, once there is one.
#[derive(Default)]
pub(super) struct Background(OnceLock<Runtime>);

struct Runtime {
    handle: Handle,
    /// Dropped with the client, which ends the thread.
    _until: oneshot::Sender<()>,
}

impl Client {
    /// Sends a request, and blocks the thread until the answer is there. What `request.send_blocking(&client)` does, for
    /// code that works with any [`Operation`].
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and inside of asynchronous code, where it would block what else runs there.
    pub fn send_blocking<T: Operation>(&self, request: &T) -> Result<Response<T::Output>, Error> {
        self.send_custom_blocking(request, Custom::default())
    }

    pub(crate) fn send_custom_blocking<T: Operation>(
        &self,
        request: &T,
        custom: Custom,
    ) -> Result<Response<T::Output>, Error> {
        let reply = self.block_on(self.reply(wire::encode(request), T::Output::ACCEPT, custom))?;
        Response::decode(reply)
    }

    fn block_on(&self, call: Replying) -> Result<Reply, Error> {
        if in_async_code() {
            return Err(Error::setup(
                "`send_blocking` was called in asynchronous code, where it would block what else runs there: \
                 use `send(&client).await`, or call it inside of `tokio::task::spawn_blocking`",
            ));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        self.config.background.handle()?.spawn(async move {
            // Whoever waited has gone if this fails.
            let _ = sender.send(call.await);
        });
        receiver.recv().unwrap_or_else(|_| {
            Err(Error::setup(
                "the thread that runs blocking calls has ended",
            ))
        })
    }
}

impl Background {
    /// The runtime, made when it is first asked for.
    fn handle(&self) -> Result<&Handle, Error> {
        if let Some(runtime) = self.0.get() {
            return Ok(&runtime.handle);
        }
        let made = start().map_err(Error::no_background)?;
        // Two threads that are here at a time both make one, and one of them ends at once.
        Ok(&self.0.get_or_init(|| made).handle)
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
        // Nobody sends: it ends when the other end is dropped.
        let _ = runtime.block_on(ended);
    })?;
    Ok(Runtime {
        handle,
        _until: until,
    })
}

/// Whether this thread is polling a task of Tokio, which must not block.
///
/// A task that is polled has a budget of steps, so that it makes room for others in time; where blocking is allowed,
/// as in `spawn_blocking` and `block_in_place`, there is none. A task without one that is not found out would block
/// its thread, no more: the call runs elsewhere.
fn in_async_code() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    // More steps than a task has.
    (0..1024).any(|_| match coop::poll_proceed(&mut context) {
        Poll::Pending => true,
        Poll::Ready(step) => {
            step.made_progress();
            false
        }
    })
}
