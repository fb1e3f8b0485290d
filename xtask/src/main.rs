//! The commands of this project; `cargo xtask --help` lists them.
//!
//! This crate reads and writes files and runs programs; `stripe-codegen` turns text into text.

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
mod items;
mod locate;
mod measure;
mod named_path;
mod output;
mod pipeline;
mod provenance;
mod regenerate;
mod release_notes;
mod replace;
mod rerun;
mod settle;
mod spec_diff;
mod style;
mod update;
mod whole_crate;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command, Spec};
use workspace::Workspace;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = Workspace::find(cli.root).and_then(|workspace| match cli.command {
        Command::Regenerate(options) => regenerate::run(&workspace, &options),
        Command::Spec(Spec::Import { file, commit }) => {
            import::run(&workspace, &file, commit.as_deref())
        }
        Command::Spec(Spec::Update { from, commit }) => {
            update::run(&workspace, from.as_deref(), commit.as_deref())
        }
        Command::Spec(Spec::Diff(options)) => spec_diff::run(&workspace, &options),
        Command::Draw => draw::run(&workspace),
        Command::Measure(options) => measure::run(&workspace, &options),
        Command::ReleaseNotes { version } => release_notes::run(&workspace, version.as_deref()),
    });
    match result {
        Ok(output) => output::print(&output),
        Err(failure) => output::fail(&failure),
    }
}
