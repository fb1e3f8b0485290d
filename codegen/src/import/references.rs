//! Finds the references in a tree of values.

use serde_json::Value;

use crate::pointer::Pointer;

use super::role::Role;

/// A step from a value to one inside it.
#[derive(Clone, Copy, Debug)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// The way from the root to a value; made into a [`Pointer`] only for an error, since most
/// documents have thousands of references and no error.
#[derive(Clone, Debug, Default)]
pub(super) struct Way<'a>(Vec<Step<'a>>);

impl<'a> Way<'a> {
    /// The way through `keys`, one inside the other.
    pub(super) fn through(keys: &[&'a str]) -> Self {
        Self(keys.iter().map(|key| Step::Key(key)).collect())
    }

    /// The place that it leads to.
    pub(super) fn pointer(&self) -> Pointer {
        self.0
            .iter()
            .fold(Pointer::root(), |pointer, step| match step {
                Step::Key(key) => pointer.key(key),
                Step::Index(index) => pointer.index(*index),
            })
    }
}

/// Calls `found` with every reference in `value`, which stands at `way` and has `role`.
pub(super) fn visit<'a>(
    value: &'a Value,
    role: Role,
    way: &mut Way<'a>,
    found: &mut impl FnMut(&Way<'a>, &'a str),
) {
    match value {
        Value::Object(members) if role != Role::Data => {
            for (key, value) in members {
                way.0.push(Step::Key(key));
                match value {
                    Value::String(reference) if role.is_reference(key) => found(way, reference),
                    value => visit(value, role.member(key, value), way, found),
                }
                way.0.pop();
            }
        }
        Value::Array(elements) if role != Role::Data => {
            for (index, element) in elements.iter().enumerate() {
                way.0.push(Step::Index(index));
                visit(element, role, way, found);
                way.0.pop();
            }
        }
        _ => {}
    }
}
