//! `cargo xtask release-notes`: prints an entry of the changelog.

use crate::changelog;
use crate::failure::Failure;
use crate::inputs::{RESTORE, read};
use crate::workspace::{CHANGELOG, Workspace};

/// The entry of `version`, or the latest one.
pub(crate) fn run(workspace: &Workspace, version: Option<&str>) -> Result<String, Failure> {
    let place = workspace.at(CHANGELOG);
    let text = read(&place, RESTORE)?;
    match changelog::entry(&text, version) {
        Some(entry) => Ok(entry),
        None => {
            let wanted = version.map_or("an entry".to_owned(), |it| format!("an entry for {it}"));
            let known = changelog::headings(&text).join("; ");
            let help = format!("it has: {known}");
            let help = (!known.is_empty()).then_some(help.as_str());
            Err(Failure::at(&place, format_args!("expected {wanted}, found none")).help(help))
        }
    }
}
