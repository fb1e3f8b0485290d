//! Types: what a schema describes, and the paths of the Rust types.

use std::mem;

use crate::changes::change::{Change, ChangeKind, Class, Subject, code};
use crate::changes::rust::{RustType, path_text};
use crate::changes::schema::without_empty;
use crate::ir::Path;

use super::Walk;
use super::site::{Direction, SitePair};

impl<'a> Walk<'a> {
    /// Records another type; `was` and `now` describe the schemas.
    pub(super) fn type_changed(&mut self, pair: &SitePair<'a>, was: &str, now: &str) {
        let (old, new) = (pair.old.rust, pair.new.rust);
        let is_same = matches!((old.ty(), new.ty()), (Some(old), Some(new)) if old.0 == new.0);
        let are_hidden = matches!((old, new), (RustType::Hidden, RustType::Hidden));
        let for_rust = match is_same || are_hidden {
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
        let texts = old.text().zip(new.text());
        let (was, now) = match texts.filter(|(old, new)| !is_same && old != new) {
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
        let (Some(old), Some(new)) = (pair.old.rust.split(), pair.new.rust.split()) else {
            return;
        };
        if old.0 != new.0 || old.1.iter().zip(&new.1).any(is_replaced) {
            // The types of components are compared where they are used.
            if let (Some(was), Some(now)) = (pair.old.rust.text(), pair.new.rust.text()) {
                let change = pair.changed(Subject::Type, Class::Breaking, Class::Docs);
                self.push(change.between(code(was), code(now)));
            }
            return;
        }
        for (old, new) in old.1.into_iter().zip(new.1).filter(|(old, new)| old != new) {
            let pointer = || pair.new.pointer.clone();
            self.moves.entry((old, new)).or_insert_with(pointer);
        }
    }

    pub(super) fn record_moves(&mut self) {
        for ((old, new), pointer) in mem::take(&mut self.moves) {
            let (old, new) = (path_text(&old), path_text(&new));
            let (classes, texts) = ((Class::Breaking, Class::Docs), (code(old), code(&new)));
            let names = (pointer, String::new(), Some(new));
            let change = Change::new(ChangeKind::Changed, Subject::TypeName, classes, names);
            self.push(change.between(texts.0, texts.1));
        }
    }
}
