//! What an operation is.

use crate::model::{Field, Object};

/// The HTTP method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads; parameters in the query.
    Get,
    /// Writes; parameters in the body, and an idempotency key with it.
    Post,
    /// Deletes; parameters in the query.
    #[allow(dead_code, reason = "no operation of the configuration deletes")]
    Delete,
}

/// A request to Stripe, with its parameters.
pub trait Operation: Object {
    /// What Stripe answers.
    type Output: Field;

    /// The method.
    const METHOD: Method;

    /// The path, with the names of parameters in braces: `/v1/customers/{customer}`.
    const PATH: &'static str;
}
