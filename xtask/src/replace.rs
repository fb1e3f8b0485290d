//! Replaces files: all of them, or none.
//!
//! Every new text is first written to a temporary file beside its target. Only when all are written are they renamed, which no
//! full disk and no missing permission can stop.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::named_path::NamedPath;

/// The suffix of the temporary files.
const SUFFIX: &str = ".new~";

/// A file and its new text.
#[derive(Debug)]
pub(crate) struct Replacement<'a> {
    pub(crate) place: NamedPath,
    pub(crate) text: &'a str,
}

/// Whether a file of that name is a temporary file of an interrupted run.
pub(crate) fn is_left_behind(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(SUFFIX)
}

/// Writes all of `replacements`.
pub(crate) fn replace(replacements: &[Replacement<'_>]) -> Result<Done, Failure> {
    for replacement in replacements {
        check_is_file(&replacement.place).map_err(Failure::nothing_written)?;
    }
    let mut staged = Staged::default();
    for replacement in replacements {
        if let Err(error) = staged.add(replacement) {
            staged.undo();
            return Err(cannot("written", &replacement.place, &error).nothing_written());
        }
    }
    let mut done = Done::default();
    for (replacement, temporary) in replacements.iter().zip(&staged.files) {
        let place = &replacement.place;
        if let Err(error) = fs::rename(temporary, place.path()) {
            staged.undo();
            return Err(cannot("written", place, &error).outcome(done.so_far()));
        }
        done.0.push(format!("{place} was written"));
    }
    Ok(done)
}

/// The completed steps, for the message if a later step fails.
#[derive(Debug, Default)]
pub(crate) struct Done(Vec<String>);

impl Done {
    /// Removes the files `removed`, and the folders inside `folder` that are then empty.
    pub(crate) fn remove(
        mut self,
        removed: &[NamedPath],
        folder: &NamedPath,
    ) -> Result<(), Failure> {
        for place in removed {
            match fs::remove_file(place.path()) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(cannot("removed", place, &error).outcome(self.so_far()));
                }
                _ => self.0.push(format!("{place} was removed")),
            }
            let around = place.path().ancestors().skip(1);
            for parent in around.take_while(|parent| *parent != folder.path()) {
                // This fails if the folder is not empty, which is intended.
                let _ = fs::remove_dir(parent);
            }
        }
        Ok(())
    }

    fn so_far(&self) -> String {
        if self.0.is_empty() {
            "nothing was written".to_owned()
        } else {
            format!("stopped half way: {}", self.0.join(", "))
        }
    }
}

/// The temporary files.
#[derive(Debug, Default)]
struct Staged {
    files: Vec<PathBuf>,
    /// The folders that were created, outermost first.
    folders: Vec<PathBuf>,
    known: BTreeSet<PathBuf>,
}

impl Staged {
    fn add(&mut self, replacement: &Replacement<'_>) -> io::Result<()> {
        let path = replacement.place.path();
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(io::ErrorKind::InvalidFilename.into());
        };
        self.make_folder(folder)?;
        let temporary = folder.join(format!(".{}{SUFFIX}", name.display()));
        let mut file = File::create(&temporary)?;
        self.files.push(temporary);
        file.write_all(replacement.text.as_bytes())
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        if folder.as_os_str().is_empty() || !self.known.insert(folder.to_owned()) || folder.is_dir()
        {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make_folder(parent)?;
        }
        fs::create_dir(folder)?;
        self.folders.push(folder.to_owned());
        Ok(())
    }

    /// Removes the temporary files and the new folders. Errors are ignored: the first error is reported.
    fn undo(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Checks that `place` is a file or does not exist: a folder cannot be replaced, and a link leads elsewhere.
fn check_is_file(place: &NamedPath) -> Result<(), Failure> {
    let Ok(metadata) = fs::symlink_metadata(place.path()) else {
        return Ok(());
    };
    let found = match metadata.file_type() {
        kind if kind.is_file() => return Ok(()),
        kind if kind.is_dir() => "a folder",
        kind if kind.is_symlink() => "a symbolic link",
        _ => "something else",
    };
    let problem = format!("expected a file or nothing, found {found}");
    Err(Failure::at(place, &problem, Some("move it away")))
}

fn cannot(what: &str, place: &NamedPath, error: &io::Error) -> Failure {
    Failure::at(place, &format!("cannot be {what}: {error}"), None)
}

#[cfg(test)]
mod tests;
