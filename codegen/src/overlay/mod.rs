//! OpenAPI Overlay 1.0: the prose and the corrections that are merged into the document.
//!
//! ```text
//! text -> actions -> for each: located targets -> merge | remove
//! ```

mod actions;
mod merge;

use std::cmp::Ordering;

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::source;

use actions::{Action, Edit};

/// An overlay.
#[derive(Clone, Debug)]
pub struct Overlay(Value);

impl Overlay {
    /// Reads JSON or YAML.
    ///
    /// # Errors
    ///
    /// When `text` is neither, or has no object at the top. Errors inside it are reported when it is applied.
    pub fn parse(text: &str) -> Result<Self, Errors> {
        source::parse(Input::Overlay, text).map(Self)
    }

    /// Applies the overlay to `document`.
    ///
    /// The actions are applied in order, as the specification requires: objects merge, arrays grow, any other value is
    /// replaced. An update of an array is appended as one element. `remove` takes precedence over `update`.
    ///
    /// # Errors
    ///
    /// When the overlay is malformed, the target of an action matches nothing, or an update does not fit
    /// its target. All errors are reported at once. `document` is then in an unspecified state.
    pub fn apply(&self, document: &mut Value) -> Result<(), Errors> {
        self.perform(document, true)
    }

    /// Applies the overlay to a document that it was not written for: an action that matches nothing is ignored.
    ///
    /// # Errors
    ///
    /// As [`apply`](Self::apply), without that error.
    pub fn apply_where_it_fits(&self, document: &mut Value) -> Result<(), Errors> {
        self.perform(document, false)
    }

    fn perform(&self, document: &mut Value, every: bool) -> Result<(), Errors> {
        let mut errors = vec![];
        for (i, action) in actions::list(&self.0, &mut errors).iter().enumerate() {
            if let Some(action) = actions::read(action, i, &mut errors) {
                perform(&action, document, every, &mut errors);
            }
        }
        Errors::or(errors, ())
    }
}

/// An error of the overlay.
fn wrong(pointer: &Pointer, problem: impl Into<String>) -> Error {
    Error::new(Input::Overlay, pointer, problem)
}

fn perform(action: &Action<'_>, document: &mut Value, must_match: bool, errors: &mut Vec<Error>) {
    let located = action.target.query_located(document);
    let mut targets: Vec<_> = located.locations().collect();
    if matches!(action.edit, Edit::Remove) {
        // In the order of a walk over the document, so that the last can be removed first.
        targets.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        targets.dedup();
    }
    let pointers = targets.iter().map(|path| path.to_json_pointer());
    let targets: Vec<_> = pointers.map(|text| Pointer::parse(&text)).collect();
    if targets.is_empty() {
        if !must_match {
            return;
        }
        let problem = format!(
            "expected a place in the document, found none at `{}`",
            action.text
        );
        errors.push(wrong(&action.pointer.key("target"), problem));
        return;
    }
    match action.edit {
        Edit::Update(update) => {
            for target in targets {
                apply_update(action, update, &target, document, errors);
            }
        }
        Edit::Remove => remove(action, &targets, document, errors),
    }
}

fn apply_update(
    action: &Action<'_>,
    update: &Value,
    target: &Pointer,
    document: &mut Value,
    errors: &mut Vec<Error>,
) {
    match document.pointer_mut(target.as_str()) {
        Some(Value::Array(elements)) => elements.push(update.clone()),
        Some(value @ Value::Object(_)) => {
            merge::merge(value, update, target, &action.pointer.key("update"), errors);
        }
        Some(value) => errors.push(
            wrong(
                &action.pointer.key("target"),
                format!(
                    "expected an object or an array to update, found {} at {target}",
                    source::kind(value)
                ),
            )
            .help("update the object that it is in"),
        ),
        None => {}
    }
}

fn remove(action: &Action<'_>, targets: &[Pointer], document: &mut Value, errors: &mut Vec<Error>) {
    // From the last to the first, so that the places of the others stay.
    for target in targets.iter().rev() {
        let Some((around, key)) = target.split_last() else {
            let problem = "expected a part of the document to remove, found the whole document";
            errors.push(wrong(&action.pointer.key("target"), problem));
            continue;
        };
        match document.pointer_mut(around.as_str()) {
            Some(Value::Object(members)) => {
                // `remove` would move the last member here; the order is the order of the output.
                members.shift_remove(&key);
            }
            Some(Value::Array(elements)) => {
                let index = key.parse().ok();
                index
                    .filter(|index| *index < elements.len())
                    .map(|index: usize| elements.remove(index));
            }
            _ => {}
        }
    }
}
