//! The response of an operation that succeeds.

use openapiv3::{ReferenceOr, Response, StatusCode};

use crate::document::Endpoint;
use crate::pointer::Pointer;

use super::shape::Node;

/// The response to a success, with its place: that of status 200, or of all that begin with 2, or of the first that does.
pub(super) fn success<'d>(endpoint: &Endpoint<'d>) -> Option<(&'d ReferenceOr<Response>, Pointer)> {
    let responses = &endpoint.operation.responses.responses;
    let mut preferred = [StatusCode::Code(200), StatusCode::Range(2)].into_iter();
    let is_success = |status: &StatusCode| matches!(status, StatusCode::Code(200..=299));
    let (status, response) = preferred
        .find_map(|status| responses.get_key_value(&status))
        .or_else(|| responses.iter().find(|(status, _)| is_success(status)))?;
    let at = endpoint.pointer.keys(["responses", &status.to_string()]);
    Some((response, at))
}

/// The schema of the response to a success, if it is JSON.
pub(super) fn success_schema<'d>(endpoint: &Endpoint<'d>) -> Option<(Node<'d>, Pointer)> {
    const JSON: &str = "application/json";
    let (response, at) = success(endpoint)?;
    let schema = response.as_item()?.content.get(JSON)?.schema.as_ref()?;
    Some((schema.into(), at.keys(["content", JSON, "schema"])))
}
