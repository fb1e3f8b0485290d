//! One call: from the encoded request to the answer, over as many attempts as it takes.

use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};

use crate::Error;
use crate::model::text_of_field;
use crate::response::Reply;
use crate::wire::{Encoded, Method, PathError};

use super::attempt::Prepared;
use super::idempotency::fresh_key;
use super::retry::{self, Outcome};
use super::{Client, Config};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// Sends the request until there is an answer to give back.
pub(super) async fn call(
    client: Client,
    request: Result<Encoded, PathError>,
) -> Result<Reply, Error> {
    let request = prepare(&client.config, request.map_err(Error::parameter)?)?;
    let mut attempts = 1;
    loop {
        let error = match client.attempt(&request).await {
            Ok(reply) => return Ok(Reply { attempts, ..reply }),
            Err(error) => error,
        };
        if attempts > client.config.max_retries || !can_help(&error) {
            return Err(error.after(attempts));
        }
        let asked_for = error.reply().and_then(Reply::retry_after);
        tokio::time::sleep(retry::delay(attempts, asked_for, random())).await;
        attempts = attempts.saturating_add(1);
    }
}

/// Adds what the client knows, and a key if the request writes.
fn prepare(config: &Config, request: Encoded) -> Result<Prepared, Error> {
    let mut headers = config.headers.clone();
    let method = match request.method {
        Method::Get => reqwest::Method::GET,
        Method::Delete => reqwest::Method::DELETE,
        Method::Post => {
            headers.insert(CONTENT_TYPE, FORM);
            let key = HeaderValue::try_from(fresh_key()?)
                .map_err(|_| Error::setup("the idempotency key can't be sent in a header"))?;
            headers.insert(IDEMPOTENCY_KEY, key);
            reqwest::Method::POST
        }
    };
    Ok(Prepared {
        method,
        url: config.base.join(&request.target)?,
        headers,
        body: request.body,
    })
}

/// Whether another attempt can help after this error.
fn can_help(error: &Error) -> bool {
    let code = error
        .api_error()
        .and_then(|error| text_of_field(error, "code"));
    retry::can_help(match error.reply() {
        Some(reply) if !error.is_connection() => Outcome::Refused {
            status: reply.status,
            advice: reply.should_retry(),
            code: code.as_deref(),
        },
        _ => Outcome::NoAnswer {
            hopeless: error.is_hopeless(),
        },
    })
}

/// A number in `0.0..1.0`. Chance is a courtesy here, so that without it the delay is merely the longest.
fn random() -> f64 {
    getrandom::u32().map_or(1.0, |random| {
        f64::from(random) / (f64::from(u32::MAX) + 1.0)
    })
}
