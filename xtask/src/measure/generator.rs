//! `cargo xtask measure generator`: what a generation costs, as a process, and how that grows with the operations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Serialize;
use stripe_codegen::{Input, import, source};

use super::cost::Cost;
use super::options::GeneratorOptions;
use super::{progress, record, remove, table};
use crate::failure::Failure;
use crate::inputs::{Sources, read};
use crate::output::Report;
use crate::place::Place;
use crate::workspace::Workspace;

/// The sizes of a selection, so that it is seen how the cost grows; and then all operations there are.
const SIZES: [usize; 4] = [1, 2, 20, 200];

/// What generating some operations costs.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    /// How many operations.
    pub(crate) operations: usize,
    /// How much was generated.
    pub(crate) files: usize,
    pub(crate) bytes: u64,
    /// From document to files: the median.
    pub(crate) cost: Cost,
}

struct Selection {
    /// As on the command line.
    operations: String,
    count: usize,
    out: PathBuf,
    costs: Vec<Cost>,
}

/// Measures, and prints what was measured.
pub(crate) fn run(workspace: &Workspace, options: &GeneratorOptions) -> Result<Report, Failure> {
    let document = match &options.spec {
        Some(path) => Place::given(path),
        None => workspace.document(),
    };
    let ids = operations(&document)?;
    let mut selections = selections(&ids, &workspace.scratch().join("generator"));
    // The first turn only gets everything into the caches of the machine.
    for turn in 0..=options.runs.get() {
        for selection in &mut selections {
            let cost = selection.generate(workspace, document.path())?;
            if turn > 0 {
                selection.costs.push(cost);
            }
        }
        progress(&format!("{turn} of {} turns", options.runs));
    }
    let figures: Result<Vec<_>, _> = selections.into_iter().map(Selection::figures).collect();
    table::print_generations(&figures?, options.format).map(Report::fine)
}

/// The operations of the document, in its order.
fn operations(document: &Place) -> Result<Vec<String>, Failure> {
    let text = read(document, "name another one with --spec FILE")?;
    let sources = Sources {
        document: document.with_text(&text),
        overlay: None,
        config: None,
        has_option: false,
    };
    let value = source::parse(Input::Document, &text).map_err(|errors| sources.failure(&errors))?;
    Ok(import::operation_ids(&value))
}

/// The first operations of each size that there are so many of, and all.
fn selections(ids: &[String], folder: &Path) -> Vec<Selection> {
    let some = SIZES.into_iter().filter(|&size| size < ids.len());
    some.chain([ids.len()])
        .map(|count| Selection {
            operations: ids.get(..count).unwrap_or(ids).join(","),
            count,
            out: folder.join(count.to_string()),
            costs: Vec::new(),
        })
        .collect()
}

impl Selection {
    /// Generates a crate into an empty folder, with this program as a user would run it.
    fn generate(&self, workspace: &Workspace, document: &Path) -> Result<Cost, Failure> {
        empty(&self.out)?;
        let log = self.out.with_extension("jsonl");
        let mut command = Command::new(record::this_program().map_err(Failure::new)?);
        command.arg("--root").arg(workspace.root());
        command.args(["regenerate", "--operations", &self.operations]);
        command.arg("--spec").arg(document);
        command.arg("--out").arg(&self.out);
        let mut command = record::recorded(&command, &log).map_err(Failure::new)?;
        let status = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .status()
            .map_err(|error| Failure::new(format!("cannot start this program: {error}")))?;
        let entries = record::take(&log).map_err(Failure::new)?;
        match entries.last() {
            Some(entry) if status.success() => Ok(entry.cost),
            _ => Err(Failure::new("the generator failed, and has said why above")),
        }
    }

    fn figures(self) -> Result<Figures, Failure> {
        let (files, bytes) = size(&self.out).map_err(|error| {
            let folder = self.out.display();
            Failure::new(format!("{folder}: cannot be read: {error}"))
        })?;
        let cost = Cost::median(&self.costs).unwrap_or_default();
        Ok(Figures {
            operations: self.count,
            files,
            bytes,
            cost,
        })
    }
}

fn empty(folder: &Path) -> Result<(), Failure> {
    remove(folder)?;
    fs::create_dir_all(folder)
        .map_err(|error| Failure::new(format!("{}: cannot be made: {error}", folder.display())))
}

/// How many files there are in `folder` and below, and how large they are together.
fn size(folder: &Path) -> std::io::Result<(usize, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        let (more, larger) = match metadata.is_dir() {
            true => size(&entry.path())?,
            false => (1, metadata.len()),
        };
        files += more;
        bytes += larger;
    }
    Ok((files, bytes))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::selections;

    #[test]
    fn selections_end_with_all_operations() {
        let ids: Vec<String> = (0..25).map(|id| format!("Operation{id}")).collect();
        let counts = |ids: &[String]| -> Vec<usize> {
            let all = selections(ids, Path::new("out"));
            all.iter().map(|selection| selection.count).collect()
        };
        assert_eq!(counts(&ids), [1, 2, 20, 25]);
        assert_eq!(counts(&ids[..2]), [1, 2]);
        let two = &selections(&ids, Path::new("out"))[1];
        assert_eq!(two.operations, "Operation0,Operation1");
        assert_eq!(two.out, Path::new("out/2"));
    }
}
