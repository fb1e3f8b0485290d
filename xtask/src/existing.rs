//! Reads the folder of the generated code.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};

use stripe_codegen::HEADER;

use crate::failure::Failure;
use crate::inputs::unreadable;
use crate::named_path::NamedPath;
use crate::replace::is_left_behind;

/// The content of a folder, by paths relative to it with `/` between the parts.
pub(crate) type Existing = BTreeMap<String, Found>;

/// What is at a path.
#[derive(Debug)]
pub(crate) enum Found {
    /// The text of a generated file. It is empty for a file that an interrupted run left behind.
    Generated(String),
    Folder,
    /// A description of what the generator did not write.
    Foreign(String),
}

impl Found {
    /// The text of a generated file.
    pub(crate) fn text(self) -> Option<String> {
        match self {
            Self::Generated(text) => Some(text),
            Self::Folder | Self::Foreign(_) => None,
        }
    }
}

/// Reads `folder`, which may be missing.
pub(crate) fn existing(folder: &NamedPath) -> Result<Existing, Failure> {
    let mut existing = Existing::new();
    let found = match fs::symlink_metadata(folder.path()) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(existing),
        Err(error) => return Err(unreadable(folder, &error)),
        Ok(metadata) if metadata.is_dir() => {
            read(folder, "", &mut existing)?;
            return Ok(existing);
        }
        Ok(metadata) if metadata.is_symlink() => "a symbolic link",
        Ok(_) => "a file",
    };
    let problem = format!("expected a folder or nothing, found {found}");
    let help = "move it away, or name another folder with --out DIR";
    Err(Failure::at(folder, problem).help(help))
}

/// Adds what is in `folder` and its subfolders; the paths of its entries start with `prefix`.
fn read(folder: &NamedPath, prefix: &str, existing: &mut Existing) -> Result<(), Failure> {
    let entries = fs::read_dir(folder.path())
        .and_then(Iterator::collect::<io::Result<Vec<_>>>)
        .map_err(|error| unreadable(folder, &error))?;
    for entry in entries {
        let name = entry.file_name();
        let path = format!("{prefix}{}", name.display());
        let found = match name.to_str() {
            Some(name) => found(&entry, &folder.inside(name), &path, existing)?,
            None => Found::Foreign("a name that is not UTF-8".to_owned()),
        };
        existing.insert(path, found);
    }
    Ok(())
}

/// What `entry` is. If it is a folder, what is inside is added to `existing`.
fn found(
    entry: &DirEntry,
    place: &NamedPath,
    path: &str,
    existing: &mut Existing,
) -> Result<Found, Failure> {
    let kind = entry
        .file_type()
        .map_err(|error| unreadable(place, &error))?;
    let foreign = |what: &str| Found::Foreign(what.to_owned());
    Ok(if kind.is_dir() {
        read(place, &format!("{path}/"), existing)?;
        Found::Folder
    } else if kind.is_symlink() {
        foreign("a symbolic link")
    } else if !kind.is_file() {
        foreign("neither a file nor a folder")
    } else if is_left_behind(path) {
        Found::Generated(String::new())
    } else {
        match fs::read_to_string(place.path()) {
            Ok(text) if text.lines().next() == Some(HEADER) => Found::Generated(text),
            Ok(_) => foreign("a file without the generated header"),
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                foreign("a file that is not UTF-8 text")
            }
            Err(error) => Found::Foreign(format!("a file that cannot be read: {error}")),
        }
    })
}
