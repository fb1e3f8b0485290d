//! Compares the generated files with the existing ones, and plans what to write.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

use stripe_codegen::File;

use crate::existing::Existing;
use crate::failure::{Failure, Message};
use crate::inputs::unreadable;
use crate::named_path::NamedPath;
use crate::replace::Replacement;

/// The changes after which a folder holds exactly the generated files.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    /// The files, sorted by path.
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A file and its change.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) place: NamedPath,
    pub(crate) change: FileChange<'a>,
}

/// The change of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum FileChange<'a> {
    /// It does not exist yet.
    Created { new: &'a str },
    /// It has another text.
    Changed { old: String, new: &'a str },
    /// It has this text already.
    Unchanged,
    /// It is no longer generated.
    Removed { old: String },
}

impl<'a> Plan<'a> {
    /// Compares `files` with the content of `folder`.
    ///
    /// Fails if the folder contains anything that the generator did not write: it may be someone's work.
    pub(crate) fn new(folder: &NamedPath, files: &'a [File]) -> Result<Self, Failure> {
        let mut existing = Existing::read(folder)?;
        let refused = refused(folder, files, &existing);
        if !refused.is_empty() {
            return Err(Failure::all(refused));
        }
        let mut changes: Vec<(String, FileChange<'a>)> = files
            .iter()
            .map(|file| {
                let change = match existing.generated.remove(&file.path) {
                    None => FileChange::Created { new: &file.text },
                    Some(old) if old == file.text => FileChange::Unchanged,
                    Some(old) => FileChange::Changed {
                        old,
                        new: &file.text,
                    },
                };
                (file.path.clone(), change)
            })
            .collect();
        let left_behind = existing
            .left_behind
            .into_iter()
            .map(|path| (path, String::new()));
        let removed = existing.generated.into_iter().chain(left_behind);
        changes.extend(removed.map(|(path, old)| (path, FileChange::Removed { old })));
        changes.sort_by(|(a, _), (b, _)| a.cmp(b));
        let entry = |(path, change): (String, _)| Entry {
            place: folder.inside(&path),
            change,
        };
        Ok(Self {
            entries: changes.into_iter().map(entry).collect(),
        })
    }

    /// Adds files in `folder`, which the generator may overwrite.
    pub(crate) fn add(&mut self, folder: &NamedPath, files: &'a [File]) -> Result<(), Failure> {
        for file in files {
            let place = folder.inside(&file.path);
            let new = file.text.as_str();
            let change = match fs::read_to_string(place.path()) {
                Ok(old) if old == new => FileChange::Unchanged,
                Ok(old) => FileChange::Changed { old, new },
                Err(error) if error.kind() == ErrorKind::NotFound => FileChange::Created { new },
                Err(error) => return Err(unreadable(&place, &error)),
            };
            self.entries.push(Entry { place, change });
        }
        Ok(())
    }

    /// The files to write and the files to remove.
    pub(crate) fn steps(&self) -> (Vec<Replacement<'a>>, Vec<NamedPath>) {
        let mut replacements = vec![];
        let mut removed = vec![];
        for entry in &self.entries {
            let place = entry.place.clone();
            match entry.change {
                FileChange::Created { new: text } | FileChange::Changed { new: text, .. } => {
                    replacements.push(Replacement { place, text });
                }
                FileChange::Removed { .. } => removed.push(place),
                FileChange::Unchanged => {}
            }
        }
        (replacements, removed)
    }

    /// The number of files whose change satisfies `is`.
    pub(crate) fn count(&self, is: impl Fn(&FileChange<'_>) -> bool) -> usize {
        self.entries
            .iter()
            .filter(|entry| is(&entry.change))
            .count()
    }

    /// Whether nothing changes.
    pub(crate) fn is_fresh(&self) -> bool {
        self.count(|change| *change == FileChange::Unchanged) == self.entries.len()
    }
}

/// The obstacles to `folder` holding exactly `files`.
fn refused(folder: &NamedPath, files: &[File], existing: &Existing) -> Vec<Message> {
    let mut messages = vec![];
    for (path, found) in &existing.foreign {
        messages.push(message(folder, path, "only generated files", found));
    }
    for file in files {
        if !is_below(&file.path) {
            messages.push(message(
                folder,
                &file.path,
                "a path inside the folder",
                "this one",
            ));
        }
        if existing.folders.contains(&file.path) {
            messages.push(message(folder, &file.path, "a file or nothing", "a folder"));
        }
        for parent in parents(&file.path) {
            if existing.generated.contains_key(parent) {
                messages.push(message(folder, parent, "a folder or nothing", "a file"));
            }
        }
    }
    messages.dedup_by(|next, last| next.problem == last.problem);
    messages
}

fn message(folder: &NamedPath, path: &str, expected: &str, found: &str) -> Message {
    let place = folder.inside(path);
    let help = format!("{folder} may only contain generated files; move other files out of it");
    Message {
        help: Some(help),
        ..format!("{place}: expected {expected}, found {found}").into()
    }
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
