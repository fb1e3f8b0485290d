//! Encoding of a request whose path the caller writes.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::runtime::model::ValueRef;

use super::encode::Endpoint;
use super::operation::JSON;
use super::{Encoded, Method, ParameterError, Params, form, json, path};

/// A path with the names of parameters in braces, and their values.
#[derive(Clone)]
pub(crate) struct OwnPath {
    pub(crate) template: Cow<'static, str>,
    values: Vec<(String, String)>,
}

impl OwnPath {
    pub(crate) const fn new(template: Cow<'static, str>) -> Self {
        let values = Vec::new();
        Self { template, values }
    }

    pub(crate) fn set(&mut self, name: String, value: String) {
        self.values.push((name, value));
    }

    /// Encodes a request with this path. The parameters of `/v2/` are JSON, the others a form.
    pub(crate) fn encode(
        &self,
        method: Method,
        params: &Params,
    ) -> Result<Encoded, ParameterError> {
        self.check().map_err(|problem| {
            let template = &self.template;
            ParameterError(format!("the path `{}` {problem}", template.escape_debug()))
        })?;
        let target = path::expand(&self.template, &|name| self.value_of(name))?;
        if let Some(name) = params
            .names()
            .find(|name| path::names(&self.template, name))
        {
            return Err(ParameterError(format!(
                "`{name}` cannot be added: it is a parameter in the path"
            )));
        }
        let endpoint = Endpoint {
            method,
            path: self.template.clone(),
            body: match self.template.starts_with("/v2/") {
                true => json::body,
                false => form::body,
            },
            server: None,
            accept: JSON,
        };
        let content = endpoint.content(ValueRef::Absent, params.tree()?.as_ref())?;
        Ok(endpoint.encoded(target, content))
    }

    fn value_of(&self, name: &str) -> Option<String> {
        let (_, value) = self.values.iter().find(|(other, _)| other == name)?;
        Some(value.clone())
    }

    /// Checks the template and that it has the same names as the values. The error is the problem.
    fn check(&self) -> Result<(), String> {
        let Some(path) = self.template.strip_prefix('/') else {
            return Err(
                "does not start with `/`: expected a path without a host, such as `/v1/customers`"
                    .to_owned(),
            );
        };
        let plain = |c: &char| !c.is_ascii_alphanumeric() && !"-._~/{}".contains(*c);
        match path.chars().find(plain) {
            None => {}
            Some('?') => return Err("contains `?`: set parameters with `param`".to_owned()),
            Some(c) => {
                return Err(format!(
                    "contains `{}`: set values with `path`",
                    c.escape_debug()
                ));
            }
        }
        if let Some(segment) = path
            .split('/')
            .find(|part| matches!(*part, "" | "." | ".."))
        {
            return Err(match segment {
                "" => "has an empty segment: expected a path such as `/v1/customers`".to_owned(),
                _ => format!("has the segment `{segment}`: expected names"),
            });
        }
        if !has_matching_braces(path) {
            return Err("has braces that do not match: expected `{name}`".to_owned());
        }
        self.check_names()
    }

    fn check_names(&self) -> Result<(), String> {
        let in_template: Vec<_> = path::parameters(&self.template).collect();
        let names: Vec<_> = self.values.iter().map(|(name, _)| name.as_str()).collect();
        if let Some(name) = repeated(&in_template) {
            return Err(format!("has `{{{name}}}` twice: expected different names"));
        }
        if let Some(name) = repeated(&names) {
            return Err(format!("has two values of `{name}`: set one"));
        }
        if let Some(name) = names.iter().find(|name| !in_template.contains(name)) {
            return Err(format!("does not have `{{{name}}}`"));
        }
        match in_template.iter().find(|name| !names.contains(name)) {
            Some(name) => Err(format!("has no value of `{name}`: set it with `path`")),
            None => Ok(()),
        }
    }
}

fn repeated<'a>(names: &[&'a str]) -> Option<&'a str> {
    let mut seen = HashSet::new();
    names.iter().copied().find(|name| !seen.insert(*name))
}

/// Returns whether every `{` is followed by a name and a `}`.
fn has_matching_braces(path: &str) -> bool {
    path.split('{')
        .enumerate()
        .all(|(index, part)| match part.split_once('}') {
            Some((name, rest)) => {
                index > 0 && !name.is_empty() && !name.contains('/') && !rest.contains('}')
            }
            None => index == 0,
        })
}
