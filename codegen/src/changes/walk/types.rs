//! Types: what a schema describes, and the paths of the Rust types.

use std::mem;

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::{RustType, path_text, split, type_text};
use crate::changes::schema::without_empty;
use crate::ir::Path;
use crate::pointer::Pointer;

use super::Walk;
use super::site::{Direction, SitePair};

impl<'a> Walk<'a> {
    /// Records another type; `was` and `now` describe the schemas.
    pub(super) fn type_changed(&mut self, pair: &SitePair<'a>, was: &str, now: &str) {
        let types = (pair.old.rust.ty(), pair.new.rust.ty());
        let texts = types
            .0
            .zip(types.1)
            .map(|(old, new)| (type_text(old.0, old.1), type_text(new.0, new.1)));
        let is_same = matches!(types, (Some(old), Some(new)) if old.0 == new.0);
        let is_hidden = matches!(
            (pair.old.rust, pair.new.rust),
            (RustType::Hidden, RustType::Hidden)
        );
        let for_rust = match is_same || is_hidden {
            true => Class::Docs,
            false => Class::Breaking,
        };
        let for_callers = match (was, now) {
            ("timestamp", "integer") | ("integer", "timestamp") => Class::Docs,
            _ if pair.direction == Direction::Request
                && now != was
                && without_empty(now) == was =>
            {
                Class::Additive
            }
            _ => Class::Breaking,
        };
        let texts = texts.filter(|(old, new)| !is_same && old != new);
        let (was, now) = match texts {
            Some((old, new)) => (code(old), code(new)),
            None => (was.to_owned(), now.to_owned()),
        };
        let change = pair.changed(Subject::Type, for_rust, for_callers);
        self.push(change.between(was, now));
    }

    /// Compares the Rust types where the schemas have the same type.
    pub(super) fn rust_type(&mut self, pair: &SitePair<'a>) {
        // Two types that both models have are different types: neither has another path now.
        let is_replaced =
            |(old, new): (&Path, &Path)| old != new && self.new.has(old) && self.old.has(new);
        let pointer = &pair.new.pointer;
        if let (RustType::Item(old), RustType::Item(new)) = (pair.old.rust, pair.new.rust) {
            let (old, new) = (old.path(), new.path());
            if !is_replaced((&old, &new)) {
                self.record_move(&old, &new, pointer);
            }
            return;
        }
        let (Some((old, was_required)), Some((new, is_required))) =
            (pair.old.rust.ty(), pair.new.rust.ty())
        else {
            return;
        };
        let (a, b) = (split(old), split(new));
        if a.0 != b.0 || a.1.iter().zip(&b.1).any(is_replaced) {
            let change = pair.changed(Subject::Type, Class::Breaking, Class::Docs);
            let was = code(type_text(old, was_required));
            self.push(change.between(was, code(type_text(new, is_required))));
            return;
        }
        for (old, new) in a.1.iter().zip(&b.1) {
            self.record_move(old, new, pointer);
        }
    }

    fn record_move(&mut self, old: &Path, new: &Path, pointer: &Pointer) {
        if old != new {
            let paths = (old.clone(), new.clone());
            self.moves.entry(paths).or_insert_with(|| pointer.clone());
        }
    }

    pub(super) fn record_moves(&mut self) {
        for ((old, new), pointer) in mem::take(&mut self.moves) {
            let (classes, rust) = ((Class::Breaking, Class::Docs), Some(path_text(&new)));
            let change = Change::new(
                ChangeKind::Changed,
                Subject::TypeName,
                classes,
                pointer,
                "",
                rust,
            );
            self.push(change.between(code(path_text(&old)), code(path_text(&new))));
        }
    }
}
