//! All differences between two documents, and the version of the crate that they require.

use serde::Serialize;

use super::change::{Change, Class};

/// The differences between two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The API version of the old document.
    pub old_version: String,
    /// The API version of the new document.
    pub new_version: String,
    /// The number of operations that were compared.
    pub operations: usize,
    /// The limits of the comparison: which parts of a document the generator does not support, and why.
    pub notes: Vec<String>,
    /// The changes, the most severe first.
    pub changes: Vec<Change>,
}

impl Report {
    /// Whether the crate needs a release: something changed, if only the API version.
    #[must_use]
    pub fn needs_release(&self) -> bool {
        self.part() != Part::None
    }

    /// The most severe effect on Rust code. `None` without changes.
    #[must_use]
    pub fn class(&self) -> Option<Class> {
        self.changes.iter().map(|change| change.for_rust).min()
    }

    /// The part of a version `0.x.y` that the changes increase.
    #[must_use]
    pub fn part(&self) -> Part {
        match self.class() {
            Some(Class::Breaking) => Part::Minor,
            Some(Class::Additive | Class::Docs) => Part::Patch,
            None if self.old_version != self.new_version => Part::Patch,
            None => Part::None,
        }
    }

    /// The part of a version from `1.0.0` on that the changes increase.
    #[must_use]
    pub fn part_from_1_0(&self) -> Part {
        match self.class() {
            Some(Class::Breaking) => Part::Major,
            Some(Class::Additive) => Part::Minor,
            _ => self.part(),
        }
    }

    /// The number of changes with this effect on Rust code.
    #[must_use]
    pub fn count(&self, class: Class) -> usize {
        let changes = self.changes.iter();
        changes.filter(|change| change.for_rust == class).count()
    }
}

/// A part of a version number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// `x` in `x.y.z`.
    Major,
    /// `y` in `x.y.z`.
    Minor,
    /// `z` in `x.y.z`.
    Patch,
    /// No part: the version stays.
    None,
}

impl Part {
    /// The name of the part.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Patch => "patch",
            Self::None => "none",
        }
    }
}
