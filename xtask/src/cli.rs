//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::measure::Measure;

const MOST_USED: &str = "\
Examples:
  cargo xtask regenerate
  cargo xtask regenerate --check
  cargo xtask spec update
  cargo xtask spec diff old.json new.json
  cargo xtask help spec diff

Exit codes:
  0  done, or nothing to do
  1  bad input, or (with --check) the generated code is stale
  2  wrong usage";

const REGENERATE: &str = "\
Examples:
  cargo xtask regenerate
  cargo xtask regenerate --check
  cargo xtask regenerate --spec ~/Downloads/openapi.spec3.json --out /tmp/generated
  cargo xtask regenerate --spec ~/Downloads/openapi.spec3.json --operations all --out /tmp/stripe
  cargo xtask regenerate --spec openapi.yaml --operations PostCustomers,GetCustomers --out customers

Exit codes:
  0  done, or nothing to do
  1  bad input, or (with --check) the generated code is stale
  2  wrong usage";

const IMPORT: &str = "\
Example:
  cargo xtask spec import ~/Downloads/openapi.spec3.json

Exit codes:
  0  done, or nothing to do
  1  bad input
  2  wrong usage";

const UPDATE: &str = "\
Examples:
  cargo xtask spec update
  cargo xtask spec update ~/Downloads/openapi.spec3.json
  cargo xtask spec update https://raw.githubusercontent.com/stripe/openapi/v2100/openapi/spec3.json

A URL is fetched with curl, over HTTPS alone.

Exit codes:
  0  done, or nothing to do
  1  bad input, or the document could not be fetched; nothing was written
  2  wrong usage";

const RELEASE_NOTES: &str = "\
Examples:
  cargo xtask release-notes
  cargo xtask release-notes 0.1.0
  cargo xtask release-notes 2026-01-28.clover

Exit codes:
  0  done
  1  there is no such entry
  2  wrong usage";

const DRAW: &str = "\
Example:
  cargo xtask measure build --peers --format json > xtask/pictures/builds.json
  cargo bench -p stripe-customers > xtask/pictures/bench.txt
  cargo xtask draw

Exit codes:
  0  done
  1  there are no figures, or what is there is something else
  2  wrong usage";

const DIFF: &str = "\
Examples:
  cargo xtask spec diff old.json ~/Downloads/openapi.spec3.json
  cargo xtask spec diff old.json new.json --operations PostRefunds,GetRefunds --format markdown
  cargo xtask spec diff old.json new.json --operations all --format json

Exit codes:
  0  done, whatever has changed
  1  bad input
  2  wrong usage";

/// The project's own commands
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = MOST_USED)]
pub(crate) struct Cli {
    /// The root of the workspace [default: the nearest folder above that has spec/config.yaml]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the generated code anew from the document in spec/
    #[command(after_help = REGENERATE)]
    Regenerate(Regenerate),
    /// Work on the document in spec/
    #[command(subcommand)]
    Spec(Spec),
    /// Draw the pictures of the README from what was measured
    ///
    /// xtask/pictures/ has the figures, as the commands printed them that measure, and the pictures.
    #[command(after_help = DRAW)]
    Draw,
    /// Print an entry of CHANGELOG.md
    #[command(after_help = RELEASE_NOTES)]
    ReleaseNotes {
        /// The version of the crate, or that of Stripe's API [default: the last entry]
        version: Option<String>,
    },
    /// Measure what the project costs whoever uses it
    #[command(subcommand)]
    Measure(Measure),
}

/// The options of `regenerate`.
#[derive(Args, Debug)]
pub(crate) struct Regenerate {
    /// Write nothing; show what is stale, and exit with 1 if anything is
    #[arg(long)]
    pub(crate) check: bool,

    /// The OpenAPI 3.0 document, JSON or YAML [default: spec/openapi.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    /// The folder for the generated code [default: stripe-customers/src/generated]; with --operations, for
    /// a whole crate
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,

    /// The operations, by operationId, or `all`, in place of those in spec/config.yaml: makes a crate
    /// of them, the hand-written runtime included
    #[arg(long, value_name = "ID,...", value_delimiter = ',', requires = "out")]
    pub(crate) operations: Vec<String>,
}

/// What to do with the document in `spec/`.
#[derive(Debug, Subcommand)]
pub(crate) enum Spec {
    /// Take what spec/config.yaml names out of Stripe's document
    ///
    /// Writes spec/openapi.json, the selected operations with everything that they reach, without
    /// descriptions and summaries, and spec/provenance.json, which says where it comes from.
    #[command(after_help = IMPORT)]
    Import {
        /// Stripe's OpenAPI document, JSON or YAML
        file: PathBuf,
    },
    /// Move to another document: import it, regenerate, and tell what has changed
    ///
    /// All or nothing: spec/, the generated code and the entry in CHANGELOG.md are written once everything has gone well.
    #[command(after_help = UPDATE)]
    Update {
        /// Stripe's OpenAPI document, JSON or YAML: a file, or a URL [default: the latest one that Stripe has published]
        #[arg(value_name = "FILE|URL")]
        from: Option<String>,
    },
    /// Tell what has changed between two documents
    ///
    /// Not line by line, but as a changelog of the API: operations, parameters, fields, values, limits and so on, of
    /// the selected operations and everything that they reach; each with its place, its name in Rust, and what it means
    /// for code that uses the crate and for whoever calls the API. The most important comes first.
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

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// How something is printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Format {
    /// A line for everything
    #[default]
    Text,
    /// For a page
    Markdown,
    /// Data for another program
    Json,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::Cli;

    /// The lines that the help of `command`, and of those below it, gives as examples of this program.
    fn examples(command: &clap::Command) -> Vec<String> {
        let help = command.get_after_help().map(ToString::to_string);
        let help = help.unwrap_or_default();
        let examples = help.lines().filter_map(|line| {
            let example = line.strip_prefix("  cargo xtask ")?;
            // Where the output goes is for the shell.
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
            let words = ["cargo xtask"].into_iter().chain(example.split(' '));
            if let Err(error) = Cli::try_parse_from(words) {
                let is_help = error.kind() == clap::error::ErrorKind::DisplayHelp;
                assert!(is_help, "{example}: {error}");
            }
        }
    }
}
