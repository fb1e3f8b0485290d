//! Requests: what they are on the wire.

use crate::ir::{Body, Item, Method, Operation};

use super::{text, ty};

/// ```text
/// operation! {
///     RetrieveCustomer: Get "/v1/customers/{customer}" -> crate::RetrievedCustomer
/// }
/// operation! {
///     CreateFile: Post "/v1/files" multipart @ "https://files.stripe.com" -> crate::File
/// }
/// ```
///
/// As text: of a type in a macro the printer does not know that it is one.
pub(super) fn facts(item: &Item, operation: &Operation, module: &str) -> String {
    let method = match operation.method {
        Method::Get => "Get",
        Method::Post => "Post",
        Method::Delete => "Delete",
    };
    let (name, path) = (&item.name, text(&operation.path));
    let output = ty::text(&operation.output, module);
    let body = match operation.body {
        Body::Empty if operation.method == Method::Post => " empty",
        Body::Empty | Body::Form => "",
        Body::Json => " json",
        Body::Multipart => " multipart",
    };
    let server = operation.server.as_deref();
    let server = server.map(|server| format!(" @ {}", text(server)));
    let server = server.unwrap_or_default();
    format!("operation! {{\n    {name}: {method} {path}{body}{server} -> {output}\n}}\n")
}
