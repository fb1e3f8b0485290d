//! `cargo xtask spec import`: imports the configured operations from Stripe's document.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use stripe_codegen::{Config, Document, Errors, Input, parse, slice};

use crate::compare::FileChange;
use crate::failure::Failure;
use crate::inputs::{RESTORE, Source, failure};
use crate::named_path::NamedPath;
use crate::output::seconds;
use crate::provenance::{Provenance, Summary};
use crate::replace::replace;
use crate::workspace::{CONFIG, DOCUMENT, PROVENANCE, Workspace};

const HELP: &str = "download `latest/openapi.spec3.json` of https://github.com/stripe/openapi";

/// Imports the document in `file` into `workspace`.
pub(crate) fn run(
    workspace: &Workspace,
    file: &Path,
    commit: Option<&str>,
) -> Result<String, Failure> {
    let started = Instant::now();
    let imported = Given::read(file, commit).and_then(|given| import(workspace, &given));
    let imported = imported.map_err(Failure::nothing_written)?;
    let changes = imported.changes(workspace);
    replace(&changes)?;
    Ok(format!(
        "{}time        {}\n",
        imported.report(&changes),
        seconds(started.elapsed()),
    ))
}

fn import(workspace: &Workspace, given: &Given) -> Result<Imported, Failure> {
    let source = Source::read(Input::Config, workspace.at(CONFIG), RESTORE)?;
    let imported = || {
        let config = Config::parse(&source.text)?;
        let document = parse(Input::Document, &given.source.text)?;
        let known = Provenance::known(workspace);
        let (imported, part) = Imported::new(given, &known, document, &config)?;
        // An unsupported document must not replace a supported one.
        Document::new(part)?;
        Ok(imported)
    };
    imported().map_err(|errors: Errors| failure(&errors, &[&given.source, &source], false))
}

/// A document that is to be imported.
pub(crate) struct Given {
    pub(crate) source: Source,
    /// The name of the file, without its folder.
    pub(crate) file: String,
    /// The commit of Stripe's repository that has the document, if known.
    pub(crate) commit: Option<String>,
}

impl Given {
    /// Reads a file.
    pub(crate) fn read(file: &Path, commit: Option<&str>) -> Result<Self, Failure> {
        let name = file.file_name().and_then(|name| name.to_str());
        Ok(Self {
            source: Source::read(Input::Document, NamedPath::given(file), HELP)?,
            file: name.unwrap_or_default().to_owned(),
            commit: commit.map(str::to_owned),
        })
    }
}

/// The texts of the files that an import writes, and their description.
pub(crate) struct Imported {
    description: String,
    /// The imported part, with the name of the whole document.
    pub(crate) document: Source,
    provenance: String,
}

impl Imported {
    /// Imports the operations of `config` from `document`, the one in `given`. Returns the imported part, too.
    pub(crate) fn new(
        given: &Given,
        known: &[Provenance],
        document: Value,
        config: &Config,
    ) -> Result<(Self, Value), Errors> {
        let mut provenance = Provenance::new(given, known, &document);
        let part = slice(document, config)?;
        let text = format!("{part:#}\n");
        provenance.operations.clone_from(&config.operations);
        provenance.imported = Summary::new(&text, &part);
        let imported = Self {
            description: format!(
                "document    {}, API version {}\noperations  {}\n",
                given.source.place,
                provenance.api_version,
                config.operations.join(", "),
            ),
            document: Source {
                input: Input::Document,
                place: given.source.place.clone(),
                text,
            },
            provenance: format!("{:#}\n", json!(provenance)),
        };
        Ok((imported, part))
    }

    /// The changes to the files of `workspace`.
    pub(crate) fn changes(&self, workspace: &Workspace) -> Vec<FileChange<'_>> {
        vec![
            FileChange::to(workspace.at(DOCUMENT), &self.document.text),
            FileChange::to(workspace.at(PROVENANCE), &self.provenance),
        ]
    }

    /// Describes the import, which makes these changes.
    pub(crate) fn report(&self, changes: &[FileChange<'_>]) -> String {
        let states: Vec<_> = changes.iter().map(FileChange::to_string).collect();
        format!("{}files       {}\n", self.description, states.join(", "))
    }
}
