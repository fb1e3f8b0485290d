//! Files and folders with the names that messages use for them.

use std::fmt;
use std::path::{Path, PathBuf};

/// A path and its name in messages: as the user wrote it, or relative to the workspace.
#[derive(Clone, Debug)]
pub(crate) struct NamedPath {
    path: PathBuf,
    name: String,
}

impl NamedPath {
    /// A path that the user gave.
    pub(crate) fn given(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            name: path.display().to_string(),
        }
    }

    /// A text that was fetched from the URL `name`: it has no path.
    pub(crate) fn url(name: &str) -> Self {
        Self {
            path: PathBuf::new(),
            name: name.to_owned(),
        }
    }

    /// The path `name`, with `/` between its parts, below `root`.
    pub(crate) fn below(root: &Path, name: &str) -> Self {
        Self {
            path: root.join(name),
            name: name.to_owned(),
        }
    }

    /// The path `name`, with `/` between its parts, inside this folder.
    pub(crate) fn inside(&self, name: &str) -> Self {
        Self {
            path: self.path.join(name),
            name: format!("{}/{name}", self.name.trim_end_matches('/')),
        }
    }

    /// The path, to read or write it.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for NamedPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
