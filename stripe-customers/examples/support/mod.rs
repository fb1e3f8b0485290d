//! Shared code of the examples.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;
use stripe_customers::{Client, Customer};

/// The errors of the examples.
pub type Failure = Box<dyn std::error::Error>;

/// Runs `example` with a client that is configured by environment variables. Prints an error as one line.
pub fn run(example: impl AsyncFnOnce(Client) -> Result<(), Failure>) -> ExitCode {
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(example(Client::from_env()?))
    };
    match run() {
        Err(error) if !is_broken_pipe(&error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Returns whether the reader of the output has closed it, as `head` does. This is not an error.
fn is_broken_pipe(error: &Failure) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Prints the customer and its URL in the dashboard.
pub fn print_customer(customer: &Customer) -> Result<(), Failure> {
    print_json(customer)?;
    writeln!(io::stdout(), "{}", customer.dashboard_url())?;
    Ok(())
}

/// Prints `value` as JSON.
pub fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value)?;
    writeln!(io::stdout(), "{json}")?;
    Ok(())
}
