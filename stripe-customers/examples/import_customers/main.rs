//! Creates one customer per row of a CSV file, without duplicates, even if it is interrupted and restarted.
//!
//! ```text
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run -p stripe-customers --example import_customers -- customers.csv
//! ```
//!
//! The idempotency key of a row is derived from its contents, and a journal records the customers that have been created. A
//! row in the journal is not sent again. A row that was sent, but is not in the journal, is sent with the same key, and Stripe
//! returns the same customer. Stripe stores keys for at least a day, so restart the import within a day.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use stripe_customers::Client;

use crate::import::Import;
use crate::journal::Journal;
use crate::pace::Pace;
use crate::report::Report;
use crate::rows::Rows;

mod import;
mod journal;
mod pace;
mod report;
mod rows;

/// An error that ends the import, unlike an error of one row.
type Stop = Box<dyn std::error::Error>;

/// Creates one customer per row of a CSV file, without duplicates, even if it is interrupted and restarted.
///
/// The first line of the file names the columns: name, email, phone, description, and metadata[KEY] for custom key-value
/// pairs. Environment variables: STRIPE_SECRET_KEY is the secret key, STRIPE_API_BASE the URL of a test server (optional).
/// Exit code 1 means that a row was not imported: fix it and restart the import.
#[derive(Parser)]
#[command(name = "import_customers")]
struct Arguments {
    /// CSV file in UTF-8, separated by commas
    file: PathBuf,

    /// File that records the created customers [default: FILE.test.journal or FILE.live.journal]
    #[arg(long)]
    journal: Option<PathBuf>,

    /// Maximum number of concurrent calls
    #[arg(long, value_name = "CALLS", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..))]
    concurrency: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(stop) => {
            eprintln!("error: {stop}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the import. Returns whether all rows have been imported.
async fn run(arguments: Arguments) -> Result<bool, Stop> {
    // First, so that no journal is created without a key.
    let client = Client::from_env()?;
    let rows = Rows::open(&arguments.file)?;
    let journal = arguments
        .journal
        .unwrap_or_else(|| journal_beside(&arguments.file));
    let mut report = Report::new(rows::count(&arguments.file)?);
    let import = Import::new(
        client,
        Journal::open(&journal)?,
        Pace::new(arguments.concurrency.into()),
        &mut report,
    );
    let ended = import.run(rows).await;
    // If the output is closed, the exit code and the journal still have the result.
    let _ = writeln!(
        io::stdout(),
        "{report}; {} has their ids",
        journal.display()
    );
    ended.map(|()| report.is_complete())
}

/// Returns the default journal, `customers.csv.test.journal` or `customers.csv.live.journal`.
fn journal_beside(file: &Path) -> PathBuf {
    let is_live = env::var("STRIPE_SECRET_KEY").is_ok_and(|key| key.contains("_live_"));
    let mut name = file.as_os_str().to_owned();
    name.push(if is_live {
        ".live.journal"
    } else {
        ".test.journal"
    });
    name.into()
}

/// Opens a file for reading. The error contains its path.
fn open(path: &Path) -> Result<fs::File, Stop> {
    fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()).into())
}
