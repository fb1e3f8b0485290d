//! The command line of what is measured.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::cargo::Profile;
use crate::cli::Format;

const BUILD: &str = "\
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

const GENERATOR: &str = "\
Examples:
  cargo xtask measure generator
  cargo xtask measure generator --spec ~/Downloads/openapi.spec3.json --runs 11 --format markdown

The time is that of this program as it was built: `cargo run --release -p xtask -- measure generator` measures the
one that is built for speed.

Exit codes:
  0  done, whatever was measured
  1  bad input
  2  wrong usage";

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Measure {
    /// What a program costs to build that creates and retrieves a customer
    ///
    /// Once with this crate, and once by hand: with the same HTTP client, a struct with the derive macro of serde, and
    /// pairs for the form. Both are built in turns from nothing but the downloaded packages, and again after a change to
    /// main.rs; with the settings that a new package has, whatever those of the workspace are.
    #[command(after_help = BUILD)]
    Build(BuildOptions),
    /// What a generation costs, and how that grows with the number of operations
    ///
    /// The first 1, 2, 20 and 200 operations of the document, and all of it, in turns; each into an empty folder,
    /// as a process of its own.
    #[command(after_help = GENERATOR)]
    Generator(GeneratorOptions),
}

/// The options of `measure build`.
#[derive(Args, Debug)]
pub(crate) struct BuildOptions {
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
pub(crate) struct GeneratorOptions {
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
