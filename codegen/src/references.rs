//! References: where they stand in a document, and the components that they name.

use serde_json::Value;

use crate::context::Context;
use crate::error::Error;
use crate::pointer::Pointer;
use crate::suggest::suggest;

/// A component that is referred to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    /// `schemas`, `responses`, …
    pub(crate) kind: &'a str,
    pub(crate) name: &'a str,
    pub(crate) value: &'a Value,
}

/// Calls `found` with every reference in `value`, which stands at `at` in this context.
pub(crate) fn visit<'a>(
    value: &'a Value,
    context: Context,
    at: &mut Pointer,
    found: &mut impl FnMut(&Pointer, &'a str),
) {
    match value {
        _ if context == Context::Data => {}
        Value::Object(members) => {
            for (key, value) in members {
                at.inside(key, |at| match value {
                    Value::String(reference) if context.is_reference(key) => found(at, reference),
                    value => visit(value, context.member(key, value), at, found),
                });
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let index = index.to_string();
                at.inside(&index, |at| visit(element, context, at, found));
            }
        }
        _ => {}
    }
}

/// An error for every reference in `document` that does not name a component of it.
pub(crate) fn check(document: &Value) -> Vec<Error> {
    let mut errors = Vec::new();
    let root = &mut Pointer::root();
    visit(document, Context::Keywords, root, &mut |at, reference| {
        errors.extend(resolve(document, reference, at).err());
    });
    errors
}

/// The component of `document` that `reference`, which stands at `at`, names or points into.
///
/// # Errors
///
/// When there is no such component, or nothing at the place in it.
pub(crate) fn resolve<'a>(
    document: &'a Value,
    reference: &str,
    at: &Pointer,
) -> Result<Target<'a>, Error> {
    if !reference.starts_with('#') {
        let problem = format!(
            "expected a reference into this document (`#/components/…`), found `{reference}`"
        );
        return Err(Error::document(at, problem));
    }
    let pointer = Pointer::parse(reference);
    let mut keys = pointer.parts();
    let (Some("components"), Some(kind), Some(name)) =
        (keys.next().as_deref(), keys.next(), keys.next())
    else {
        let problem =
            format!("expected a reference to a component (`#/components/…`), found `{reference}`");
        return Err(Error::document(at, problem));
    };
    let is_whole = keys.next().is_none();
    component(document, &kind, &name)
        .filter(|_| is_whole || document.pointer(pointer.as_str()).is_some())
        .ok_or_else(|| {
            let problem = format!("refers to `{reference}`, which does not exist");
            let named = document.get("components").and_then(|it| it.get(&*kind));
            let names = named.and_then(Value::as_object).into_iter().flatten();
            let names = names.map(|(known, _)| known.as_str());
            let others = names.filter(|known| *known != name);
            suggest(Error::document(at, problem), &name, others)
        })
}

/// The component `name` among the `kind` (`schemas`, `responses`, …) of `document`.
pub(crate) fn component<'a>(document: &'a Value, kind: &str, name: &str) -> Option<Target<'a>> {
    let components = document.get("components")?.as_object()?;
    let (kind, named) = components.get_key_value(kind)?;
    let (name, value) = named.as_object()?.get_key_value(name)?;
    Some(Target { kind, name, value })
}
