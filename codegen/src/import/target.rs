//! Resolves a reference to the component that it names.

use serde_json::Value;

use crate::error::Error;
use crate::pointer::Pointer;
use crate::suggest::nearest;

/// A component that is referred to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target<'a> {
    /// `schemas`, `responses`, …
    pub(super) kind: &'a str,
    pub(super) name: &'a str,
    pub(super) value: &'a Value,
}

/// What is wrong with a reference.
#[derive(Debug)]
pub(super) struct Problem {
    problem: String,
    help: Option<String>,
}

impl Problem {
    fn new(problem: String) -> Self {
        Self {
            problem,
            help: None,
        }
    }

    /// The error for a reference that stands at `pointer`.
    pub(super) fn at(self, pointer: &Pointer) -> Error {
        let error = Error::document(pointer, self.problem);
        match self.help {
            Some(help) => error.help(help),
            None => error,
        }
    }
}

/// The component of `document` that `reference` names, or that holds what it names.
pub(super) fn resolve<'a>(document: &'a Value, reference: &str) -> Result<Target<'a>, Problem> {
    if !reference.starts_with('#') {
        return Err(Problem::new(format!(
            "expected a reference into this document (`#/components/…`), found `{reference}`"
        )));
    }
    let pointer = Pointer::parse(reference);
    let mut keys = pointer.parts();
    let (Some("components"), Some(kind), Some(name)) =
        (keys.next().as_deref(), keys.next(), keys.next())
    else {
        return Err(Problem::new(format!(
            "expected a reference to a component (`#/components/…`), found `{reference}`"
        )));
    };
    component(document, &kind, &name)
        .filter(|_| document.pointer(pointer.as_str()).is_some())
        .ok_or_else(|| dangling(document, reference, &kind, &name))
}

fn component<'a>(document: &'a Value, kind: &str, name: &str) -> Option<Target<'a>> {
    let components = document.get("components")?.as_object()?;
    let (kind, named) = components.get_key_value(kind)?;
    let (name, value) = named.as_object()?.get_key_value(name)?;
    Some(Target { kind, name, value })
}

/// The problem of a reference to nothing.
fn dangling(document: &Value, reference: &str, kind: &str, name: &str) -> Problem {
    let names = document
        .get("components")
        .and_then(|components| components.get(kind))
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|named| named.keys().map(String::as_str));
    Problem {
        problem: format!("refers to `{reference}`, which does not exist"),
        help: nearest(name, names)
            .filter(|near| *near != name)
            .map(|near| format!("did you mean `{near}`?")),
    }
}
