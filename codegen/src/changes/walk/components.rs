//! Component schemas: which stands where which stood, and what only one document has.

use serde_json::Value;

use crate::changes::change::code;
use crate::changes::form;
use crate::changes::surface::{Named, path_text};
use crate::changes::{Action, Change, Class, Subject};
use crate::document::schema_pointer;

use super::Walk;
use super::place::{Face, Place, Rust, Spot, Way};

impl<'a> Walk<'a> {
    /// The components that a place is made of, if one stands where the other stood and both documents have both: neither has
    /// become the other.
    pub(super) fn switch(&self, place: &Place<'a>) -> Option<(&'a str, &'a str)> {
        let old = form::component(place.old.schema)?;
        let new = form::component(place.new.schema)?;
        self.is_switch(old, new).then_some((old, new))
    }

    fn is_switch(&self, old: &str, new: &str) -> bool {
        let sides = [self.old.side, self.new.side];
        let is_in_both = |name| sides.iter().all(|side| side.component(name).is_some());
        old != new && is_in_both(old) && is_in_both(new)
    }

    /// Notes that a component stands where another stood, or the same.
    pub(super) fn meet(&mut self, old: &'a str, new: &'a str, place: &Place<'a>) {
        let unknown =
            matches!(place.old.rust, Rust::Unknown) || matches!(place.new.rust, Rust::Unknown);
        if old != new && unknown && !self.is_renamed(old, new) {
            let change = place.changed(Subject::Type, Class::Breaking, Class::Breaking);
            self.push(change.between(code(old), code(new)));
        }
        // What two components differ in that were not made of each other is no change.
        if !self.is_switch(old, new) {
            self.open(old, new, place.way);
        }
    }

    fn open(&mut self, old: &'a str, new: &'a str, way: Way) {
        if self.seen.insert((old, new, way)) {
            self.met.0.insert(old);
            self.met.1.insert(new);
            self.open.push_back((old, new, way));
        }
    }

    /// Whether one component has gone and the other has come.
    pub(super) fn is_renamed(&self, old: &str, new: &str) -> bool {
        self.new.side.component(old).is_none() && self.old.side.component(new).is_none()
    }

    /// Compares all component schemas that are left, and notes what only one document has.
    pub(super) fn components(&mut self) {
        self.close();
        let (old, new) = (self.old.side, self.new.side);
        for name in old.components() {
            if new.component(name).is_some() && !self.met.0.contains(name) {
                self.open(name, name, Way::Response);
            }
        }
        self.close();
        for name in old
            .components()
            .filter(|name| new.component(name).is_none())
        {
            if !self.met.0.contains(name) {
                self.component_alone(name, Action::Removed);
            }
        }
        for name in new
            .components()
            .filter(|name| old.component(name).is_none())
        {
            if !self.met.1.contains(name) {
                self.component_alone(name, Action::Added);
            }
        }
        self.note_moves();
    }

    fn close(&mut self) {
        while let Some((old, new, way)) = self.open.pop_front() {
            let (Some(a), Some(b)) = (self.old.side.component(old), self.new.side.component(new))
            else {
                continue;
            };
            let place = Place {
                old: Spot::component(a, old, &self.old),
                new: Spot::component(b, new, &self.new),
                api: new.to_owned(),
                way,
                depth: 0,
            };
            if old != new && self.is_renamed(old, new) {
                let change = place.changed(Subject::Schema, Class::Docs, Class::Docs);
                self.push(Change {
                    guess: Some("it stands where the other stood".to_owned()),
                    ..change.between(code(old), code(new))
                });
            }
            self.node(&place);
        }
    }

    fn component_alone(&mut self, name: &str, action: Action) {
        let (face, other) = match action {
            Action::Removed => (&self.old, &self.new),
            Action::Added | Action::Changed => (&self.new, &self.old),
        };
        let rust = face.component(name);
        let path = face.item(rust).map(Named::path);
        let is_still_there = path.as_ref().is_some_and(|path| other.has(path));
        let for_rust = match (action, is_still_there) {
            (Action::Removed, false) => Class::Breaking,
            (_, false) => Class::Additive,
            (_, true) => Class::Docs,
        };
        self.push(Change {
            action,
            subject: Subject::Schema,
            pointer: schema_pointer(name),
            api: name.to_owned(),
            rust: path.as_ref().map(path_text),
            was: None,
            now: None,
            for_rust,
            for_callers: Class::Docs,
            guess: None,
        });
    }
}

impl<'a> Spot<'a> {
    fn component(schema: &'a Value, name: &str, face: &Face<'a>) -> Self {
        let rust = face.component(name);
        Self {
            schema,
            pointer: schema_pointer(name),
            rust,
            label: face.item(rust).map(Named::text),
        }
    }
}
