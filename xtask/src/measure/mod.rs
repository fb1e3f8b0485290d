//! `cargo xtask measure`: what the project costs whoever uses it, next to what it costs without.
//!
//! Nothing is judged here. [`record`] gives the figures, [`build`] and [`generator`] say of what, and [`table`]
//! puts them next to each other, as text or as data.

mod build;
mod cargo;
mod columns;
mod cost;
mod generator;
mod options;
mod program;
mod published;
mod record;
mod table;

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::failure::Failure;
use crate::output::Report;
use crate::place::Place;
use crate::workspace::Workspace;

pub(crate) use options::Measure;
pub(crate) use record::in_place_of_a_command;

/// Measures what was asked for.
pub(crate) fn run(workspace: &Workspace, what: &Measure) -> Result<Report, Failure> {
    match what {
        Measure::Build(options) => build::run(workspace, options),
        Measure::Generator(options) => generator::run(workspace, options),
    }
}

/// Says how far it has come: most of what is measured takes minutes.
fn progress(line: &str) {
    // Nothing depends on it.
    let _ = writeln!(io::stderr(), "{line}");
}

/// Removes a folder, if it is there.
fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            let folder = folder.display();
            Err(Failure::new(format!(
                "{folder}: cannot be removed: {error}"
            )))
        }
        _ => Ok(()),
    }
}

/// Writes a file and the folders to it; but not if it is there as it should be, so that Cargo sees no change where there is none.
fn write(place: &Place, text: &str) -> Result<(), Failure> {
    let path = place.path();
    if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(());
    }
    let written = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    };
    written().map_err(|error| Failure::at(place, &format!("cannot be written: {error}"), None))
}
