//! One call: from the encoded request to the answer, over as many attempts as it takes.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::runtime::model::text_of_field;
use crate::runtime::request::{self, Custom};
use crate::runtime::response::Reply;
use crate::runtime::wire::{Encoded, Output, PathError};
use crate::{Error, Response};

use super::Client;
use super::attempt::Addressed;
use super::retry::{self, Outcome};
use super::trace;

/// A call to Stripe, made when it is awaited: what `send` returns.
///
/// It holds all that it needs, and borrows neither the request nor the client; so it can be given to
/// `tokio::spawn`. Dropping it stops everything.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # fn main() {
/// # stripe::run(async |client| {
/// use stripe_customers::CreateCustomer;
///
/// let call = CreateCustomer::new().description("Jenny Rosen").send(&client);
/// let customer = tokio::spawn(call).await??;
/// # Ok(())
/// # });
/// # }
/// ```
#[must_use = "a call is not made until it is awaited"]
pub struct Call<T> {
    reply: Replying,
    of: PhantomData<fn() -> T>,
}

/// A call as far as it has to do with no type: all of it but for the last step.
///
/// Boxed, so that it is compiled in this crate, once, and not again in every crate that sends something.
pub(super) type Replying = Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>;

impl<T> Call<T> {
    pub(super) fn new(reply: Replying) -> Self {
        Self {
            reply,
            of: PhantomData,
        }
    }
}

impl<T: Output> Future for Call<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.reply
            .as_mut()
            .poll(cx)
            .map(|reply| Response::decode(reply?))
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// Sends the request until there is an answer to give back.
pub(super) async fn run(
    client: Client,
    request: Result<Encoded, PathError>,
    accept: &'static str,
    custom: Custom,
) -> Result<Reply, Error> {
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(Error::setup(
            "there is no Tokio runtime here to send with: start one (`#[tokio::main]`), or use `send_blocking` of \
             the feature `blocking`",
        ));
    }
    let request = request::prepare(request, &client.config.headers, &custom, accept)?;
    let request = Addressed {
        url: client.config.base.join(request.server, &request.target)?,
        timeout: custom.timeout.unwrap_or(client.config.timeout),
        request,
    };
    let max_retries = custom.max_retries.unwrap_or(client.config.max_retries);
    let mut attempts = 1;
    loop {
        let attempt = trace::attempt(&request, attempts, client.attempt(&request));
        let error = match attempt.await {
            Ok(reply) => return Ok(Reply { attempts, ..reply }),
            Err(error) => error,
        };
        if attempts > max_retries || !can_help(&error) {
            return Err(error.after(attempts));
        }
        let delay = retry::delay(attempts, error.retry_after(), random());
        trace::retry(&error, attempts, delay);
        tokio::time::sleep(delay).await;
        attempts = attempts.saturating_add(1);
    }
}

/// Whether another attempt can help after this error.
fn can_help(error: &Error) -> bool {
    let code = error
        .api_error()
        .and_then(|error| text_of_field(error, "code"));
    retry::can_help(match error.reply() {
        Some(reply) if !error.is_connection() => Outcome::Refused {
            status: reply.status,
            advice: should_retry(reply),
            code: code.as_deref(),
        },
        _ => Outcome::NoAnswer {
            hopeless: error.is_hopeless(),
        },
    })
}

/// Whether Stripe says that sending the request again helps, or that it does not.
fn should_retry(reply: &Reply) -> Option<bool> {
    reply.header("stripe-should-retry")?.parse().ok()
}

/// A number in `0.0..1.0`. Chance is a courtesy here, so that without it the delay is merely the longest.
fn random() -> f64 {
    getrandom::u32().map_or(1.0, |random| {
        f64::from(random) / (f64::from(u32::MAX) + 1.0)
    })
}
