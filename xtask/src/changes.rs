//! `cargo xtask spec diff`: two documents in, what has changed out.

use std::path::Path;

use stripe_codegen::changes::{self, Failed, Options, Report as Changes};
use stripe_codegen::{Config, Error, Errors};

use crate::cli::{Diff, Format};
use crate::failure::{Failure, Names};
use crate::inputs::read;
use crate::output::Report;
use crate::place::Place;
use crate::workspace::Workspace;

const HELP: &str = "download one from https://github.com/stripe/openapi";
const RESTORE: &str = "restore it from version control";

/// Says what has changed between two documents.
pub(crate) fn run(workspace: &Workspace, options: &Diff) -> Result<Report, Failure> {
    let text = |path: &Path| read(&Place::given(path), HELP);
    let texts = match (text(&options.old), text(&options.new)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let failures = [old.err(), new.err()];
            return Err(Failure::join(failures.into_iter().flatten().collect()));
        }
    };
    let inputs = Inputs {
        old: (&Place::given(&options.old), &texts.0),
        new: (&Place::given(&options.new), &texts.1),
    };
    let report = compare(workspace, &inputs, &options.operations)?;
    let text = match options.format {
        Format::Text => changes::text(&report),
        Format::Markdown => changes::markdown(&report),
        Format::Json => changes::json(&report).map_err(|error| Failure::new(error.to_string()))?,
    };
    Ok(Report::fine(text))
}

/// Two documents, each with its name and its text.
pub(crate) struct Inputs<'a> {
    pub(crate) old: (&'a Place, &'a str),
    pub(crate) new: (&'a Place, &'a str),
}

/// What has changed for `operations`, or for those of the configuration.
pub(crate) fn compare(
    workspace: &Workspace,
    inputs: &Inputs<'_>,
    operations: &[String],
) -> Result<Changes, Failure> {
    let (overlay_place, config_place) = (workspace.overlay(), workspace.config());
    let overlay = read(&overlay_place, RESTORE)?;
    let config = read(&config_place, RESTORE)?;
    let failure = |document: &Place, errors: &Errors| {
        let names = Names {
            document,
            overlay: &overlay_place,
            config: &config_place,
        };
        names.failure(errors)
    };
    let config = Config::parse(&config).map_err(|errors| failure(inputs.new.0, &errors))?;
    let options = Options {
        config: &config,
        overlay: Some(&overlay),
        operations: match operations {
            [] => &config.operations,
            these => these,
        },
    };
    changes::compare(inputs.old.1, inputs.new.1, &options).map_err(|failed| match failed {
        Failed::Old(errors) => failure(inputs.old.0, &errors),
        Failed::New(errors) => failure(inputs.new.0, &errors),
        Failed::Operations(errors) if operations.is_empty() => failure(inputs.new.0, &errors),
        // The place is an index into what the user has typed.
        Failed::Operations(errors) => Failure::all(errors.iter().map(option).collect()),
    })
}

/// What is wrong with the value of an option.
fn option(error: &Error) -> String {
    let help = error.help.iter();
    let help: String = help.map(|help| format!("\n  help: {help}")).collect();
    format!("--operations: {}{help}", error.problem)
}
