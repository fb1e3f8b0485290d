//! Spans and events, with the feature `tracing`.
//!
//! There is one span per attempt, with OpenTelemetry's names for HTTP clients. It never contains headers, bodies or the
//! query.

use std::time::Duration;

use tracing::field::Empty;
use tracing::instrument::Instrumented;
use tracing::{Instrument, Span, debug, info_span, warn};

use crate::runtime::model::text_of_field;
use crate::runtime::response::RawResponse;
use crate::{Error, ErrorKind};

use super::attempt::Addressed;

/// Runs attempt `number` in a span.
pub(super) fn attempt<F: Future>(request: &Addressed, number: u32, attempt: F) -> Instrumented<F> {
    attempt.instrument(span(request, number))
}

fn span(request: &Addressed, number: u32) -> Span {
    let Addressed { request, url, .. } = request;
    let template = &*request.encoded.template;
    let method = http::Method::from(request.encoded.method);
    let span = info_span!(
        "HTTP request",
        otel.name = format_args!("{method} {template}"),
        otel.kind = "client",
        otel.status_code = Empty,
        http.request.method = method.as_str(),
        http.request.resend_count = Empty,
        http.response.status_code = Empty,
        server.address = url.host_str(),
        server.port = url.port_or_known_default(),
        url.template = template,
        error.type = Empty,
        stripe.request_id = Empty,
    );
    if number > 1 {
        span.record("http.request.resend_count", number - 1);
    }
    span
}

/// Records the result of an attempt in the current span.
pub(super) fn record(result: &Result<RawResponse, Error>) {
    let span = Span::current();
    let raw = result.as_ref().map_or_else(Error::raw, Some);
    if let Some(raw) = raw {
        span.record("http.response.status_code", raw.status);
        if let Some(id) = raw.request_id() {
            span.record("stripe.request_id", id);
        }
        if let Some(notice) = raw.notice() {
            warn!(
                stripe.request_id = raw.request_id(),
                "notice of Stripe: {notice}"
            );
        }
    }
    if let Err(error) = result {
        span.record("otel.status_code", "ERROR");
        span.record("error.type", type_of(error).as_str());
    }
}

/// Makes the spans of a call in another task children of the current span.
pub(super) fn in_current_span<F: Future>(call: F) -> impl Future<Output = F::Output> {
    call.in_current_span()
}

/// Returns OpenTelemetry's `error.type`: the status, or the reason why there is none.
fn type_of(error: &Error) -> String {
    match (error.kind(), error.status()) {
        (ErrorKind::Timeout, _) => "timeout".to_owned(),
        (ErrorKind::Connection, _) => "connection".to_owned(),
        (_, Some(status)) => status.to_string(),
        (kind, None) => format!("{kind:?}"),
    }
}

/// Emits an event for a retry. It does not contain the message of Stripe, which may quote personal data.
pub(super) fn retry(error: &Error, delay: Duration) {
    let text = |name| text_of_field(error.api_error()?, name);
    debug!(
        kind = ?error.kind(),
        http.response.status_code = error.status(),
        stripe.error.type = text("type"),
        stripe.error.code = text("code"),
        stripe.request_id = error.request_id(),
        attempts = error.attempts(),
        ?delay,
        "retrying the request"
    );
}
