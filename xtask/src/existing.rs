//! Reads the folder of the generated code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};

use stripe_codegen::HEADER;

use crate::failure::Failure;
use crate::inputs::unreadable;
use crate::named_path::NamedPath;
use crate::replace::is_left_behind;

/// The content of a folder, by paths relative to it with `/` between the parts.
#[derive(Debug, Default)]
pub(crate) struct Existing {
    /// Generated files with their texts.
    pub(crate) generated: BTreeMap<String, String>,
    /// Files that an interrupted run left behind.
    pub(crate) left_behind: BTreeSet<String>,
    /// Folders.
    pub(crate) folders: BTreeSet<String>,
    /// What the generator did not write, with a description.
    pub(crate) foreign: BTreeMap<String, String>,
}

impl Existing {
    /// Reads `folder`, which may be missing.
    pub(crate) fn read(folder: &NamedPath) -> Result<Self, Failure> {
        let mut existing = Self::default();
        let found = match fs::symlink_metadata(folder.path()) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(existing),
            Err(error) => return Err(unreadable(folder, &error)),
            Ok(metadata) if metadata.is_dir() => {
                existing.folder(folder, "")?;
                return Ok(existing);
            }
            Ok(metadata) if metadata.is_symlink() => "a symbolic link",
            Ok(_) => "a file",
        };
        let problem = format!("expected a folder or nothing, found {found}");
        Err(Failure::at(
            folder,
            &problem,
            Some("move it away, or name another folder with --out DIR"),
        ))
    }

    /// Reads the folder `at` below `root` and its subfolders.
    fn folder(&mut self, root: &NamedPath, at: &str) -> Result<(), Failure> {
        let place = if at.is_empty() {
            root.clone()
        } else {
            root.inside(at)
        };
        let entries = fs::read_dir(place.path())
            .and_then(Iterator::collect::<io::Result<Vec<_>>>)
            .map_err(|error| unreadable(&place, &error))?;
        for entry in entries {
            self.entry(root, at, &entry)?;
        }
        Ok(())
    }

    fn entry(&mut self, root: &NamedPath, at: &str, entry: &DirEntry) -> Result<(), Failure> {
        let name = entry.file_name();
        let path = |name: &str| match at {
            "" => name.to_owned(),
            at => format!("{at}/{name}"),
        };
        let Some(name) = name.to_str() else {
            let problem = "a name that is not UTF-8".to_owned();
            self.foreign.insert(path(&name.to_string_lossy()), problem);
            return Ok(());
        };
        let path = path(name);
        let kind = entry
            .file_type()
            .map_err(|error| unreadable(&root.inside(&path), &error))?;
        if kind.is_dir() {
            self.folder(root, &path)?;
            self.folders.insert(path);
        } else if kind.is_symlink() {
            self.foreign.insert(path, "a symbolic link".to_owned());
        } else if !kind.is_file() {
            self.foreign
                .insert(path, "neither a file nor a folder".to_owned());
        } else if is_left_behind(name) {
            self.left_behind.insert(path);
        } else {
            self.file(root, path);
        }
        Ok(())
    }

    fn file(&mut self, root: &NamedPath, path: String) {
        match fs::read_to_string(root.inside(&path).path()) {
            Ok(text) if text.lines().next() == Some(HEADER) => {
                self.generated.insert(path, text);
            }
            Ok(_) => {
                self.foreign
                    .insert(path, "a file without the generated header".to_owned());
            }
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                self.foreign
                    .insert(path, "a file that is not UTF-8 text".to_owned());
            }
            Err(error) => {
                self.foreign
                    .insert(path, format!("a file that cannot be read: {error}"));
            }
        }
    }
}
