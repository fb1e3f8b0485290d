//! The response of an operation that succeeds.

use openapiv3::{ReferenceOr, Response};

use crate::document::Endpoint;
use crate::pointer::Pointer;

use super::shape::Node;

/// The place of a status among those of success, the first of which has the response: 200, all that begin with 2, another one.
pub(crate) fn rank_of_success(status: &str) -> Option<u8> {
    match status {
        "200" => Some(0),
        "2XX" => Some(1),
        _ if status.len() == 3 && status.starts_with('2') => Some(2),
        _ => None,
    }
}

/// The response to a success, with its place.
pub(super) fn success<'d>(endpoint: &Endpoint<'d>) -> Option<(&'d ReferenceOr<Response>, Pointer)> {
    let responses = endpoint.operation.responses.responses.iter();
    let responses = responses.map(|(status, response)| (status.to_string(), response));
    let responses =
        responses.filter_map(|(status, it)| Some((rank_of_success(&status)?, status, it)));
    let (_, status, response) = responses.min_by_key(|(rank, ..)| *rank)?;
    Some((response, endpoint.pointer.keys(["responses", &status])))
}

/// The schema of the response to a success, if it is JSON.
pub(super) fn success_schema<'d>(endpoint: &Endpoint<'d>) -> Option<(Node<'d>, Pointer)> {
    const JSON: &str = "application/json";
    let (response, at) = success(endpoint)?;
    let schema = response.as_item()?.content.get(JSON)?.schema.as_ref()?;
    Some((schema.into(), at.keys(["content", JSON, "schema"])))
}
