//! Types: what a place is made of, and where Rust has the types of the model.

use crate::changes::change::code;
use crate::changes::surface::{apart, path_text, type_text};
use crate::changes::{Action, Change, Class, Subject};
use crate::ir::Path;
use crate::pointer::Pointer;

use super::Walk;
use super::place::{Place, Rust, Way};

impl<'a> Walk<'a> {
    pub(super) fn type_changed(&mut self, place: &Place<'a>, was: &str, now: &str) {
        let types = (place.old.rust.ty(), place.new.rust.ty());
        let (for_rust, was_text, now_text) = match (place.old.rust, place.new.rust, types) {
            (Rust::Hidden, Rust::Hidden, _) => (Class::Docs, None, None),
            (_, _, (Some(a), Some(b))) if a.0 == b.0 => (Class::Docs, None, None),
            (_, _, (Some(a), Some(b))) => {
                let texts = (type_text(a.0, a.1), type_text(b.0, b.1));
                let differ = texts.0 != texts.1;
                let shown = |text: String| differ.then(|| code(text));
                (Class::Breaking, shown(texts.0), shown(texts.1))
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
        let change = place.changed(Subject::Type, for_rust, for_callers);
        let was = was_text.unwrap_or_else(|| was.to_owned());
        self.push(change.between(was, now_text.unwrap_or_else(|| now.to_owned())));
    }

    /// Notes if Rust has another type for what is the same in the API.
    pub(super) fn rust_type(&mut self, place: &Place<'a>) {
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
            let change = place.changed(Subject::Type, Class::Breaking, Class::Docs);
            let was = code(type_text(old, was_required));
            self.push(change.between(was, code(type_text(new, is_required))));
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

    pub(super) fn note_moves(&mut self) {
        for ((old, new), pointer) in std::mem::take(&mut self.moves) {
            self.push(Change {
                action: Action::Changed,
                subject: Subject::TypeName,
                pointer,
                api: String::new(),
                rust: Some(path_text(&new)),
                was: Some(code(path_text(&old))),
                now: Some(code(path_text(&new))),
                for_rust: Class::Breaking,
                for_callers: Class::Docs,
                guess: None,
            });
        }
    }
}

/// What the words for a type end with, if the empty string clears it.
const EMPTY: &str = ", or empty";

/// The words for a type, whether or not it can be cleared.
pub(super) fn bare(words: &str) -> &str {
    words.strip_suffix(EMPTY).unwrap_or(words)
}
