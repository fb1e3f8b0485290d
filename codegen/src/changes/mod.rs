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

pub(crate) use repair::problems;
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
    let old_ids = pairs
        .iter()
        .filter_map(|pair| Some(pair.0.as_ref()?.id.to_owned()));
    let new_ids = pairs
        .iter()
        .filter_map(|pair| Some(pair.1.as_ref()?.id.to_owned()));
    let (old_ids, new_ids) = (old_ids.collect(), new_ids.collect());
    let (old, new) = in_parallel(
        || Side::new(&old, old_ids, options.config, options.overlay),
        || Side::new(&new, new_ids, options.config, options.overlay),
    );
    let mut changes = walk::walk(&old, &new, &pairs);
    changes.sort_by_key(|change| (change.for_rust, change.for_callers));
    let notes = [("old", &old), ("new", &new)];
    Ok(Report {
        old_version: old.api_version().to_owned(),
        new_version: new.api_version().to_owned(),
        operations: pairs.len(),
        notes: notes
            .iter()
            .filter_map(|(name, side)| note(name, side))
            .collect(),
        changes,
    })
}

/// What the generator does not support in a document, and the consequence.
fn note(name: &str, side: &Side) -> Option<String> {
    let first = side.problems.first()?;
    let count = side.problems.len();
    let noun = if count == 1 { "place" } else { "places" };
    let scope = match side.model {
        Some(_) => "There, effects",
        None => "All effects",
    };
    Some(format!(
        "The generator does not support the {name} document in {count} {noun}, first in {}: {}. {scope} on Rust code are \
         derived from the documents alone, and Rust names may be missing.",
        first.pointer, first.problem,
    ))
}
