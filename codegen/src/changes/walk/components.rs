//! Component schemas: which one replaces which, and which only one document has.

use std::collections::HashSet;

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::{NamedType, RustType, path_text};
use crate::changes::schema;
use crate::document::schema_pointer;

use super::Walk;
use super::site::{Direction, Site, SitePair};

impl<'a> Walk<'a> {
    /// The components of two schemas, if they are different types rather than two versions of one.
    pub(super) fn replacement(&self, pair: &SitePair<'a>) -> Option<(&'a str, &'a str)> {
        let old = schema::component(pair.old.schema)?;
        let new = schema::component(pair.new.schema)?;
        self.is_replaced(old, new).then_some((old, new))
    }

    /// Whether two components are different types: both documents use both, or their constants `object` differ.
    fn is_replaced(&self, old: &str, new: &str) -> bool {
        let sides = [self.old, self.new];
        let is_in_both = |name| sides.iter().all(|it| it.component(name).is_some());
        let is_other = is_in_both(old) && is_in_both(new) || self.tags_differ(old, new);
        old != new && is_other && !self.same_path(old, new)
    }

    /// Whether two components have the same Rust path: for Rust code, they are versions of one type.
    fn same_path(&self, old: &str, new: &str) -> bool {
        let old = self.old.component_type(old);
        let new = self.new.component_type(new);
        matches!((old, new), (Some(old), Some(new)) if old.path() == new.path())
    }

    /// Whether a component was probably renamed: each document defines only one of the names, and their constants `object`
    /// do not differ.
    pub(super) fn is_renamed(&self, old: &str, new: &str) -> bool {
        !self.new.defined.contains(old)
            && !self.old.defined.contains(new)
            && !self.tags_differ(old, new)
    }

    fn tags_differ(&self, old: &str, new: &str) -> bool {
        let old = self.old.component(old).and_then(schema::tag);
        let new = self.new.component(new).and_then(schema::tag);
        matches!((old, new), (Some(old), Some(new)) if old != new)
    }

    /// Records that a reference leads to another component, and compares the components if one may be a version of the other.
    pub(super) fn meet(&mut self, old: &'a str, new: &'a str, pair: &SitePair<'a>) {
        let is_unknown = |site: &Site<'_>| matches!(site.rust, RustType::Unknown);
        let unknown = is_unknown(&pair.old) || is_unknown(&pair.new);
        if old != new && unknown && !self.is_renamed(old, new) {
            let change = pair.changed(Subject::Type, Class::Breaking, Class::Breaking);
            self.push(change.between(code(old), code(new)));
        }
        if !self.is_replaced(old, new) {
            self.open(old, new, pair.direction);
        }
    }

    /// Compares all component schemas that are left, and records those that only one document has.
    pub(super) fn components(&mut self) {
        self.close();
        let met: HashSet<_> = self.seen.iter().map(|(old, ..)| *old).collect();
        for name in self.old.components() {
            if self.new.component(name).is_some() && !met.contains(name) {
                self.open(name, name, Direction::Response);
            }
        }
        self.close();
        let met = self.seen.iter().map(|&(old, new, _)| (old, new));
        let (met_old, met_new): (HashSet<_>, HashSet<_>) = met.unzip();
        for (kind, met) in [(ChangeKind::Removed, met_old), (ChangeKind::Added, met_new)] {
            let (side, other) = kind.of(self.old, self.new);
            for name in side.components().filter(|name| !met.contains(name)) {
                if other.component(name).is_none() {
                    self.component_alone(name, kind);
                }
            }
        }
        self.record_moves();
    }

    fn open(&mut self, old: &'a str, new: &'a str, direction: Direction) {
        if self.seen.insert((old, new, direction)) {
            self.open.push_back((old, new, direction));
        }
    }

    fn close(&mut self) {
        while let Some((old, new, direction)) = self.open.pop_front() {
            let sites = (
                Site::component(self.old, old),
                Site::component(self.new, new),
            );
            let Some(pair) = SitePair::of(sites, new.to_owned(), direction) else {
                continue;
            };
            if old != new && self.is_renamed(old, new) {
                let change = pair.changed(Subject::Schema, Class::Docs, Class::Docs);
                self.push(Change {
                    guess: Some("renamed (used in the same place)".to_owned()),
                    ..change.between(code(old), code(new))
                });
            }
            self.node(&pair);
        }
    }

    fn component_alone(&mut self, name: &str, kind: ChangeKind) {
        let (side, other) = kind.of(self.old, self.new);
        let path = side.component_type(name).map(NamedType::path);
        let for_rust = match path.is_some_and(|path| other.has(path)) {
            true => Class::Docs,
            false => Class::of(kind),
        };
        let names = (schema_pointer(name), name.to_owned(), path.map(path_text));
        self.push(Change::new(
            kind,
            Subject::Schema,
            (for_rust, Class::Docs),
            names,
        ));
    }
}
