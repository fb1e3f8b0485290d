//! A place in a document that is about to change.

use serde_json::Value;
use serde_json_path::{NormalizedPath, PathElement};

use crate::pointer::Pointer;

/// The keys and indices that lead to a place; ordered as a walk over the document would find them,
/// the outer before the inner, the elements of an array by number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Location(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Index(usize),
}

impl From<&NormalizedPath<'_>> for Location {
    fn from(path: &NormalizedPath<'_>) -> Self {
        let step = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Step::Key((*name).to_owned()),
            PathElement::Index(index) => Step::Index(*index),
        };
        Self(path.iter().map(step).collect())
    }
}

impl Location {
    /// The place as a pointer, for a message.
    pub(super) fn pointer(&self) -> Pointer {
        self.0
            .iter()
            .fold(Pointer::root(), |pointer, step| match step {
                Step::Key(key) => pointer.key(key),
                Step::Index(index) => pointer.index(*index),
            })
    }

    /// The value there.
    pub(super) fn find<'a>(&self, document: &'a mut Value) -> Option<&'a mut Value> {
        walk(document, &self.0)
    }

    /// Takes the value there out of `document`; false if that is the whole of it.
    pub(super) fn remove(&self, document: &mut Value) -> bool {
        let Some((last, parents)) = self.0.split_last() else {
            return false;
        };
        match (walk(document, parents), last) {
            (Some(Value::Object(members)), Step::Key(key)) => {
                // `remove` would move the last member here; the order is the order of the output.
                members.shift_remove(key);
            }
            (Some(Value::Array(elements)), Step::Index(index)) if *index < elements.len() => {
                elements.remove(*index);
            }
            // It was inside something that is gone already.
            _ => {}
        }
        true
    }
}

fn walk<'a>(document: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Index(index) => value.get_mut(index),
    })
}
