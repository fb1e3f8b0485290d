//! What has changed between two documents, as a list for people: what it means for code that uses the crate, and for whoever
//! calls the API.
//!
//! ```text
//! texts -> select -> side, side -> walk -> changes -> render | json
//! ```
//!
//! The documents are walked side by side: that gives the facts and their places, for documents that the generator does not
//! understand too. Where it does, every place knows what it became in Rust, and what a change means for Rust is told by
//! comparing that.

mod change;
mod form;
mod json;
mod render;
mod repair;
mod select;
mod side;
mod surface;
mod swagger;
mod walk;

use std::panic::resume_unwind;
use std::thread;

use crate::Config;
use crate::error::Errors;

pub use change::{Action, Change, Class, Part, Subject};
pub use json::json;
pub use render::{Section, entry, head, markdown, sections, text};

use side::{Side, Text};

/// What to compare, and how to name it.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The configuration of the generator, for the names in Rust.
    pub config: &'a Config,
    /// The overlay, which is applied where it fits.
    pub overlay: Option<&'a str>,
    /// The operations, by `operationId`; `all` alone for all of them.
    pub operations: &'a [String],
}

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The version of the API before.
    pub old_version: String,
    /// The version of the API after.
    pub new_version: String,
    /// How many operations were compared.
    pub operations: usize,
    /// Where what a change means had to be told from the documents alone, and why.
    pub notes: Vec<String>,
    /// The changes, the most important first.
    pub changes: Vec<Change>,
}

impl Report {
    /// Whether there is anything to tell.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.part() != Part::None
    }

    /// What the changes mean for Rust, taken together. `None` if there are none.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.changes.iter().map(|change| change.for_rust).min()
    }

    /// Which part of a version `0.x.y` moves.
    #[must_use]
    pub fn part(&self) -> Part {
        match self.class() {
            Some(Class::Breaking) => Part::Minor,
            Some(Class::Additive | Class::Docs) => Part::Patch,
            None if self.old_version != self.new_version => Part::Patch,
            None => Part::None,
        }
    }

    /// Which part of a version moves from `1.0.0` on.
    #[must_use]
    pub fn part_from_1_0(&self) -> Part {
        match self.class() {
            Some(Class::Breaking) => Part::Major,
            Some(Class::Additive) => Part::Minor,
            _ => self.part(),
        }
    }

    /// How many changes are of a class.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        let changes = self.changes.iter();
        changes.filter(|change| change.for_rust == class).count()
    }
}

/// Why two documents could not be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The old document is none.
    Old(Errors),
    /// The new document is none.
    New(Errors),
    /// No such operation.
    Operations(Errors),
}

/// Compares two documents.
///
/// # Errors
///
/// When a text is neither OpenAPI 3.0 nor Swagger 2.0, or neither document has an operation.
pub fn compare(old: &str, new: &str, options: &Options<'_>) -> Result<Report, Failed> {
    let (old, new) = both(|| side::read(old), || side::read(new));
    let (old, new) = (old.map_err(Failed::Old)?, new.map_err(Failed::New)?);
    compare_read(&old, &new, options)
}

fn compare_read(old: &Text, new: &Text, options: &Options<'_>) -> Result<Report, Failed> {
    let pairs = select::pairs(&old.document, &new.document, options.operations)
        .map_err(Failed::Operations)?;
    let ids = |side: fn(&select::Pair<'_>) -> Option<String>| {
        pairs.iter().filter_map(side).collect::<Vec<_>>()
    };
    let old_ids = ids(|pair| pair.0.as_ref().map(|it| it.id.to_owned()));
    let new_ids = ids(|pair| pair.1.as_ref().map(|it| it.id.to_owned()));
    let texts = [("old", old), ("new", new)];
    let (old, new) = both(
        || Side::new(&old.document, old_ids, options),
        || Side::new(&new.document, new_ids, options),
    );
    let mut changes = walk::walk(&old, &new, &pairs);
    changes.sort_by_key(|change| (change.for_rust, change.for_callers));
    Ok(Report {
        old_version: old.api_version().to_owned(),
        new_version: new.api_version().to_owned(),
        operations: pairs.len(),
        notes: notes(texts, [&old, &new]),
        changes,
    })
}

fn notes(texts: [(&str, &Text); 2], sides: [&Side; 2]) -> Vec<String> {
    let mut notes = vec![];
    for ((name, text), side) in texts.into_iter().zip(sides) {
        if text.was_swagger {
            notes.push(format!(
                "The {name} document is Swagger 2.0; places in it are told as they are in OpenAPI 3.0."
            ));
        }
        notes.extend(note(name, side));
    }
    notes
}

/// What is not understood of a document, and what follows.
fn note(name: &str, side: &Side) -> Option<String> {
    let count = side.problems.len();
    let first = side.problems.first()?;
    let places = if count == 1 { "place" } else { "places" };
    let consequence = match side.model {
        Some(_) => "What changes there mean for Rust",
        None => "What changes mean for Rust",
    };
    Some(format!(
        "The generator does not understand the {name} document in {count} {places}, first in {}: {}. {consequence} is \
         told from the documents alone, and names in Rust may be missing.",
        first.pointer, first.problem,
    ))
}

/// Does two things at once.
fn both<A: Send, B: Send>(a: impl FnOnce() -> A + Send, b: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let a = scope.spawn(a);
        let b = b();
        // A thread that panicked panics here too: there is nothing to go on with.
        (a.join().unwrap_or_else(|panic| resume_unwind(panic)), b)
    })
}
