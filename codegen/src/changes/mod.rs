//! The differences between two documents, with their effects on Rust code and on API callers.
//!
//! ```text
//! texts -> select -> side, side -> walk -> report -> render | json
//! ```
//!
//! The walk compares the documents side by side, which works for documents that the generator does not support too. Where the
//! generator supports both, each compared part of the documents has its Rust type, and comparing those gives the effect on Rust code.

mod change;
mod json;
mod render;
mod repair;
mod report;
mod rust;
mod schema;
mod select;
mod side;
mod walk;

use crate::Config;
use crate::error::Errors;
use crate::stack::in_parallel;

pub use change::{Change, ChangeKind, Class, Subject};
pub use json::json;
pub use render::{entry, markdown, styled_text, text};
pub use report::{Part, Report};

pub use repair::all_errors;
use side::Side;

/// What to compare, and how to name it.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The configuration of the generator, which determines the Rust names.
    pub config: &'a Config,
    /// The overlay. Actions that match nothing are skipped.
    pub overlay: Option<&'a str>,
    /// The operations by `operationId`, or only `all` for all of them.
    pub operations: &'a [String],
}

/// Why two documents cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The old document is not OpenAPI 3.0.
    Old(Errors),
    /// The new document is not OpenAPI 3.0.
    New(Errors),
    /// Neither document has one of the operations.
    Operations(Errors),
}

/// Compares two documents.
///
/// # Errors
///
/// When a text is not OpenAPI 3.0, or neither document has one of the operations.
pub fn compare(old: &str, new: &str, options: &Options<'_>) -> Result<Report, Failed> {
    let (old, new) = in_parallel(|| side::read(old), || side::read(new));
    let (old, new) = (old.map_err(Failed::Old)?, new.map_err(Failed::New)?);
    let pairs = select::pairs(&old, &new, options.operations).map_err(Failed::Operations)?;
    // Not by their ids: some have none, or that of another, in the first documents.
    let old_names = pairs
        .iter()
        .filter_map(|(old, _)| Some(old.as_ref()?.title()));
    let new_names = pairs
        .iter()
        .filter_map(|(_, new)| Some(new.as_ref()?.title()));
    let side = |document, names| Side::new(document, names, options.config, options.overlay);
    let (old_side, new_side) = in_parallel(
        || side(&old, old_names.collect()),
        || side(&new, new_names.collect()),
    );
    let operations = pairs.len();
    let mut changes = walk::walk(&old_side, &new_side, pairs);
    changes.sort_by_key(|change| (change.for_rust, change.for_callers));
    let notes = [note("old", &old_side), note("new", &new_side)];
    Ok(Report {
        old_version: old_side.api_version().to_owned(),
        new_version: new_side.api_version().to_owned(),
        operations,
        notes: notes.into_iter().flatten().collect(),
        changes,
    })
}

/// What the generator does not support in a document, and the consequence.
fn note(name: &str, side: &Side) -> Option<String> {
    let first = side.problems.first()?;
    let count = side.problems.len();
    let noun = if count == 1 { "place" } else { "places" };
    let scope = match side.has_types {
        true => "There, effects",
        false => "All effects",
    };
    Some(format!(
        "The generator does not support the {name} document in {count} {noun}, first in {}: {}. {scope} on Rust code are \
         derived from the documents alone, and Rust names may be missing.",
        first.pointer, first.problem,
    ))
}
