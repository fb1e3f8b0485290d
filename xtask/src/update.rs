//! `cargo xtask spec update`: moves the crate to another document.

use std::fs;
use std::path::Path;
use std::time::Instant;

use stripe_codegen::changes::Report as Changes;
use stripe_codegen::{Errors, Input, parse};

use crate::changelog;
use crate::compare::{self, FileChange};
use crate::failure::Failure;
use crate::fetch::{self, fetch};
use crate::import::{Given, Imported};
use crate::inputs::{RESTORE, Settings, Source, read};
use crate::named_path::NamedPath;
use crate::output::seconds;
use crate::provenance::Provenance;
use crate::replace::replace;
use crate::settle::{Settled, settle};
use crate::spec_diff::{coloured, compare};
use crate::workspace::{CHANGELOG, DOCUMENT, GENERATED, Workspace};

/// Imports the document `from`, a file or a URL, regenerates the code, and lists what changed.
pub(crate) fn run(
    workspace: &Workspace,
    from: Option<&str>,
    commit: Option<&str>,
) -> Result<String, Failure> {
    let started = Instant::now();
    let update = given(from, commit)
        .and_then(|given| Update::new(&Before::read(workspace)?, &given))
        .map_err(Failure::nothing_written)?;
    let report = update.carry_out(workspace)?;
    let changes = update.changes.as_ref().map(coloured);
    Ok(format!(
        "{report}time        {}\n{}{}",
        seconds(started.elapsed()),
        update.removed(),
        changes.map_or_else(String::new, |changes| format!("\n{changes}")),
    ))
}

/// The state of the project that an update starts from.
struct Before {
    settings: Settings,
    document: Option<Source>,
    /// Empty if there is none.
    changelog: String,
    known: Vec<Provenance>,
}

impl Before {
    fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let optional = |place: &NamedPath| match fs::exists(place.path()) {
            Ok(false) => Ok(None),
            _ => read(place, RESTORE).map(Some),
        };
        let (input, place) = (Input::Document, workspace.at(DOCUMENT));
        Ok(Self {
            settings: Settings::read(workspace)?,
            document: optional(&place)?.map(|text| Source { input, place, text }),
            changelog: optional(&workspace.at(CHANGELOG))?.unwrap_or_default(),
            known: Provenance::known(workspace),
        })
    }
}

/// Everything that an update writes, computed before any of it is written.
struct Update {
    imported: Imported,
    settled: Settled,
    /// What changed, if there was a document before.
    changes: Option<Changes>,
    /// The new text of the changelog, if it changes.
    changelog: Option<String>,
}

impl Update {
    /// Computes the update of `before` to the given document.
    fn new(before: &Before, given: &Given) -> Result<Self, Failure> {
        let settings = &before.settings;
        let failure = |errors: Errors| settings.failure(&given.source, &errors);
        let document = parse(Input::Document, &given.source.text).map_err(failure)?;
        let settled = settle(&document, settings)
            .map_err(|errors| failure(errors).outcome(outcome(before, given)))?;
        let config = settled.settings.config().map_err(failure)?;
        let (imported, _) =
            Imported::new(given, &before.known, document, &config).map_err(failure)?;
        let old = before.document.as_ref();
        let changes = old.map(|old| compare(settings, old, &imported.document));
        let changes = changes.transpose()?;
        let released = changes.as_ref().filter(|changes| changes.needs_release());
        Ok(Self {
            changelog: released.map(|changes| changelog::with(&before.changelog, changes)),
            imported,
            settled,
            changes,
        })
    }

    /// Writes everything, and describes what was written.
    fn carry_out(&self, workspace: &Workspace) -> Result<String, Failure> {
        let folder = workspace.at(GENERATED);
        let generated = compare::exactly(&folder, &self.settled.generated.files)
            .map_err(Failure::nothing_written)?;
        let stale = generated.iter().filter(|it| !it.is_fresh()).count();
        let removed = generated.iter().filter(|it| it.new.is_none()).count();
        let mut changes = self.imported.changes(workspace);
        let report = self.imported.report(&changes);
        changes.extend(generated);
        let ours = self.settled.settings.files();
        changes.extend(ours.map(|it| FileChange::to(it.place.clone(), &it.text)));
        let place = workspace.at(CHANGELOG);
        let changelog = match &self.changelog {
            Some(text) => {
                changes.push(FileChange::to(place.clone(), text));
                format!("{place} written")
            }
            None => format!("{place} unchanged"),
        };
        replace(&changes)?;
        Ok(format!(
            "{report}generated   {folder}: {} written, {removed} removed\nchangelog   {changelog}\n",
            stale - removed,
        ))
    }

    /// The entries of the overlay and of the configuration that were removed, for a review of the difference.
    fn removed(&self) -> String {
        let mut out = String::new();
        for Source { input, place, .. } in self.settled.settings.files() {
            let entries = self.settled.removed.of(*input);
            if !entries.is_empty() {
                out.push_str(&format!("\nremoved from {place} ({})\n", entries.len()));
                let lines = entries.iter().map(|entry| format!("  {entry}\n"));
                out.extend(lines);
            }
        }
        out
    }
}

/// What follows the errors if the generator or the overlay must be fixed first.
fn outcome(before: &Before, given: &Given) -> String {
    let new = given.source.place.to_string();
    let old = before.document.as_ref().map(|it| it.place.to_string());
    let documents = match old {
        Some(old) if !fetch::is_url(&new) => format!(" {old} {new}"),
        _ => String::new(),
    };
    format!("nothing was written; `cargo xtask spec diff{documents}` lists what changed")
}

/// The document that the user named, or the latest.
fn given(from: Option<&str>, commit: Option<&str>) -> Result<Given, Failure> {
    let url = match from {
        Some(file) if !fetch::is_url(file) => return Given::read(Path::new(file), commit),
        Some(url) => url.to_owned(),
        None => fetch::latest(),
    };
    let path = url.split(['?', '#']).next().unwrap_or_default();
    Ok(Given {
        source: Source {
            input: Input::Document,
            text: fetch(&url)?,
            place: NamedPath::url(&url),
        },
        file: path.rsplit('/').next().unwrap_or_default().to_owned(),
        commit: commit.map(str::to_owned).or_else(|| fetch::commit(&url)),
    })
}

#[cfg(test)]
mod steps;
