//! `cargo xtask spec update`: moves the crate to another document.

use std::fs;
use std::path::Path;
use std::time::Instant;

use stripe_codegen::changes::Report as Changes;
use stripe_codegen::{Config, Errors, Input, parse, slice};

use crate::changelog;
use crate::compare::{self, FileChange};
use crate::failure::Failure;
use crate::fetch::{self, fetch};
use crate::import::{Given, Imported};
use crate::inputs::{RESTORE, Sources, Texts, read};
use crate::named_path::NamedPath;
use crate::output::{Output, seconds};
use crate::provenance::Recorded;
use crate::replace::replace;
use crate::settle::{Settled, settle};
use crate::spec_diff::{Inputs, coloured, compare};
use crate::workspace::Workspace;

/// Imports the document `from`, a file or a URL, regenerates the code, and lists what changed.
pub(crate) fn run(
    workspace: &Workspace,
    from: Option<&str>,
    commit: Option<&str>,
) -> Result<Output, Failure> {
    let started = Instant::now();
    let update = given(from, commit)
        .and_then(|given| Update::new(workspace, &Before::read(workspace)?, given))
        .map_err(Failure::nothing_written)?;
    let report = update.carry_out(workspace)?;
    let changes = update.changes.as_ref().map(coloured);
    Ok(Output::fine(format!(
        "{report}time        {}\n{}{}",
        seconds(started.elapsed()),
        update.removed(workspace),
        changes.map_or_else(String::new, |changes| format!("\n{changes}")),
    )))
}

/// The texts of the project that an update starts from.
#[derive(Clone)]
struct Before {
    texts: Texts,
    document: Option<String>,
    /// Empty if there is none.
    changelog: String,
    recorded: Vec<Recorded>,
}

impl Before {
    fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let optional = |place: &NamedPath| match fs::exists(place.path()) {
            Ok(false) => Ok(None),
            _ => read(place, RESTORE).map(Some),
        };
        Ok(Self {
            texts: Texts::read(workspace)?,
            document: optional(&workspace.document())?,
            changelog: optional(&workspace.changelog())?.unwrap_or_default(),
            recorded: Recorded::known(workspace),
        })
    }
}

/// Everything that an update writes, computed before any of it is written.
struct Update {
    given: Given,
    imported: Imported,
    settled: Settled,
    /// What changed, if there was a document before.
    changes: Option<Changes>,
    /// The new text of the changelog, if it changes.
    changelog: Option<String>,
}

impl Update {
    /// Computes the update of `before`, whose files have the names that `workspace` gives them.
    fn new(workspace: &Workspace, before: &Before, given: Given) -> Result<Self, Failure> {
        let (settled, imported) = import(workspace, before, &given)?;
        let place = workspace.document();
        let changes = before.document.as_ref().map(|old| {
            let inputs = Inputs {
                old: place.with_text(old),
                new: given.place.with_text(&imported.document),
            };
            compare(workspace, &before.texts, &inputs, &[])
        });
        let changes = changes.transpose()?;
        let released = changes.as_ref().filter(|changes| changes.needs_release());
        Ok(Self {
            changelog: released.map(|changes| changelog::with(&before.changelog, changes)),
            given,
            imported,
            settled,
            changes,
        })
    }

    /// Writes everything, and describes what was written.
    fn carry_out(&self, workspace: &Workspace) -> Result<String, Failure> {
        let folder = workspace.generated();
        let generated = compare::exactly(&folder, &self.settled.generated.files)
            .map_err(Failure::nothing_written)?;
        let stale = generated.iter().filter(|it| !it.is_fresh()).count();
        let removed = generated.iter().filter(|it| it.new.is_none()).count();
        let mut changes = self.imported.changes(workspace);
        let report = self.imported.report(&self.given, &changes);
        let texts = &self.settled.texts;
        changes.extend(generated);
        changes.push(FileChange::to(workspace.overlay(), &texts.overlay));
        changes.push(FileChange::to(workspace.config(), &texts.config));
        let place = workspace.changelog();
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
    fn removed(&self, workspace: &Workspace) -> String {
        let mut out = String::new();
        for (input, place) in [
            (Input::Overlay, workspace.overlay()),
            (Input::Config, workspace.config()),
        ] {
            let entries = self.settled.removed.of(input);
            if !entries.is_empty() {
                out.push_str(&format!("\nremoved from {place} ({})\n", entries.len()));
                entries
                    .iter()
                    .for_each(|entry| out.push_str(&format!("  {entry}\n")));
            }
        }
        out
    }
}

/// Imports the given document, with the overlay and the configuration that fit it.
fn import(
    workspace: &Workspace,
    before: &Before,
    given: &Given,
) -> Result<(Settled, Imported), Failure> {
    let (overlay, config) = (workspace.overlay(), workspace.config());
    let failure = |errors: Errors| {
        let sources = Sources {
            document: given.place.with_text(&given.text),
            overlay: Some(overlay.with_text(&before.texts.overlay)),
            config: Some(config.with_text(&before.texts.config)),
            has_option: false,
        };
        sources.failure(&errors)
    };
    let document = parse(Input::Document, &given.text).map_err(failure)?;
    let settled = settle(&document, &before.texts)
        .map_err(|errors| failure(errors).outcome(outcome(workspace, given)))?;
    let config = Config::parse(&settled.texts.config).map_err(failure)?;
    let part = slice(document.clone(), &config).map_err(failure)?;
    let imported = Imported::new(given, &before.recorded, config.operations, &document, &part)?;
    Ok((settled, imported))
}

/// What follows the errors if the generator or the overlay must be fixed first.
fn outcome(workspace: &Workspace, given: &Given) -> String {
    let (old, new) = (workspace.document(), &given.place);
    match fetch::is_url(&new.to_string()) {
        true => "nothing was written; `cargo xtask spec diff` lists what changed".to_owned(),
        false => {
            format!("nothing was written; `cargo xtask spec diff {old} {new}` lists what changed")
        }
    }
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
        text: fetch(&url)?,
        place: NamedPath::url(&url),
        file: path.rsplit('/').next().unwrap_or_default().to_owned(),
        commit: commit.map(str::to_owned).or_else(|| fetch::commit(&url)),
    })
}

#[cfg(test)]
mod steps;
