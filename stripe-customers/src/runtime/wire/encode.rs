//! A request as data: the path, the query and the body.

use crate::runtime::model::Decode;

use super::form::Form;
use super::{Body, Method, Operation, PathError, json, multipart, path};

/// A request as data: everything that depends on the operation and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoded {
    pub(crate) method: Method,
    /// The path with the names of parameters in braces.
    pub(crate) template: &'static str,
    /// Where the operation is, if not where the others are.
    pub(crate) server: Option<&'static str>,
    /// The path and, after `?`, the query.
    pub(crate) target: String,
    /// In a request that writes, the body and its media type, which is empty if there is no body.
    pub(crate) body: Option<(String, Vec<u8>)>,
}

/// Encodes the parameters of `operation`: those that the path names into the path, the others into the
/// query of a `GET` or `DELETE` and into the body of a `POST`.
pub(crate) fn encode<T: Operation>(operation: &T) -> Result<Encoded, PathError> {
    let facts = Facts {
        method: T::METHOD,
        path: T::PATH,
        body: T::BODY,
        server: T::SERVER,
    };
    facts.encode(operation)
}

/// What is the same for all requests of an operation.
struct Facts {
    method: Method,
    path: &'static str,
    body: Body,
    server: Option<&'static str>,
}

impl Facts {
    fn encode(&self, parameters: &dyn Decode) -> Result<Encoded, PathError> {
        let mut target = path::expand(self.path, parameters)?;
        let in_path = in_path(self.path);
        let body = match self.method {
            Method::Post => Some(self.body(parameters, &in_path)),
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
            method: self.method,
            template: self.path,
            server: self.server,
            target,
            body,
        })
    }

    fn body(&self, parameters: &dyn Decode, in_path: &dyn Fn(&str) -> bool) -> (String, Vec<u8>) {
        match self.body {
            Body::Form => {
                let body = form(parameters, in_path);
                ("application/x-www-form-urlencoded".to_owned(), body.into())
            }
            Body::Empty => (String::new(), Vec::new()),
            Body::Json => {
                let mut body = String::new();
                json::append_object(parameters, in_path, &mut body);
                ("application/json".to_owned(), body.into())
            }
            Body::Multipart => {
                let (boundary, body) = multipart::body(parameters, in_path);
                (format!("multipart/form-data; boundary={boundary}"), body)
            }
        }
    }
}

/// The parameters as a form, but for those that are in the path.
fn form(parameters: &dyn Decode, in_path: &dyn Fn(&str) -> bool) -> String {
    /// More than most forms need, so that the text of a form is allocated once.
    const ROOM: usize = 1024;
    let mut form = String::with_capacity(ROOM);
    Form::new(&mut form).object(parameters, in_path);
    form
}

/// The parameters of `operation` as a form, and nothing around it: for the benchmarks.
#[doc(hidden)]
pub fn form_of<T: Operation>(operation: &T) -> String {
    form(operation, &in_path(T::PATH))
}

/// Whether a parameter is in the path; most operations that write have none there.
fn in_path(template: &'static str) -> impl Fn(&str) -> bool {
    let any = template.contains('{');
    move |name| any && path::names(template, name)
}

#[cfg(test)]
mod tests;
