//! `cargo xtask spec import`: imports the configured operations from Stripe's document.

use std::path::Path;
use std::time::Instant;

use serde_json::Value;
use stripe_codegen::{Config, Document, Errors, Input, parse, slice};

use crate::compare::FileChange;
use crate::failure::Failure;
use crate::inputs::{RESTORE, Sources, read};
use crate::named_path::NamedPath;
use crate::output::{Output, pretty, seconds};
use crate::provenance::{Provenance, Recorded};
use crate::replace::replace;
use crate::workspace::Workspace;

const HELP: &str = "download `latest/openapi.spec3.json` of https://github.com/stripe/openapi";

/// Imports the document in `file` into `workspace`.
pub(crate) fn run(
    workspace: &Workspace,
    file: &Path,
    commit: Option<&str>,
) -> Result<Output, Failure> {
    let started = Instant::now();
    let given = Given::read(file, commit).map_err(Failure::nothing_written)?;
    let imported = import(workspace, &given).map_err(Failure::nothing_written)?;
    let changes = imported.changes(workspace);
    replace(&changes)?;
    Ok(Output::fine(format!(
        "{}time        {}\n",
        imported.report(&given, &changes),
        seconds(started.elapsed()),
    )))
}

fn import(workspace: &Workspace, given: &Given) -> Result<Imported, Failure> {
    let place = workspace.config();
    let text = read(&place, RESTORE)?;
    let sources = Sources {
        document: given.place.with_text(&given.text),
        overlay: None,
        config: Some(place.with_text(&text)),
        has_option: false,
    };
    let parsed =
        Config::parse(&text).and_then(|config| Ok((config, parse(Input::Document, &given.text)?)));
    let (config, document) = parsed.map_err(|errors| sources.failure(&errors))?;
    let part = checked(&document, &config).map_err(|errors| sources.failure(&errors))?;
    let recorded = Recorded::known(workspace);
    Imported::new(given, &recorded, config.operations, &document, &part)
}

/// A document that is to be imported.
pub(crate) struct Given {
    /// Its name in messages.
    pub(crate) place: NamedPath,
    /// The name of the file, without its folder.
    pub(crate) file: String,
    /// The commit of Stripe's repository that has the document, if known.
    pub(crate) commit: Option<String>,
    pub(crate) text: String,
}

impl Given {
    /// Reads a file.
    pub(crate) fn read(file: &Path, commit: Option<&str>) -> Result<Self, Failure> {
        let place = NamedPath::given(file);
        let name = file.file_name().and_then(|name| name.to_str());
        Ok(Self {
            text: read(&place, HELP)?,
            file: name.unwrap_or_default().to_owned(),
            commit: commit.map(str::to_owned),
            place,
        })
    }
}

/// The texts of the files that an import writes, and their description.
pub(crate) struct Imported {
    api_version: String,
    operations: Vec<String>,
    pub(crate) document: String,
    provenance: String,
}

impl Imported {
    /// The import of `part`, which has these operations of the given document.
    pub(crate) fn new(
        given: &Given,
        recorded: &[Recorded],
        operations: Vec<String>,
        document: &Value,
        part: &Value,
    ) -> Result<Self, Failure> {
        let text = pretty(part)?;
        let provenance = Provenance::new(
            &given.file,
            given.commit.as_deref(),
            recorded,
            (&given.text, document),
            &operations,
            (&text, part),
        );
        Ok(Self {
            api_version: provenance.api_version.to_owned(),
            provenance: pretty(&provenance)?,
            document: text,
            operations,
        })
    }

    /// The changes to the files of `workspace`.
    pub(crate) fn changes(&self, workspace: &Workspace) -> Vec<FileChange<'_>> {
        vec![
            FileChange::to(workspace.document(), &self.document),
            FileChange::to(workspace.provenance(), &self.provenance),
        ]
    }

    /// Describes the import, which makes these changes.
    pub(crate) fn report(&self, given: &Given, changes: &[FileChange<'_>]) -> String {
        let states: Vec<_> = changes.iter().map(FileChange::to_string).collect();
        format!(
            "document    {}, API version {}\n\
             operations  {}\n\
             files       {}\n",
            given.place,
            self.api_version,
            self.operations.join(", "),
            states.join(", "),
        )
    }
}

/// The part of `document` that `config` selects. It is checked: an unsupported document must not replace a supported one.
fn checked(document: &Value, config: &Config) -> Result<Value, Errors> {
    let part = slice(document.clone(), config)?;
    Document::new(part.clone())?;
    Ok(part)
}
