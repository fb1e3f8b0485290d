//! What happens, told through `tracing`: with the feature of that name, and otherwise to nobody.
//!
//! One span per attempt, with the names that OpenTelemetry has for HTTP clients. Never in it: headers, bodies, the query.

#[cfg(not(feature = "tracing"))]
pub(super) use silent::{attempt, retry};
#[cfg(feature = "tracing")]
pub(super) use spoken::{attempt, retry};

#[cfg(not(feature = "tracing"))]
mod silent {
    use std::time::Duration;

    use crate::Error;
    use crate::runtime::client::attempt::Addressed;

    pub(in crate::runtime::client) fn attempt<F>(_: &Addressed, _: u32, attempt: F) -> F {
        attempt
    }

    pub(in crate::runtime::client) fn retry(_: &Error, _: u32, _: Duration) {}
}

#[cfg(feature = "tracing")]
mod spoken {
    use std::time::Duration;

    use tracing::field::Empty;
    use tracing::{Instrument, Span, debug, info_span};

    use crate::runtime::client::attempt::Addressed;
    use crate::runtime::response::Reply;
    use crate::{Error, ErrorKind};

    /// One attempt, the `number`th, in a span of its own.
    pub(in crate::runtime::client) fn attempt(
        request: &Addressed,
        number: u32,
        attempt: impl Future<Output = Result<Reply, Error>>,
    ) -> impl Future<Output = Result<Reply, Error>> {
        let span = span(request, number);
        async move {
            let result = attempt.await;
            record(&result);
            result
        }
        .instrument(span)
    }

    fn span(request: &Addressed, number: u32) -> Span {
        let Addressed { request, url, .. } = request;
        let (method, template) = (request.method.as_str(), request.template);
        let span = info_span!(
            "HTTP request",
            otel.name = format_args!("{method} {template}"),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = method,
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

    /// Records in the span around it how an attempt ended.
    fn record(result: &Result<Reply, Error>) {
        let span = Span::current();
        let reply = result.as_ref().map_or_else(Error::reply, Some);
        if let Some(reply) = reply {
            span.record("http.response.status_code", reply.status);
            if let Some(id) = reply.request_id() {
                span.record("stripe.request_id", id);
            }
        }
        if let Err(error) = result {
            span.record("otel.status_code", "ERROR");
            span.record("error.type", type_of(error).as_str());
        }
    }

    /// The status as text, or what kept it from coming, as OpenTelemetry has it.
    fn type_of(error: &Error) -> String {
        match (error.kind(), error.status()) {
            (ErrorKind::Timeout, _) => "timeout".to_owned(),
            (ErrorKind::Connection, _) => "connection".to_owned(),
            (_, Some(status)) => status.to_string(),
            (kind, None) => format!("{kind:?}"),
        }
    }

    /// That a request is sent again after `error`.
    pub(in crate::runtime::client) fn retry(error: &Error, attempts: u32, delay: Duration) {
        debug!(%error, attempts, ?delay, "sending the request again");
    }
}
