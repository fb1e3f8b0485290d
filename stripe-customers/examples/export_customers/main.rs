//! Writes all customers to a CSV file. If the export is interrupted, the same command continues it.
//!
//! ```text
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run -p stripe-customers --example export_customers -- --created-after 2026-01-01 customers.csv
//! ```
//!
//! Stripe lists the newest customers first. The file itself records how far the export has come: it continues after the customer in
//! the last row. So no customer is lost or written twice, even if the program is killed. Customers that are created during the export are
//! not part of it.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use stripe_customers::{Client, Error, ListCustomers, Range};

use crate::output::Output;
use crate::report::Report;

mod output;
mod report;

/// An error that ends the export.
type Stop = Box<dyn std::error::Error>;

/// The maximum number of retries of the client. More than the default, because no user is waiting.
const RETRIES: u32 = 5;

/// Writes all customers to a CSV file. If the export is interrupted, the same command continues it.
///
/// Environment variables: STRIPE_SECRET_KEY is the secret key, STRIPE_API_BASE the URL of a test server (optional). Exit code 1 means
/// that the file is not complete.
#[derive(Parser)]
#[command(name = "export_customers")]
struct Arguments {
    /// CSV file to write or to continue
    file: PathBuf,

    /// Only customers created on this day or later, in UTC: 2026-01-01
    #[arg(long, value_name = "DATE", value_parser = start_of_day)]
    created_after: Option<i64>,
}

#[tokio::main(flavor = "current_thread")]
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

/// Runs the export. Returns whether all customers have been written.
async fn run(arguments: Arguments) -> Result<bool, Stop> {
    // First, so that no file is created without a key.
    let client = Client::from_env()?;
    let (mut output, ids) = Output::open(&arguments.file)?;
    let mut report = Report::new(ids.len(), arguments.created_after);
    let mut request = ListCustomers::new().limit(100);
    request.created = arguments.created_after.map(Range::at_least);
    let ended = export(&client, request, ids, &mut output, &mut report).await;
    output.sync()?;
    // If the output is closed, the exit code and the file still have the result.
    let _ = writeln!(io::stdout(), "{report}");
    ended.map(|()| report.is_complete())
}

/// Writes the customers after those with the `ids`, in the order of the list.
async fn export(
    client: &Client,
    mut request: ListCustomers,
    mut ids: Vec<String>,
    output: &mut Output,
    report: &mut Report,
) -> Result<(), Stop> {
    let written: HashSet<String> = ids.iter().cloned().collect();
    loop {
        request.starting_after = ids.pop();
        let with_options = request.clone().customize().max_retries(RETRIES);
        // The next page arrives while this one is written.
        let mut customers = with_options.paginate(client).prefetch();
        let mut is_first = true;
        let mut failed_at = request.starting_after.clone();
        loop {
            match customers.next().await {
                None => return Ok(()),
                Some(Ok(customer)) if written.contains(customer.id.as_str()) => {}
                Some(Ok(customer)) => {
                    output.write(&customer)?;
                    report.written(&customer);
                }
                // The customer in the last row was deleted: continue after the one before it.
                Some(Err(error))
                    if is_first && is_deleted_cursor(&error) && !written.is_empty() =>
                {
                    break;
                }
                // One customer does not match its type. If the cursor stays, it is the whole page.
                Some(Err(error)) if error.is_decode() && failed_at != customers.cursor() => {
                    failed_at = customers.cursor();
                    report.failed(&error);
                }
                Some(Err(error)) => return Err(error.into()),
            }
            is_first = false;
        }
    }
}

/// Returns whether the customer after which the list should start does not exist.
fn is_deleted_cursor(error: &Error) -> bool {
    error.is_invalid_request() && error.param() == Some("starting_after")
}

/// Parses a date, and returns its start in UTC as seconds since the Unix epoch.
fn start_of_day(text: &str) -> Result<i64, String> {
    let date = text.parse::<jiff::civil::Date>();
    let start = date.and_then(|date| format!("{date}T00:00:00Z").parse::<jiff::Timestamp>());
    let start = start.map_err(|error| format!("{error}; expected a date such as 2026-01-01"));
    Ok(start?.as_second())
}
