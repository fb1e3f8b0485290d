//! Walks two documents side by side, and notes what differs.
//!
//! ```text
//! operation -> parameters, responses -> types -> object, values, unions, kinds -> components
//! ```
//!
//! A `place` is where the walk is in both documents. Wherever that is, `facts` compares what is said of it.

mod components;
mod facts;
mod guess;
mod kinds;
mod object;
mod operation;
mod parameters;
mod place;
mod presence;
mod responses;
mod types;
mod unions;
mod values;

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use serde_json::Value;

use crate::ir::Path;
use crate::pointer::Pointer;

use super::change::code;
use super::form::{self, Form};
use super::select::Pair;
use super::side::Side;
use super::{Action, Change};

use place::{Face, Place, Way};
use types::bare;

/// Schemas nested more deeply are no longer compared: references can go round in circles.
const DEPTH_LIMIT: usize = 100;

/// Everything that differs, in the order in which it is found.
pub(super) fn walk(old: &Side, new: &Side, operations: &[Pair<'_>]) -> Vec<Change> {
    let mut walk = Walk {
        old: Face::of(old),
        new: Face::of(new),
        changes: Vec::new(),
        open: VecDeque::new(),
        seen: HashSet::new(),
        met: (BTreeSet::new(), BTreeSet::new()),
        moves: BTreeMap::new(),
    };
    for pair in operations {
        walk.operation(pair);
    }
    walk.components();
    walk.changes
}

struct Walk<'a> {
    old: Face<'a>,
    new: Face<'a>,
    changes: Vec<Change>,
    /// Component schemas that have yet to be compared.
    open: VecDeque<(&'a str, &'a str, Way)>,
    seen: HashSet<(&'a str, &'a str, Way)>,
    /// Those that have been compared with any other.
    met: (BTreeSet<&'a str>, BTreeSet<&'a str>),
    /// Types that are elsewhere now.
    moves: BTreeMap<(Path, Path), Pointer>,
}

impl<'a> Walk<'a> {
    /// Compares what stands at a place, and notes if it is of another type.
    fn node(&mut self, place: &Place<'a>) {
        let was = form::words(place.old.schema, &|name| self.old.side.component(name));
        let now = form::words(place.new.schema, &|name| self.new.side.component(name));
        if was != now {
            self.type_changed(place, &was, &now);
            if bare(&was) != bare(&now) {
                return;
            }
        } else if let Some((old, new)) = self.switch(place) {
            self.type_changed(place, &code(old), &code(new));
            self.facts(place);
            return;
        } else {
            self.rust_type(place);
        }
        self.details(place);
    }

    /// Compares what stands at a place, whose type is known to be the same or has been dealt with.
    fn details(&mut self, place: &Place<'a>) {
        // What is said of a value stands beside its type, not around it.
        let is_around =
            |schema| matches!(Form::of(schema), Form::Reference(_) | Form::Clearable(_));
        if is_around(place.old.schema) == is_around(place.new.schema) {
            self.facts(place);
        }
        if place.depth < DEPTH_LIMIT {
            self.inside(place);
        }
    }

    fn inside(&mut self, place: &Place<'a>) {
        let deeper = || Place {
            depth: place.depth + 1,
            ..place.clone()
        };
        let inner = |old: (&'a Value, &str), new: (&'a Value, &str)| Place {
            old: place.old.inner(old.0, old.1),
            new: place.new.inner(new.0, new.1),
            ..deeper()
        };
        let (old, new) = (place.old.schema, place.new.schema);
        match (Form::of(old), Form::of(new)) {
            (Form::Reference(a), Form::Reference(b)) => self.meet(a, b, place),
            (Form::Reference(a), _) => {
                if let Some(old) = place.old.target(a, &self.old) {
                    self.details(&Place { old, ..deeper() });
                }
            }
            (_, Form::Reference(b)) => {
                if let Some(new) = place.new.target(b, &self.new) {
                    self.details(&Place { new, ..deeper() });
                }
            }
            (Form::Expandable(a) | Form::Union(a), Form::Expandable(b) | Form::Union(b)) => {
                self.members(place, &a, &b);
            }
            (Form::Clearable(a), Form::Clearable(b)) => {
                self.details(&inner((a, &first(old)), (b, &first(new))));
            }
            (Form::Clearable(a), _) => self.details(&inner((a, &first(old)), (new, ""))),
            (_, Form::Clearable(b)) => self.details(&inner((old, ""), (b, &first(new)))),
            (Form::Values { .. }, Form::Values { .. }) => self.values(place),
            (Form::Object(a), Form::Object(b)) => self.object(place, a, b),
            (Form::Map(a), Form::Map(b)) => {
                let key = "additionalProperties";
                self.details(&inner((a, key), (b, key)));
            }
            (Form::Array(Some(a)), Form::Array(Some(b))) => {
                self.details(&inner((a, "items"), (b, "items")));
            }
            (Form::Kinds { members: a, .. }, Form::Kinds { members: b, .. }) => {
                self.kinds(place, &a, &b);
            }
            _ => {}
        }
    }

    /// The document that has what came or went: the old one if it was removed.
    fn face(&self, action: Action) -> &Face<'a> {
        match action {
            Action::Removed => &self.old,
            Action::Added | Action::Changed => &self.new,
        }
    }

    fn push(&mut self, change: Change) {
        self.changes.push(change);
    }
}

/// The keys of the first alternative of a schema.
fn first(schema: &Value) -> String {
    format!("{}/0", form::alternatives(schema))
}
