//! The project's own commands: `cargo xtask --help` lists them.
//!
//! Everything that reads or writes a file is here; what turns text into text is `stripe-codegen`.

mod changelog;
mod cli;
mod compare;
mod diff;
mod draw;
mod excerpt;
mod existing;
mod failure;
mod fetch;
mod import;
mod inputs;
mod line;
mod locate;
mod measure;
mod output;
mod place;
mod provenance;
mod regenerate;
mod release_notes;
mod replace;
mod rerun;
mod spec_diff;
mod style;
mod threads;
mod update;
mod whole_crate;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command, Spec};
use workspace::Workspace;

fn main() -> ExitCode {
    if let Some(code) = measure::in_place_of_a_command() {
        return code;
    }
    let cli = Cli::parse();
    let done = Workspace::find(cli.root).and_then(|workspace| match cli.command {
        Command::Regenerate(options) => regenerate::run(&workspace, &options),
        Command::Spec(Spec::Import { file }) => import::run(&workspace, &file),
        Command::Spec(Spec::Update { from }) => update::run(&workspace, from.as_deref()),
        Command::Spec(Spec::Diff(options)) => spec_diff::run(&workspace, &options),
        Command::Draw => draw::run(&workspace),
        Command::Measure(what) => measure::run(&workspace, &what),
        Command::ReleaseNotes { version } => release_notes::run(&workspace, version.as_deref()),
    });
    match done {
        Ok(report) => output::say(&report),
        Err(failure) => output::fail(&failure),
    }
}
