//! Creates one customer per row of a CSV file, and none twice: not if it is killed and started again either.
//!
//! ```text
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run -p stripe-customers --example import_customers -- customers.csv
//! ```
//!
//! Every row has an idempotency key that is made from what is in it, and a journal keeps which row became which
//! customer. What is in the journal is not sent again. What was sent, but did not get into the journal before the end,
//! is sent with the same key, and Stripe answers with the customer that it has made. Stripe keeps keys for a day at
//! least: so start it again within a day.

use std::env;
use std::fs;
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

/// Why there is no going on. A row that can't be imported is no reason.
type Stop = Box<dyn std::error::Error>;

/// Creates one customer per row of a CSV file, and none twice, however often it is started.
///
/// The first line of the file names the columns: name, email, phone, description, and metadata[KEY] for values of your
/// own. Uses the key in STRIPE_SECRET_KEY, and the server at STRIPE_API_BASE if that is set. Ends with exit code 1 if a
/// row did not become a customer: mend it, and start again.
#[derive(Parser)]
#[command(name = "import_customers")]
struct Arguments {
    /// The file, in UTF-8, with commas
    file: PathBuf,

    /// Where to keep which row became which customer [default: beside the file, one for each mode of Stripe]
    #[arg(long)]
    journal: Option<PathBuf>,

    /// How many calls to make at a time, as long as Stripe does not say that it is too much
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

/// Whether every row is a customer now.
async fn run(arguments: Arguments) -> Result<bool, Stop> {
    // Nothing is opened, and no journal made, before the key is there.
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
    println!("{report}; {} has their ids", journal.display());
    ended.map(|()| report.is_complete())
}

/// `customers.csv.test.journal`, or `live`: what is done in one mode is not done in the other.
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

/// Opens a file to be read. The error names it.
fn open(path: &Path) -> Result<fs::File, Stop> {
    fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()).into())
}
