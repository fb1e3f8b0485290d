//! `cargo xtask spec import`: Stripe's document in, the part of it that the crate is made from out.

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde::Serialize;
use serde_json::Value;
use stripe_codegen::{Config, Document, Errors, Input, import, source};

use crate::failure::{Failure, Names};
use crate::inputs::read;
use crate::output::Report;
use crate::place::Place;
use crate::provenance::Provenance;
use crate::replace::{Replacement, replace};
use crate::workspace::Workspace;

const HELP: &str = "download `latest/openapi.spec3.json` of https://github.com/stripe/openapi";

/// Imports the document in `file` into `workspace`.
pub(crate) fn run(workspace: &Workspace, file: &Path) -> Result<Report, Failure> {
    let started = Instant::now();
    let imported = Imported::read(workspace, file).map_err(Failure::nothing_written)?;
    let changed = imported.write(workspace)?;
    Ok(Report::fine(format!(
        "document    {}, API version {}\n\
         operations  {}\n\
         files       {}\n\
         time        {:.2} s\n",
        file.display(),
        imported.api_version,
        imported.operations.join(", "),
        changed,
        started.elapsed().as_secs_f64(),
    )))
}

/// `value` as JSON that is easy to compare: a line for every fact, and a newline at the end.
pub(crate) fn pretty(value: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

/// The texts of the files that an import writes, and what to say about them.
struct Imported {
    api_version: String,
    operations: Vec<String>,
    document: String,
    provenance: String,
}

impl Imported {
    fn read(workspace: &Workspace, file: &Path) -> Result<Self, Failure> {
        let (given, config) = (Place::given(file), workspace.config());
        let names = Names {
            document: &given,
            overlay: &workspace.overlay(),
            config: &config,
        };
        let text = read(&given, HELP)?;
        let config = Config::parse(&read(&config, "restore it from version control")?)
            .map_err(|errors| names.failure(&errors))?;
        let (document, part) = take(&text, &config).map_err(|errors| names.failure(&errors))?;
        let provenance = Provenance::new(file, &text, &document, &config.operations, &part);
        Ok(Self {
            api_version: provenance.api_version.to_owned(),
            provenance: provenance
                .text()
                .map_err(|error| Failure::new(error.to_string()))?,
            document: pretty(&part).map_err(|error| Failure::new(error.to_string()))?,
            operations: config.operations,
        })
    }

    /// Writes the files that are not as they should be, and says which.
    fn write(&self, workspace: &Workspace) -> Result<String, Failure> {
        let files = [
            (workspace.document(), &self.document),
            (workspace.provenance(), &self.provenance),
        ];
        let mut states = vec![];
        let mut changed = vec![];
        for (place, text) in files {
            if fs::read(place.path()).is_ok_and(|bytes| bytes == text.as_bytes()) {
                states.push(format!("{place} unchanged"));
            } else {
                states.push(format!("{place} written"));
                changed.push(Replacement { place, text });
            }
        }
        replace(&changed)?;
        Ok(states.join(", "))
    }
}

/// The whole document in `text`, and the part of it that `config` selects, checked: a document that
/// is not understood must not replace one that is.
fn take(text: &str, config: &Config) -> Result<(Value, Value), Errors> {
    let document = source::parse(Input::Document, text)?;
    let part = import::slice(&document, config)?;
    Document::new(part.clone())?;
    Ok((document, part))
}
