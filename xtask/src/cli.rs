//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::measure::Profile;

const EXIT_CODES: &str = "\
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

const DIFF: &str = "\
Examples:
  cargo xtask spec diff old.json ~/Downloads/openapi.spec3.json
  cargo xtask spec diff old.json new.json --operations PostRefunds,GetRefunds --format markdown
  cargo xtask spec diff old.json new.json --operations all --format json

Exit codes:
  0  done, whatever has changed
  1  bad input
  2  wrong usage";

const MEASURE_BUILD: &str = "\
Examples:
  cargo xtask measure build
  cargo xtask measure build --profile release --runs 3 --format json
  cargo xtask measure build --peers

Everything is built in target/measure, without the network once all packages are downloaded. One run takes minutes,
with --peers up to an hour. Other work on the machine makes times longer; the ratios are what lasts.

Exit codes:
  0  done, whatever was measured
  1  a program could not be made or built
  2  wrong usage";

const MEASURE_GENERATOR: &str = "\
Examples:
  cargo xtask measure generator
  cargo xtask measure generator --spec ~/Downloads/openapi.spec3.json --runs 11 --format markdown

The time is that of this program as it was built: `cargo run --release -p xtask -- measure generator` measures the
one that is built for speed.

Exit codes:
  0  done, whatever was measured
  1  bad input
  2  wrong usage";

/// The project's own commands
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = EXIT_CODES)]
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

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Measure {
    /// What a program costs to build that creates and retrieves a customer
    ///
    /// Once with this crate, and once by hand: with the same HTTP client, a struct with the derive macro of serde, and
    /// pairs for the form. Both are built in turns from nothing but the downloaded packages, and again after a change to
    /// main.rs; with the settings that a new package has, whatever those of the workspace are.
    #[command(after_help = MEASURE_BUILD)]
    Build(MeasureBuild),
    /// What a generation costs, and how that grows with the number of operations
    ///
    /// The first 1, 2, 20 and 200 operations of the document, and all of it, in turns; each into an empty folder,
    /// as a process of its own.
    #[command(after_help = MEASURE_GENERATOR)]
    Generator(MeasureGenerator),
}

/// The options of `measure build`.
#[derive(Args, Debug)]
pub(crate) struct MeasureBuild {
    /// Build the same program with async-stripe and stripe-sdk too, as they are published
    #[arg(long)]
    pub(crate) peers: bool,

    /// The ways to build
    #[arg(
        long,
        value_name = "PROFILE,...",
        value_delimiter = ',',
        default_value = "check,debug,release"
    )]
    pub(crate) profile: Vec<Profile>,

    /// How often to build from nothing; the medians are printed
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) runs: NonZeroUsize,

    /// How often to change main.rs and build again, after each build from nothing
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) rebuilds: usize,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// The options of `measure generator`.
#[derive(Args, Debug)]
pub(crate) struct MeasureGenerator {
    /// The OpenAPI 3.0 document, JSON or YAML [default: spec/openapi.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) spec: Option<PathBuf>,

    /// How often to generate each; the medians are printed
    #[arg(long, value_name = "N", default_value = "11")]
    pub(crate) runs: NonZeroUsize,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}
