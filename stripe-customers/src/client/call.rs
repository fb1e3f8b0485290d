//! One call: from the encoded request to the answer, over as many attempts as it takes.

use std::time::Duration;

use crate::Error;
use crate::model::text_of_field;
use crate::request::{self, Custom};
use crate::response::Reply;
use crate::wire::{Encoded, PathError};

use super::Client;
use super::attempt::Addressed;
use super::retry::{self, Outcome};
use super::trace;

/// Sends the request until there is an answer to give back.
pub(super) async fn call(
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
        let asked_for = error.reply().and_then(retry_after);
        let delay = retry::delay(attempts, asked_for, random());
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

/// How long Stripe asks to wait: whole seconds, anything else is ignored.
fn retry_after(reply: &Reply) -> Option<Duration> {
    let seconds = reply.header("retry-after")?.parse().ok()?;
    Some(Duration::from_secs(seconds))
}

/// A number in `0.0..1.0`. Chance is a courtesy here, so that without it the delay is merely the longest.
fn random() -> f64 {
    getrandom::u32().map_or(1.0, |random| {
        f64::from(random) / (f64::from(u32::MAX) + 1.0)
    })
}
