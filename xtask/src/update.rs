//! `cargo xtask spec update`: moves the crate to another document.

use std::fs;
use std::path::Path;
use std::time::Instant;

use stripe_codegen::Generated;
use stripe_codegen::changes::Report as Changes;

use crate::changelog;
use crate::compare::Plan;
use crate::failure::{Failure, both};
use crate::fetch::{self, fetch};
use crate::import::{Given, Imported};
use crate::inputs::{RESTORE, read};
use crate::named_path::NamedPath;
use crate::output::{Output, seconds};
use crate::pipeline::Pipeline;
use crate::replace::{Replacement, replace};
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
        .and_then(|given| Update::new(workspace, given))
        .map_err(Failure::nothing_written)?;
    let report = update.carry_out(workspace)?;
    Ok(Output::fine(format!(
        "{report}time        {}\n{}",
        seconds(started.elapsed()),
        update
            .changes
            .map_or_else(String::new, |changes| format!("\n{}", coloured(&changes))),
    )))
}

/// Everything that an update writes, computed before any of it is written.
struct Update {
    given: Given,
    imported: Imported,
    generated: Generated,
    /// What changed, if there was a document before.
    changes: Option<Changes>,
    /// The new text of the changelog, if it changes.
    changelog: Option<String>,
}

impl Update {
    fn new(workspace: &Workspace, given: Given) -> Result<Self, Failure> {
        let imported = Imported::new(workspace, &given)?;
        let generated = generate(workspace, &imported.document)
            .map_err(|failure| failure.outcome(outcome(workspace, &given)))?;
        let place = workspace.document();
        let old = match fs::exists(place.path()) {
            Ok(false) => None,
            _ => Some(read(&place, RESTORE)?),
        };
        let changes = old.map(|old| {
            let inputs = Inputs {
                old: place.with_text(&old),
                new: given.place.with_text(&imported.document),
            };
            compare(workspace, &inputs, &[])
        });
        let changes = changes.transpose()?;
        let changelog = changes.as_ref().filter(|changes| changes.needs_release());
        let changelog = changelog.map(|changes| entry(workspace, changes));
        Ok(Self {
            changelog: changelog.transpose()?,
            given,
            imported,
            generated,
            changes,
        })
    }

    /// Writes everything, and describes what was written.
    fn carry_out(&self, workspace: &Workspace) -> Result<String, Failure> {
        let folder = workspace.generated();
        let plan = Plan::new(&folder, &self.generated.files).map_err(Failure::nothing_written)?;
        let (generated, removed) = plan.steps();
        let counts = (generated.len(), removed.len());
        let mut replacements = self.imported.changed(workspace);
        let report = self.imported.report(workspace, &self.given, &replacements);
        replacements.extend(generated);
        replacements.extend(self.changelog.as_ref().map(|text| Replacement {
            place: workspace.changelog(),
            text,
        }));
        replace(&replacements)?.remove(&removed, &folder)?;
        let place = workspace.changelog();
        let changelog = match self.changelog {
            Some(_) => format!("{place} written"),
            None => format!("{place} unchanged"),
        };
        Ok(format!(
            "{report}generated   {folder}: {} written, {} removed\nchangelog   {changelog}\n",
            counts.0, counts.1
        ))
    }
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

/// Generates the code from `document`.
fn generate(workspace: &Workspace, document: &str) -> Result<Generated, Failure> {
    let (overlay, config) = (workspace.overlay(), workspace.config());
    let texts = both(read(&overlay, RESTORE), read(&config, RESTORE))?;
    Pipeline {
        document: workspace.document().with_text(document),
        overlay: overlay.with_text(&texts.0),
        config: config.with_text(&texts.1),
        operations: None,
    }
    .run()
}

/// The text of the changelog with an entry for `changes`.
fn entry(workspace: &Workspace, changes: &Changes) -> Result<String, Failure> {
    let place = workspace.changelog();
    let text = match fs::exists(place.path()) {
        Ok(false) => String::new(),
        _ => read(&place, RESTORE)?,
    };
    Ok(changelog::with(&text, changes))
}
