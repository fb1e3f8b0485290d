//! What the examples have in common: how they print what came.

use std::process::ExitCode;

use serde::Serialize;
use stripe_customers::{Client, Customer, Error};

/// Runs `example` with a client that is set up from the environment. An error is one line, and exit code 1.
pub fn run(example: impl AsyncFnOnce(Client) -> Result<(), Error>) -> ExitCode {
    let result = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => Client::from_env().and_then(|client| runtime.block_on(example(client))),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the customer, and where the dashboard shows it.
pub fn print_customer(customer: &Customer) {
    print_json(customer);
    println!("{}", customer.dashboard_url());
}

/// Prints `value` as JSON.
pub fn print_json(value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(json) => println!("{json}"),
        Err(error) => eprintln!("error: {error}"),
    }
}
