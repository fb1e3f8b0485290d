//! `cargo xtask spec diff`: lists what changed between two documents.

use stripe_codegen::changes::{self, Class, Failed, Options, Report as Changes};
use stripe_codegen::{Config, Errors};

use crate::cli::{Diff, Format};
use crate::failure::{Failure, both};
use crate::inputs::{Sources, Texts, read};
use crate::named_path::{NamedPath, NamedText};
use crate::output::Output;
use crate::style::{self, styled};
use crate::workspace::Workspace;

const HELP: &str = "download one from https://github.com/stripe/openapi";

/// Lists what changed between two documents.
pub(crate) fn run(workspace: &Workspace, options: &Diff) -> Result<Output, Failure> {
    let (old, new) = (
        NamedPath::given(&options.old),
        NamedPath::given(&options.new),
    );
    let texts = both(read(&old, HELP), read(&new, HELP))?;
    let inputs = Inputs {
        old: old.with_text(&texts.0),
        new: new.with_text(&texts.1),
    };
    let report = compare(
        workspace,
        &Texts::read(workspace)?,
        &inputs,
        &options.operations,
    )?;
    let text = match options.format {
        Format::Text => coloured(&report),
        Format::Markdown => changes::markdown(&report),
        Format::Json => changes::json(&report),
    };
    Ok(Output::fine(text))
}

/// Two documents.
pub(crate) struct Inputs<'a> {
    pub(crate) old: NamedText<'a>,
    pub(crate) new: NamedText<'a>,
}

/// What changed for `operations`, or for those of the configuration. `texts` are those of the files of `workspace`.
pub(crate) fn compare(
    workspace: &Workspace,
    texts: &Texts,
    inputs: &Inputs<'_>,
    operations: &[String],
) -> Result<Changes, Failure> {
    let (overlay, config) = (workspace.overlay(), workspace.config());
    let failure = |document: NamedText<'_>, errors: &Errors| {
        let sources = Sources {
            document,
            overlay: Some(overlay.with_text(&texts.overlay)),
            config: Some(config.with_text(&texts.config)),
            has_option: !operations.is_empty(),
        };
        sources.failure(errors)
    };
    let config = Config::parse(&texts.config).map_err(|errors| failure(inputs.new, &errors))?;
    let options = Options {
        config: &config,
        overlay: Some(&texts.overlay),
        operations: match operations {
            [] => &config.operations,
            these => these,
        },
    };
    changes::compare(inputs.old.text, inputs.new.text, &options).map_err(|failed| match failed {
        Failed::Old(errors) => failure(inputs.old, &errors),
        Failed::New(errors) | Failed::Operations(errors) => failure(inputs.new, &errors),
    })
}

/// The report for a terminal: the headline of each class of changes has a colour.
pub(crate) fn coloured(report: &Changes) -> String {
    changes::styled_text(report, |class, headline| {
        let style = match class {
            Class::Breaking => style::ERROR,
            Class::Additive => style::ADDED,
            Class::Docs => style::HEADLINE,
        };
        styled(style, headline)
    })
}
