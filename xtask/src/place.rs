//! A file or a folder, and how to name it to the person who asked for it.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::inputs::Source;

/// A path, and what a message calls it: as the user gave it, or relative to the workspace.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    path: PathBuf,
    name: String,
}

impl Place {
    /// A path that the user gave.
    pub(crate) fn given(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            name: path.display().to_string(),
        }
    }

    /// Something that is in no folder: what was fetched from `name`.
    pub(crate) fn elsewhere(name: &str) -> Self {
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

    /// The place `name`, with `/` between its parts, inside this folder.
    pub(crate) fn inside(&self, name: &str) -> Self {
        Self {
            path: self.path.join(name),
            name: format!("{}/{name}", self.name.trim_end_matches('/')),
        }
    }

    /// The text that was found here.
    pub(crate) fn with_text<'a>(&'a self, text: &'a str) -> Source<'a> {
        Source { place: self, text }
    }

    /// The path, to read or write it.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
