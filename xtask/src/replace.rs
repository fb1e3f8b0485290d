//! Replaces files: all of them, or none.
//!
//! Every new text is first written to a temporary file beside its target. Only when all are written are they renamed, which no
//! full disk and no missing permission can stop.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::compare::FileChange;
use crate::failure::Failure;
use crate::named_path::NamedPath;

/// The suffix of the temporary files.
const SUFFIX: &str = ".new~";

/// Whether the file at `path` is a temporary file of an interrupted run.
pub(crate) fn is_left_behind(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with('.') && name.ends_with(SUFFIX)
}

/// Carries out `changes`: writes the files that have new texts, and then removes the others, with the folders that are then empty.
pub(crate) fn replace(changes: &[FileChange<'_>]) -> Result<(), Failure> {
    let stale = changes.iter().filter(|it| !it.is_fresh());
    let written: Vec<_> = stale
        .clone()
        .filter_map(|it| Some((&it.place, it.new?)))
        .collect();
    for (place, _) in &written {
        check_is_file(place).map_err(Failure::nothing_written)?;
    }
    let mut staged = Staged::default();
    for (place, text) in &written {
        staged
            .add(place.path(), text)
            .map_err(|error| cannot("written", place, &error).nothing_written())?;
    }
    let mut done = vec![];
    for ((place, _), temporary) in written.iter().zip(&staged.files) {
        fs::rename(temporary, place.path())
            .map_err(|error| cannot("written", place, &error).outcome(so_far(&done)))?;
        done.push(format!("{place} was written"));
    }
    for FileChange { place, .. } in stale.filter(|it| it.new.is_none()) {
        match fs::remove_file(place.path()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(cannot("removed", place, &error).outcome(so_far(&done)));
            }
            _ => done.push(format!("{place} was removed")),
        }
        let mut around = place.path().ancestors().skip(1);
        // This fails if the folder is not empty, which is intended.
        while around.next().is_some_and(|it| fs::remove_dir(it).is_ok()) {}
    }
    Ok(())
}

/// The completed steps, for the message if a later step fails.
fn so_far(done: &[String]) -> String {
    match done {
        [] => "nothing was written".to_owned(),
        done => format!("stopped half way: {}", done.join(", ")),
    }
}

/// The temporary files. When dropped, it removes those that were not renamed, and the new folders that are empty.
#[derive(Debug, Default)]
struct Staged {
    files: Vec<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Staged {
    /// Writes the temporary file for `path`.
    fn add(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(io::ErrorKind::InvalidFilename.into());
        };
        let new = folder.ancestors().take_while(|it| !it.is_dir());
        self.folders.extend(new.map(Path::to_owned));
        fs::create_dir_all(folder)?;
        let temporary = folder.join(format!(".{}{SUFFIX}", name.display()));
        let mut file = File::create(&temporary)?;
        self.files.push(temporary);
        file.write_all(text.as_bytes())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Errors are ignored: the first error is reported.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        // The folders inside come after the folder around them.
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
    Err(Failure::at(place, problem).help("move it away"))
}

fn cannot(what: &str, place: &NamedPath, error: &io::Error) -> Failure {
    Failure::at(place, format_args!("cannot be {what}: {error}"))
}

#[cfg(test)]
mod tests;
