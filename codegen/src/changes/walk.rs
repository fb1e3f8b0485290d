//! Walks two documents side by side.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use serde_json::Value;

use crate::document::schema_pointer;
use crate::ir::Path;
use crate::pointer::Pointer;

use super::change::{Action, Change, Class, Subject};
use super::form::{self, Form};
use super::place::{Face, Place, Rust, Spot, Way};
use super::select::Pair;
use super::side::Side;
use super::surface::{Named, apart, path_text, type_text};

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

pub(super) struct Walk<'a> {
    pub(super) old: Face<'a>,
    pub(super) new: Face<'a>,
    pub(super) changes: Vec<Change>,
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
    pub(super) fn node(&mut self, place: &Place<'a>) {
        let was = form::words(place.old.schema, &|name| self.old.side.component(name));
        let now = form::words(place.new.schema, &|name| self.new.side.component(name));
        if was != now {
            self.type_changed(place, &was, &now);
            if bare(&was) != bare(&now) {
                return;
            }
        } else if let Some((old, new)) = self.switch(place) {
            self.type_changed(place, &format!("`{old}`"), &format!("`{new}`"));
            self.facts(place);
            return;
        } else {
            self.rust_type(place);
        }
        self.details(place);
    }

    /// The components that a place is made of, if one stands where the other stood and both documents have both: neither has
    /// become the other.
    fn switch(&self, place: &Place<'a>) -> Option<(&'a str, &'a str)> {
        let old = form::component(place.old.schema)?;
        let new = form::component(place.new.schema)?;
        self.is_switch(old, new).then_some((old, new))
    }

    fn is_switch(&self, old: &str, new: &str) -> bool {
        let sides = [self.old.side, self.new.side];
        let is_in_both = |name| sides.iter().all(|side| side.component(name).is_some());
        old != new && is_in_both(old) && is_in_both(new)
    }

    /// Compares what stands at a place, whose type is known to be the same or has been dealt with.
    pub(super) fn details(&mut self, place: &Place<'a>) {
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
        let inner = |old: (&'a Value, &str), new: (&'a Value, &str)| Place {
            old: place.old.inner(old.0, old.1),
            new: place.new.inner(new.0, new.1),
            depth: place.depth + 1,
            ..place.clone()
        };
        let (old, new) = (place.old.schema, place.new.schema);
        match (Form::of(old), Form::of(new)) {
            (Form::Reference(a), Form::Reference(b)) => self.meet(a, b, place),
            (Form::Reference(a), _) => {
                if let Some(target) = self.old.side.component(a) {
                    let mut place = inner((target, ""), (new, ""));
                    place.old.pointer = schema_pointer(a);
                    self.details(&place);
                }
            }
            (_, Form::Reference(b)) => {
                if let Some(target) = self.new.side.component(b) {
                    let mut place = inner((old, ""), (target, ""));
                    place.new.pointer = schema_pointer(b);
                    self.details(&place);
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

    /// Notes that a component stands where another stood, or the same.
    pub(super) fn meet(&mut self, old: &'a str, new: &'a str, place: &Place<'a>) {
        let unknown =
            matches!(place.old.rust, Rust::Unknown) || matches!(place.new.rust, Rust::Unknown);
        if old != new && unknown && !self.is_renamed(old, new) {
            self.push(Change {
                was: Some(format!("`{old}`")),
                now: Some(format!("`{new}`")),
                ..place.changed(Subject::Type, Class::Breaking, Class::Breaking)
            });
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
    fn components(&mut self) {
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
                self.push(Change {
                    was: Some(format!("`{old}`")),
                    now: Some(format!("`{new}`")),
                    guess: Some("it stands where the other stood".to_owned()),
                    ..place.changed(Subject::Schema, Class::Docs, Class::Docs)
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

    pub(super) fn push(&mut self, change: Change) {
        self.changes.push(change);
    }
}

/// The types of places.
impl<'a> Walk<'a> {
    fn type_changed(&mut self, place: &Place<'a>, was: &str, now: &str) {
        let types = (place.old.rust.ty(), place.new.rust.ty());
        let (for_rust, was_text, now_text) = match (place.old.rust, place.new.rust, types) {
            (Rust::Hidden, Rust::Hidden, _) => (Class::Docs, None, None),
            (_, _, (Some(a), Some(b))) if a.0 == b.0 => (Class::Docs, None, None),
            (_, _, (Some(a), Some(b))) => {
                let texts = (type_text(a.0, a.1), type_text(b.0, b.1));
                let differ = texts.0 != texts.1;
                let code = |text: String| differ.then(|| format!("`{text}`"));
                (Class::Breaking, code(texts.0), code(texts.1))
            }
            _ => (Class::Breaking, None, None),
        };
        let for_callers = match (was, now) {
            ("timestamp", "integer") | ("integer", "timestamp") => Class::Docs,
            _ if place.way == Way::Request && now.strip_suffix(EMPTY) == Some(was) => {
                Class::Additive
            }
            _ => Class::Breaking,
        };
        self.push(Change {
            was: Some(was_text.unwrap_or_else(|| was.to_owned())),
            now: Some(now_text.unwrap_or_else(|| now.to_owned())),
            ..place.changed(Subject::Type, for_rust, for_callers)
        });
    }

    /// Notes if Rust has another type for what is the same in the API.
    fn rust_type(&mut self, place: &Place<'a>) {
        // One type stands where another stood, and both are still there: none has moved.
        let is_switch =
            |(old, new): (&Path, &Path)| old != new && self.new.has(old) && self.old.has(new);
        if let (Rust::Item(old), Rust::Item(new)) = (place.old.rust, place.new.rust) {
            let (old, new) = (old.path(), new.path());
            if !is_switch((&old, &new)) {
                self.note_move(&old, &new, &place.new.pointer);
            }
            return;
        }
        let (Some((old, was_required)), Some((new, is_required))) =
            (place.old.rust.ty(), place.new.rust.ty())
        else {
            return;
        };
        let (a, b) = (apart(old), apart(new));
        if a.0 != b.0 || a.1.iter().zip(&b.1).any(is_switch) {
            let code = |text: String| Some(format!("`{text}`"));
            self.push(Change {
                was: code(type_text(old, was_required)),
                now: code(type_text(new, is_required)),
                ..place.changed(Subject::Type, Class::Breaking, Class::Docs)
            });
            return;
        }
        for (old, new) in a.1.iter().zip(&b.1) {
            self.note_move(old, new, &place.new.pointer);
        }
    }

    fn note_move(&mut self, old: &Path, new: &Path, pointer: &Pointer) {
        if old != new {
            let paths = (old.clone(), new.clone());
            self.moves.entry(paths).or_insert_with(|| pointer.clone());
        }
    }

    fn note_moves(&mut self) {
        for ((old, new), pointer) in std::mem::take(&mut self.moves) {
            self.push(Change {
                action: Action::Changed,
                subject: Subject::TypeName,
                pointer,
                api: String::new(),
                rust: Some(path_text(&new)),
                was: Some(format!("`{}`", path_text(&old))),
                now: Some(format!("`{}`", path_text(&new))),
                for_rust: Class::Breaking,
                for_callers: Class::Docs,
                guess: None,
            });
        }
    }
}

/// The keys of the first alternative of a schema.
fn first(schema: &Value) -> String {
    format!("{}/0", form::alternatives(schema))
}

/// What the words for a type end with, if the empty string clears it.
const EMPTY: &str = ", or empty";

/// The words for a type, whether or not it can be cleared.
fn bare(words: &str) -> &str {
    words.strip_suffix(EMPTY).unwrap_or(words)
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

    /// A schema inside this one, at `keys` with `/` between them, that is of the same type.
    pub(super) fn inner(&self, schema: &'a Value, keys: &str) -> Self {
        let keys = keys.split('/').filter(|key| !key.is_empty());
        Self {
            schema,
            pointer: self.pointer.keys(keys),
            ..self.clone()
        }
    }
}

impl Place<'_> {
    /// A change of what stands there.
    pub(super) fn changed(&self, subject: Subject, for_rust: Class, for_callers: Class) -> Change {
        Change {
            action: Action::Changed,
            subject,
            pointer: self.new.pointer.clone(),
            api: self.api.clone(),
            rust: self.new.label.clone().or_else(|| self.old.label.clone()),
            was: None,
            now: None,
            for_rust,
            for_callers,
            guess: None,
        }
    }
}
