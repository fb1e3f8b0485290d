//! Compares the generated files with the existing ones.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use stripe_codegen::File;

use crate::existing::{Existing, Found, existing};
use crate::failure::Failure;
use crate::inputs::unreadable;
use crate::named_path::NamedPath;

/// A file before and after a command.
#[derive(Debug)]
pub(crate) struct FileChange<'a> {
    pub(crate) place: NamedPath,
    /// `None` if it does not exist yet.
    pub(crate) old: Option<String>,
    /// `None` if it is removed.
    pub(crate) new: Option<&'a str>,
}

impl<'a> FileChange<'a> {
    /// The change after which the file has the text `new`. What cannot be read is to be replaced.
    pub(crate) fn to(place: NamedPath, new: &'a str) -> Self {
        Self {
            old: fs::read_to_string(place.path()).ok(),
            new: Some(new),
            place,
        }
    }

    /// Whether nothing changes.
    pub(crate) fn is_fresh(&self) -> bool {
        self.old.as_deref() == self.new
    }
}

/// Describes it after the command.
impl fmt::Display for FileChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match (self.is_fresh(), self.new) {
            (true, _) => "unchanged",
            (false, Some(_)) => "written",
            (false, None) => "removed",
        };
        write!(f, "{} {state}", self.place)
    }
}

/// The changes after which `folder` holds exactly `files`, sorted by path.
///
/// Fails if the folder contains anything that the generator did not write: it may be someone's work.
pub(crate) fn exactly<'a>(
    folder: &NamedPath,
    files: &'a [File],
) -> Result<Vec<FileChange<'a>>, Failure> {
    let mut existing = existing(folder)?;
    let refused = refused(folder, files, &existing);
    if !refused.is_empty() {
        let help = format!("{folder} may only contain generated files; move other files out of it");
        return Err(Failure::all(refused).help(help.as_str()));
    }
    let change = |file: &'a File| FileChange {
        place: folder.inside(&file.path),
        old: existing.remove(&file.path).and_then(Found::text),
        new: Some(&file.text),
    };
    let mut changes: Vec<_> = files.iter().map(change).collect();
    changes.extend(existing.into_iter().filter_map(|(path, found)| {
        Some(FileChange {
            place: folder.inside(&path),
            old: Some(found.text()?),
            new: None,
        })
    }));
    changes.sort_by_cached_key(|change| change.place.to_string());
    Ok(changes)
}

/// The changes after which `folder` holds `files`, beside others.
pub(crate) fn among_others<'a>(
    folder: &NamedPath,
    files: &'a [File],
) -> Result<Vec<FileChange<'a>>, Failure> {
    let change = |file: &'a File| {
        let place = folder.inside(&file.path);
        let old = match fs::read_to_string(place.path()) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            read => Some(read.map_err(|error| unreadable(&place, &error))?),
        };
        let new = Some(file.text.as_str());
        Ok(FileChange { place, old, new })
    };
    files.iter().map(change).collect()
}

/// The obstacles to `folder` holding exactly `files`.
fn refused(folder: &NamedPath, files: &[File], existing: &Existing) -> Vec<Failure> {
    let mut problems = vec![];
    let mut add = |path: &str, expected: &str, found: &str| {
        let place = folder.inside(path);
        problems.push(format!("{place}: expected {expected}, found {found}"));
    };
    for (path, found) in existing {
        if let Found::Foreign(found) = found {
            add(path, "only generated files", found);
        }
    }
    for File { path, .. } in files {
        if !is_below(path) {
            add(path, "a path inside the folder", "this one");
        }
        if let Some(Found::Folder) = existing.get(path) {
            add(path, "a file or nothing", "a folder");
        }
        for parent in parents(path) {
            if let Some(Found::Generated(_)) = existing.get(parent) {
                add(parent, "a folder or nothing", "a file");
            }
        }
    }
    problems.dedup();
    problems.into_iter().map(Failure::new).collect()
}

/// Whether `path` stays inside the folder that it is relative to.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components().peekable();
    parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
}

/// The folders that `path` goes through: `a` and `a/b` for `a/b/c`.
fn parents(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(i, _)| path.get(..i))
}

#[cfg(test)]
mod tests;
