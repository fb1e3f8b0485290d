//! OpenAPI Overlay 1.0: corrections, which are merged into the document, and prose, which is attached to places of it.
//!
//! ```text
//! text -> actions -> for each: located targets -> merge | remove | attach
//! ```

mod actions;
mod merge;
mod prose;

use std::cmp::Ordering;

use serde_json::Value;

use crate::error::{Error, Errors, Input};
use crate::pointer::Pointer;
use crate::source;

use actions::{Action, Edit, Target};

pub(crate) use prose::Paragraphs;
pub use prose::Prose;

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

    /// Applies the overlay to `document`: the corrections change it, and the prose is returned.
    ///
    /// An update that holds only `description`, `summary`, `externalDocs` and `x-expandable` is prose. Everything else is a correction, which
    /// is applied in order, as the specification requires: objects merge, arrays grow, any other value is replaced. An
    /// update of an array is appended as one element. `remove` takes precedence over `update`. The places of prose are
    /// those of the corrected document.
    ///
    /// # Errors
    ///
    /// When the overlay is malformed, the target of an action matches nothing, or an update does not fit
    /// its target. All errors are reported at once. `document` is then in an unspecified state.
    pub fn apply(&self, document: &mut Value) -> Result<Prose, Errors> {
        self.perform(document, true)
    }

    /// Applies the overlay to a document that it was not written for: an action that matches nothing is ignored.
    ///
    /// # Errors
    ///
    /// As [`apply`](Self::apply), without that error.
    pub fn apply_where_it_fits(&self, document: &mut Value) -> Result<Prose, Errors> {
        self.perform(document, false)
    }

    /// `errors` in the corrected `document`; those at a place that a correction changes name the correction, since it may not
    /// fit this document.
    #[must_use]
    pub fn explain(&self, errors: Errors, document: &Value) -> Errors {
        let actions = self.actions(&mut vec![]);
        let corrections = actions.iter().filter(|action| !action.is_prose());
        let places = corrections.flat_map(|action| {
            let targets = targets(action, document).into_iter();
            targets.map(|target| (target, action.text))
        });
        let places: Vec<_> = places.collect();
        errors.map(|error| {
            let is_around = |place: &Pointer| {
                let rest = error.pointer.as_str().strip_prefix(place.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            match places.iter().find(|(place, _)| is_around(place)) {
                Some((_, text)) if error.input == Input::Document => {
                    error.help(format!("check the correction of `{text}` in the overlay"))
                }
                _ => error,
            }
        })
    }

    /// The actions that can be read; errors of the others go to `errors`.
    fn actions(&self, errors: &mut Vec<Error>) -> Vec<Action<'_>> {
        let actions = actions::list(&self.0, errors).iter().enumerate();
        actions
            .filter_map(|(i, action)| actions::read(action, i, errors))
            .collect()
    }

    /// Applies the actions. With `must_match`, one that matches nothing is an error.
    fn perform(&self, document: &mut Value, must_match: bool) -> Result<Prose, Errors> {
        let mut errors = vec![];
        let actions = self.actions(&mut errors);
        let mut attached = Prose::default();
        let (prose, corrections): (Vec<_>, _) = actions.iter().partition(|it| it.is_prose());
        for action in corrections.into_iter().chain(prose) {
            let targets = targets(action, document);
            errors.extend((targets.is_empty() && must_match).then(|| unmatched(action)));
            match action.edit {
                Edit::Update(update) => {
                    // A later document may have what a correction adds.
                    let is_new = |target: &Pointer| {
                        let value = document.pointer(target.as_str());
                        let has = |value| merge::has(value, update);
                        must_match || action.is_prose() || !value.is_some_and(has)
                    };
                    let targets: Vec<_> = targets.into_iter().filter(is_new).collect();
                    for target in targets {
                        match action.is_prose() && prose::has_prose(document, &target) {
                            true => attached.attach(target, update),
                            false => apply_update(action, update, &target, document, &mut errors),
                        }
                    }
                }
                Edit::Remove => remove(action, &targets, document, &mut errors),
            }
        }
        // The corrections are applied first, and reported where they stand.
        errors.sort_by_key(|error| index(&error.pointer));
        Errors::or(errors, attached)
    }
}

/// The index of the action that an error is about; errors outside of the actions come first.
fn index(pointer: &Pointer) -> Option<usize> {
    pointer.parts().nth(1)?.parse().ok()
}

/// An error of the overlay.
fn wrong(pointer: &Pointer, problem: impl Into<String>) -> Error {
    Error::new(Input::Overlay, pointer, problem)
}

/// The error for an action that matches nothing. Prose without a place can be removed; a correction needs a decision.
fn unmatched(action: &Action<'_>) -> Error {
    let (at, text) = (action.pointer.key("target"), action.text);
    let problem = format!("expected a place in the document, found none at `{text}`");
    match action.is_prose() {
        true => wrong(&at, problem).obsolete(),
        false => wrong(&at, problem).help("change or remove this correction of the document"),
    }
}

/// The places that the target of `action` matches.
fn targets(action: &Action<'_>, document: &Value) -> Vec<Pointer> {
    let query = match &action.target {
        Target::Place(place) => {
            let found = document.pointer(place.as_str());
            return found.map(|_| place.clone()).into_iter().collect();
        }
        Target::Query(query) => query,
    };
    let located = query.query_located(document);
    let mut targets: Vec<_> = located.locations().collect();
    if matches!(action.edit, Edit::Remove) {
        // In the order of a walk over the document, so that the last can be removed first.
        targets.sort_by(|a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        targets.dedup();
    }
    let pointers = targets.iter().map(|path| path.to_json_pointer());
    pointers.map(|text| Pointer::parse(&text)).collect()
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
