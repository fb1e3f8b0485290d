//! Encoding of a request: the path, the query and the body.

use crate::runtime::model::Decode;

use super::form::{BodyEncoder, Form};
use super::{Method, Operation, ParameterError, check, path};

/// An encoded request: everything that depends on the operation and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoded {
    pub(crate) method: Method,
    /// The path with the names of parameters in braces.
    #[cfg(feature = "tracing")]
    pub(crate) template: &'static str,
    /// The server of the operation, if it differs from that of most operations.
    pub(crate) server: Option<&'static str>,
    /// The path and, after `?`, the query.
    pub(crate) target: String,
    /// The media type and the body, except for `GET` and `DELETE`. Both are empty if the operation has no body.
    pub(crate) body: Option<(String, Vec<u8>)>,
}

/// Encodes the parameters of an operation: those named in the path into the path, the others into the query of a `GET` or
/// `DELETE`, or into the body of any other request.
pub(crate) fn encode<T: Operation>(operation: &T) -> Result<Encoded, ParameterError> {
    let endpoint = Endpoint {
        method: T::METHOD,
        path: T::PATH,
        body: T::BODY,
        server: T::SERVER,
    };
    endpoint.encode(operation)
}

/// The constants of an operation.
struct Endpoint {
    method: Method,
    path: &'static str,
    body: BodyEncoder,
    server: Option<&'static str>,
}

impl Endpoint {
    fn encode(&self, parameters: &dyn Decode) -> Result<Encoded, ParameterError> {
        let mut target = path::expand(self.path, parameters)?;
        let in_path = in_path(self.path);
        let body = match self.method {
            Method::Post | Method::Put | Method::Patch => Some((self.body)(parameters, &in_path)?),
            Method::Get | Method::Delete => {
                let path_only = target.len();
                target.push('?');
                Form::new(&mut target).object(parameters, &in_path)?;
                let query = target.get(path_only + 1..).unwrap_or_default();
                check::query(self.path, query, parameters)?;
                if target.len() == path_only + 1 {
                    target.pop();
                }
                None
            }
        };
        Ok(Encoded {
            method: self.method,
            #[cfg(feature = "tracing")]
            template: self.path,
            server: self.server,
            target,
            body,
        })
    }
}

/// Returns whether a parameter is in the path. Most `POST` operations have none there.
fn in_path(template: &'static str) -> impl Fn(&str) -> bool {
    let any = template.contains('{');
    move |name| any && path::names(template, name)
}

#[cfg(test)]
mod tests;
