//! `cargo xtask draw`: the pictures of the README, from what was measured.
//!
//! The figures are the output of the commands that measure, kept as it was printed: so a picture can't say what nobody
//! measured. The same figures give the same bytes.

mod bench;
mod builds;
mod line;
mod svg;

use std::time::Instant;

use crate::failure::{Failure, both};
use crate::inputs::read;
use crate::output::{Report, seconds};
use crate::replace::{Replacement, replace};
use crate::workspace::Workspace;

const BUILDS: &str =
    "write it with `cargo xtask measure build --peers --format json > xtask/pictures/builds.json`";
const BENCH: &str = "write it with `cargo bench -p stripe-customers > xtask/pictures/bench.txt`";

/// Draws all pictures.
pub(crate) fn run(workspace: &Workspace) -> Result<Report, Failure> {
    let started = Instant::now();
    let pictures = pictures(workspace).map_err(Failure::nothing_written)?;
    let folder = workspace.pictures();
    let replacements: Vec<_> = pictures
        .iter()
        .map(|(name, text)| Replacement {
            place: folder.inside(name),
            text,
        })
        .collect();
    replace(&replacements)?;
    let names: Vec<_> = pictures.iter().map(|(name, _)| *name).collect();
    Ok(Report::fine(format!(
        "pictures    {folder}: {}\ntime        {}\n",
        names.join(", "),
        seconds(started.elapsed())
    )))
}

/// The pictures, each with the name of its file.
fn pictures(workspace: &Workspace) -> Result<[(&'static str, String); 3], Failure> {
    let folder = workspace.pictures();
    let (builds, bench) = (folder.inside("builds.json"), folder.inside("bench.txt"));
    let texts = both(read(&builds, BUILDS), read(&bench, BENCH))?;
    let (builds, bench) = both(
        builds::picture(&texts.0).map_err(|problem| Failure::at(&builds, &problem, Some(BUILDS))),
        bench::picture(&texts.1).map_err(|problem| Failure::at(&bench, &problem, Some(BENCH))),
    )?;
    Ok([
        ("line.svg", line::picture()),
        ("builds.svg", builds),
        ("speed.svg", bench),
    ])
}
