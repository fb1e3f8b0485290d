//! `cargo xtask spec diff`: lists what changed between two documents.

use stripe_codegen::changes::{self, Class, Failed, Options, Report as Changes};
use stripe_codegen::{Config, Input};

use crate::cli::{Diff, Format};
use crate::failure::{Failure, both};
use crate::inputs::{Settings, Source};
use crate::named_path::NamedPath;
use crate::style::{self, styled};
use crate::workspace::Workspace;

const HELP: &str = "download one from https://github.com/stripe/openapi";

/// Lists what changed between two documents.
pub(crate) fn run(workspace: &Workspace, options: &Diff) -> Result<String, Failure> {
    let read = |path| Source::read(Input::Document, NamedPath::given(path), HELP);
    let (old, new) = both(read(&options.old), read(&options.new))?;
    let settings = Settings {
        operations: options.operations.clone(),
        ..Settings::read(workspace)?
    };
    let report = compare(&settings, &old, &new)?;
    let text = match options.format {
        Format::Text => coloured(&report),
        Format::Markdown => changes::markdown(&report),
        Format::Json => changes::json(&report),
    };
    Ok(text)
}

/// What changed for the operations of `settings` between two documents.
pub(crate) fn compare(settings: &Settings, old: &Source, new: &Source) -> Result<Changes, Failure> {
    let config = Config::parse(&settings.config.text);
    let config = config.map_err(|errors| settings.failure(new, &errors))?;
    let options = Options {
        config: &config,
        overlay: Some(&settings.overlay.text),
        operations: match settings.operations.as_slice() {
            [] => &config.operations,
            these => these,
        },
    };
    changes::compare(&old.text, &new.text, &options).map_err(|failed| match failed {
        Failed::Old(errors) => settings.failure(old, &errors),
        Failed::New(errors) | Failed::Operations(errors) => settings.failure(new, &errors),
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
