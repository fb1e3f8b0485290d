//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::provenance::parse_commit;

/// The end of a help text.
macro_rules! help {
    ($examples:literal) => {
        concat!(
            "Examples:\n",
            $examples,
            "\n\nExit codes:\n  0  done\n  1  failed, or (with --check) the generated code is stale\n  2  wrong usage"
        )
    };
}

const OVERVIEW: &str = help!(
    "  cargo xtask regenerate
  cargo xtask regenerate --check
  cargo xtask spec update
  cargo xtask spec diff old.json new.json
  cargo xtask help spec diff"
);

const REGENERATE: &str = help!(
    "  cargo xtask regenerate
  cargo xtask regenerate --check
  cargo xtask regenerate --spec ~/Downloads/openapi.spec3.json --out /tmp/generated
  cargo xtask regenerate --spec ~/Downloads/openapi.spec3.json --operations all --out /tmp/stripe
  cargo xtask regenerate --spec openapi.yaml --operations PostCustomers,GetCustomers --out customers
  cargo xtask regenerate --spec openapi.yaml --operations all --except 'GET /v1/old' --out stripe"
);

const IMPORT: &str = help!(
    "  cargo xtask spec import ~/Downloads/openapi.spec3.json
  cargo xtask spec import openapi.spec3.json --commit d0f9e4c144d0927877afa13586f6efc78da5b0fc"
);

const UPDATE: &str = help!(
    "  cargo xtask spec update
  cargo xtask spec update ~/Downloads/openapi.spec3.json
  cargo xtask spec update https://raw.githubusercontent.com/stripe/openapi/v2100/openapi/spec3.json

A URL is fetched with curl, over HTTPS only."
);

const RELEASE_NOTES: &str = help!(
    "  cargo xtask release-notes
  cargo xtask release-notes 0.1.0
  cargo xtask release-notes 2026-01-28.clover"
);

const MEASURE: &str = help!(
    "  cargo xtask measure
  cargo xtask measure --profile release --runs 3
  cargo xtask measure > stripe-customers/benches/results/builds.md

Everything is built in target/measure. One run takes about ten minutes. Other work on the machine changes the times more
than the ratios."
);

const DRAW: &str = help!(
    "  cargo xtask measure > stripe-customers/benches/results/builds.md
  cargo bench -p stripe-customers > stripe-customers/benches/results/speed.txt
  cargo xtask draw"
);

const DIFF: &str = help!(
    "  cargo xtask spec diff old.json ~/Downloads/openapi.spec3.json
  cargo xtask spec diff old.json new.json --operations PostRefunds,GetRefunds --format markdown
  cargo xtask spec diff old.json new.json --operations all --format json"
);

/// The commands of this project
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = OVERVIEW)]
pub(crate) struct Cli {
    /// The root of the workspace [default: the nearest folder above that has spec/config.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Regenerate the code from spec/
    #[command(after_help = REGENERATE)]
    Regenerate(Regenerate),
    /// Import, update or compare Stripe's document
    #[command(subcommand)]
    Spec(Spec),
    /// Draw the charts of the measured figures
    ///
    /// The figures are in stripe-customers/benches/results/, as `cargo xtask measure` and `cargo bench` print them. The
    /// charts are written beside them.
    #[command(after_help = DRAW)]
    Draw,
    /// Print an entry of CHANGELOG.md
    #[command(after_help = RELEASE_NOTES)]
    ReleaseNotes {
        /// The version of the crate, or of Stripe's API [default: the latest entry]
        version: Option<String>,
    },
    /// Measure the build of a program that creates and retrieves a customer
    ///
    /// The program is written twice: with this crate, and by hand with the same HTTP client, a struct with serde's derive
    /// macro and pairs for the form. Both are built in turns from downloaded packages alone, and again after a change
    /// to main.rs, with the settings of a new package. Prints a Markdown table.
    #[command(after_help = MEASURE)]
    Measure(Measure),
}

/// The options of `regenerate`.
#[derive(Args, Debug)]
pub(crate) struct Regenerate {
    /// Write nothing; show the stale files, and exit with 1 if there are any
    #[arg(long)]
    pub(crate) check: bool,

    /// The OpenAPI 3.0 document, JSON or YAML [default: spec/openapi.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    /// The folder for the generated code [default: stripe-customers/src/generated]; with --operations, for
    /// a whole crate
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// The operations, by operationId or by method and path, or `all`, instead of those in spec/config.yaml:
    /// writes a crate with the hand-written runtime
    #[arg(long, value_name = "ID,...", value_delimiter = ',', requires = "out")]
    pub(crate) operations: Vec<String>,

    /// With --operations: the name of the crate [default: that of the folder]
    #[arg(long, requires = "operations")]
    pub(crate) name: Option<String>,

    /// With `--operations all`: the operations to leave out
    #[arg(
        long,
        value_name = "ID,...",
        value_delimiter = ',',
        requires = "operations"
    )]
    pub(crate) except: Vec<String>,
}

/// The commands for the document in `spec/`.
#[derive(Debug, Subcommand)]
pub(crate) enum Spec {
    /// Import the operations of spec/config.yaml from Stripe's document
    ///
    /// Writes spec/openapi.json, the selected operations with everything that they reach, without descriptions and
    /// summaries, and spec/provenance.json, which records the origin of the document.
    #[command(after_help = IMPORT)]
    Import {
        /// Stripe's OpenAPI document, JSON or YAML
        file: PathBuf,

        /// The commit of stripe/openapi that has the document [default: the recorded one if
        /// the document is the same]
        #[arg(long, value_name = "SHA", value_parser = parse_commit)]
        commit: Option<String>,
    },
    /// Move to another document: import it, regenerate, and list what changed
    ///
    /// Writes spec/, the generated code and the entry in CHANGELOG.md, or nothing if any step fails.
    #[command(after_help = UPDATE)]
    Update {
        /// Stripe's OpenAPI document, JSON or YAML: a file, or a URL [default: the latest that Stripe has published]
        #[arg(value_name = "FILE|URL")]
        from: Option<String>,

        /// The commit of stripe/openapi that has the document [default: the one in the URL]
        #[arg(long, value_name = "SHA", value_parser = parse_commit)]
        commit: Option<String>,
    },
    /// List what changed between two documents
    ///
    /// A changelog of the API: operations, parameters, fields, values, limits and so on, of the selected operations and
    /// everything that they reach. Each change has its location, its name in Rust, and its effect on code that uses the
    /// crate and on callers of the API. The most important changes come first.
    #[command(after_help = DIFF)]
    Diff(Diff),
}

/// The options of `spec diff`.
#[derive(Args, Debug)]
pub(crate) struct Diff {
    /// A document, JSON or YAML: Stripe's, or one that was imported
    pub(crate) old: PathBuf,

    /// A later one
    pub(crate) new: PathBuf,

    /// The operations, by operationId, or `all` [default: those in spec/config.yaml]
    #[arg(long, value_name = "ID,...", value_delimiter = ',')]
    pub(crate) operations: Vec<String>,

    /// The output format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// An output format.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Format {
    /// One line for each change
    #[default]
    Text,
    /// For web pages
    Markdown,
    /// For programs
    Json,
}

/// The options of `measure`.
#[derive(Args, Debug)]
pub(crate) struct Measure {
    /// The profiles to build
    #[arg(
        long,
        value_name = "PROFILE,...",
        value_delimiter = ',',
        value_parser = ["check", "debug", "release"],
        default_value = "check,debug,release"
    )]
    pub(crate) profile: Vec<String>,

    /// How many times to build from downloaded packages; the table shows the medians
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) runs: NonZeroUsize,

    /// How many times to change main.rs and rebuild after each such build
    #[arg(long, value_name = "N", default_value = "5")]
    pub(crate) rebuilds: NonZeroUsize,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Cli;

    /// The examples of this program in the help of `command` and its subcommands.
    fn examples(command: &clap::Command) -> Vec<String> {
        let help = command.get_after_help().map(ToString::to_string);
        let help = help.unwrap_or_default();
        let examples = help.lines().filter_map(|line| {
            let example = line.strip_prefix("  cargo xtask ")?;
            // The shell redirects the output.
            Some(example.split(" > ").next()?.to_owned())
        });
        let examples: Vec<_> = examples.collect();
        let is_group = command.has_subcommands();
        assert!(is_group || !examples.is_empty(), "{}", command.get_name());
        let below = command.get_subcommands().flat_map(self::examples);
        examples.into_iter().chain(below).collect()
    }

    #[test]
    fn every_example_is_a_command() {
        for example in examples(&Cli::command()) {
            // Between single quotes, a space is part of a word.
            let parts = example.split('\'').enumerate();
            let words = parts.flat_map(|(index, part)| match index % 2 {
                0 => part.split(' ').filter(|word| !word.is_empty()).collect(),
                _ => vec![part],
            });
            let words = ["cargo xtask"].into_iter().chain(words);
            if let Err(error) = Cli::try_parse_from(words) {
                let is_help = error.kind() == clap::error::ErrorKind::DisplayHelp;
                assert!(is_help, "{example}: {error}");
            }
        }
    }
}
