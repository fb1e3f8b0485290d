//! Encoding of a request: the path, the query and the body.

use std::borrow::Cow;

use crate::runtime::model::{Decode, ValueRef, text_of_field};

use super::form::{self, BodyEncoder};
use super::operation::Output;
use super::params::{Params, Tree};
use super::{Method, Operation, ParameterError, check, json, path};

/// An encoded request: everything that depends on the operation and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Encoded {
    pub(crate) method: Method,
    /// The path with the names of parameters in braces.
    #[cfg(feature = "tracing")]
    pub(crate) template: Cow<'static, str>,
    /// The server of the operation, if it differs from that of most operations.
    pub(crate) server: Option<&'static str>,
    /// The path and, after `?`, the query.
    pub(crate) target: String,
    /// The value of the header `Accept`.
    pub(crate) accept: &'static str,
    /// The media type and the body, except for `GET` and `DELETE`. Both are empty if the operation has no body.
    pub(crate) body: Option<(Cow<'static, str>, Vec<u8>)>,
}

/// Encodes the parameters of an operation: those named in the path into the path, the others into the query of a `GET` or
/// `DELETE`, or into the body of any other request. `params` are added to the others.
pub(crate) fn encode<T: Operation>(
    operation: &T,
    params: &Params,
) -> Result<Encoded, ParameterError> {
    let endpoint = Endpoint {
        method: T::METHOD,
        path: Cow::Borrowed(T::PATH),
        body: T::BODY,
        server: T::SERVER,
        accept: T::Output::ACCEPT,
    };
    endpoint.encode(operation, params)
}

/// Encodes a request that reads `target`, a path with an optional query, with `params` added. Without a target, it cannot be sent.
#[cfg(feature = "client")]
pub(crate) fn encode_target(
    target: Option<String>,
    params: &Params,
) -> Result<Encoded, ParameterError> {
    let endpoint = Endpoint {
        method: Method::Get,
        path: Cow::Borrowed(""),
        body: form::body,
        server: None,
        accept: super::JSON,
    };
    let target = target.unwrap_or_default();
    let mut content = endpoint.content(ValueRef::Absent, params.tree()?.as_ref())?;
    if target.contains('?') {
        content.query = content.query.replacen('?', "&", 1);
    }
    Ok(endpoint.encoded(target, content))
}

/// The constants of an operation.
pub(super) struct Endpoint {
    pub(super) method: Method,
    pub(super) path: Cow<'static, str>,
    pub(super) body: BodyEncoder,
    pub(super) server: Option<&'static str>,
    pub(super) accept: &'static str,
}

impl Endpoint {
    fn encode(self, parameters: &dyn Decode, params: &Params) -> Result<Encoded, ParameterError> {
        let target = path::expand(&self.path, &|name| text_of_field(parameters, name))?;
        let params = params.tree()?;
        let mut content = Ok(Content::default());
        parameters.visit(&mut |value: ValueRef<'_>| {
            content = self.content(value, params.as_ref());
        });
        let content = content?;
        check::query(&self.path, &content.query, parameters)?;
        if content.has_empty {
            check::texts(self.method, parameters)?;
        }
        Ok(self.encoded(target, content))
    }

    /// The request with this path.
    pub(super) fn encoded(self, mut target: String, content: Content) -> Encoded {
        target.push_str(&content.query);
        Encoded {
            method: self.method,
            #[cfg(feature = "tracing")]
            template: self.path,
            server: self.server,
            target,
            accept: self.accept,
            body: content.body,
        }
    }

    /// Encodes the parameters that are not in the path, and `params`.
    pub(super) fn content(
        &self,
        parameters: ValueRef<'_>,
        params: Option<&Tree>,
    ) -> Result<Content, ParameterError> {
        let Some(params) = params else {
            return Ok(self.content_of(parameters, self.body));
        };
        let both = params.added_to(parameters)?;
        let mut content = self.content_of(ValueRef::Map(&both), self.body);
        if content.media_type() == Some("") {
            // The operation itself has no parameters.
            content = self.content_of(ValueRef::Map(&both), form::body);
        }
        params.check_format(content.media_type() == Some(json::MEDIA_TYPE))?;
        Ok(content)
    }

    fn content_of(&self, parameters: ValueRef<'_>, body: BodyEncoder) -> Content {
        let in_path = in_path(&self.path);
        let mut content = Content::default();
        match self.method {
            Method::Post | Method::Put | Method::Patch => {
                let body = body(parameters, &in_path);
                content.has_empty = body.has_empty;
                content.body = Some((body.media_type, body.bytes));
            }
            Method::Get | Method::Delete => {
                let query = &mut content.query;
                query.push('?');
                content.has_empty = form::append(parameters, &in_path, query);
                if query.len() == 1 {
                    query.clear();
                }
            }
        }
        content
    }
}

/// The encoded parameters that are not in the path.
#[derive(Default)]
pub(super) struct Content {
    /// Empty, or a query after `?`.
    query: String,
    /// The media type and the body.
    body: Option<(Cow<'static, str>, Vec<u8>)>,
    /// Whether a text or a key may be empty. Stripe takes an empty text for a value to clear.
    has_empty: bool,
}

impl Content {
    fn media_type(&self) -> Option<&str> {
        self.body.as_ref().map(|(media_type, _)| &**media_type)
    }
}

/// Returns whether a parameter is in the path. Most `POST` operations have none there.
fn in_path(template: &str) -> impl Fn(&str) -> bool {
    let any = template.contains('{');
    move |name| any && path::names(template, name)
}

#[cfg(test)]
mod tests;
