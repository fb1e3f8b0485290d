//! One call: sending a request, with retries.

use std::fmt;
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

use crate::runtime::model::text_of_field;
use crate::runtime::response::{RawResponse, Reader, Sent};
use crate::{Error, Response};

use super::attempt::Addressed;
use super::{retry, trace};

/// A future of a response, returned by `send`.
///
/// It sends the request when it is awaited. It borrows neither the request nor the client, so it can be passed to
/// `tokio::spawn`. Dropping it cancels the call.
///
/// ```
/// # include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/stripe.rs"));
/// # example! { fn main(client) {
/// use stripe_customers::CreateCustomer;
///
/// let call = CreateCustomer::new().description("Jenny Rosen").send(&client);
/// let customer = tokio::spawn(call).await??;
/// # }}
/// ```
#[must_use = "a request is not sent until the call is awaited"]
pub struct Call<T> {
    raw: PendingResponse,
    read: Reader<T>,
}

/// The part of a call that does not depend on the type of the response: everything except decoding.
///
/// Boxed, so that it is compiled once, in this crate, and not in every crate that sends requests.
pub(crate) type PendingResponse = Pin<Box<dyn Future<Output = Result<RawResponse, Error>> + Send>>;

impl<T> Call<T> {
    pub(super) fn new(raw: PendingResponse, read: Reader<T>) -> Self {
        Self { raw, read }
    }
}

impl<T> Future for Call<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let raw = self.raw.as_mut().poll(cx);
        raw.map(|raw| Response::read(raw?, self.read))
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

impl Addressed {
    /// Sends the request, with retries.
    pub(super) async fn send(&self) -> Result<RawResponse, Error> {
        let mut sent = Sent {
            key: self.request.idempotency_key(),
            ..Sent::new(1)
        };
        loop {
            let may_be_idle = self.client.config.responded.load(Ordering::Relaxed);
            let attempt = trace::attempt(self, sent.attempts, self.attempt());
            let error = match attempt.await {
                Ok(raw) => return Ok(RawResponse { sent, ..raw }),
                Err(error) => error.after(sent.clone()),
            };
            // The server may have closed the connection before it received the request.
            let at_least = u32::from(may_be_idle && error.is_closed());
            if sent.attempts > self.max_retries.max(at_least) || !should_retry(&error) {
                return Err(error);
            }
            let delay = retry::delay(sent.attempts, error.retry_after(), random());
            trace::retry(&error, delay);
            tokio::time::sleep(delay).await;
            sent.attempts = sent.attempts.saturating_add(1);
            sent.earlier = error.was_carried_out();
        }
    }
}

/// Returns whether to retry after this error.
fn should_retry(error: &Error) -> bool {
    match error.raw().filter(|_| !error.is_connection()) {
        _ if error.is_permanent() => false,
        Some(raw) => {
            let code = error.api_error().and_then(|it| text_of_field(it, "code"));
            retry::should_retry(raw.status, advice(raw), code.as_deref())
        }
        None => true,
    }
}

/// Returns the value of the header `Stripe-Should-Retry`, if present.
fn advice(raw: &RawResponse) -> Option<bool> {
    raw.header("stripe-should-retry")?.parse().ok()
}

/// Returns a random number in `0.0..1.0`, or 1.0 if the system has no random numbers, which makes the delay longest.
fn random() -> f64 {
    getrandom::u32().map_or(1.0, |random| {
        f64::from(random) / (f64::from(u32::MAX) + 1.0)
    })
}

#[cfg(test)]
mod tests {
    use crate::runtime::request::Custom;
    use crate::runtime::wire::{Params, encode};
    use crate::{Client, RetrieveCustomer};

    use super::Addressed;

    /// Every call allocates it, and larger allocations are slower.
    #[test]
    fn the_future_of_a_call_has_at_most_a_kilobyte() {
        let client = Client::builder("sk_test_123").base_url("http://localhost");
        let request = encode(&RetrieveCustomer::new("cus_1"), &Params::default());
        let custom = Custom::default();
        let call = Addressed::new(&client.build().unwrap(), request, &custom).unwrap();
        let size = size_of_val(&async move { call.send().await });
        assert!(size <= 1024, "{size} bytes");
    }
}
