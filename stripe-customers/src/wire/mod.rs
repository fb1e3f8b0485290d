//! What goes over the wire: the path, the query and the body of a request.

mod form;
mod operation;
mod path;
mod percent;

pub(crate) use operation::operation;
pub use operation::{Method, Operation};
pub(crate) use path::PathError;

use crate::model::Object;

use form::Form;

/// A request as text: everything that depends on the operation and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoded {
    pub(crate) method: Method,
    /// The path with the names of parameters in braces.
    pub(crate) template: &'static str,
    /// The path and, after `?`, the query.
    pub(crate) target: String,
    /// The form, in a request that has one.
    pub(crate) body: Option<String>,
}

/// Encodes the parameters of `operation`: those that the path names into the path, the others into the
/// query of a `GET` or `DELETE` and into the body of a `POST`.
pub(crate) fn encode<T: Operation>(operation: &T) -> Result<Encoded, PathError> {
    encode_object(T::METHOD, T::PATH, operation)
}

fn encode_object(
    method: Method,
    path: &'static str,
    parameters: &dyn Object,
) -> Result<Encoded, PathError> {
    let mut target = path::expand(path, parameters)?;
    let in_path = |name: &str| path::names(path, name);
    let body = match method {
        Method::Post => {
            let mut body = String::new();
            Form::new(&mut body).object(parameters, &in_path);
            Some(body)
        }
        Method::Get | Method::Delete => {
            let path_only = target.len();
            target.push('?');
            Form::new(&mut target).object(parameters, &in_path);
            if target.len() == path_only + 1 {
                target.pop();
            }
            None
        }
    };
    Ok(Encoded {
        method,
        template: path,
        target,
        body,
    })
}

#[cfg(test)]
mod tests;
