//! Retrieves a customer and prints it with its URL in the dashboard.
//!
//! ```text
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run -p stripe-customers --example retrieve_customer -- cus_… --expand default_source
//! ```

use std::process::ExitCode;

use clap::Parser;
use stripe_customers::expand::Expansion;
use stripe_customers::{RetrieveCustomer, RetrievedCustomer};

mod support;

/// Retrieves a customer and prints it with its URL in the dashboard.
///
/// Environment variables: STRIPE_SECRET_KEY is the secret key, STRIPE_API_BASE the URL of a test server (optional).
#[derive(Parser)]
#[command(name = "retrieve_customer")]
struct Arguments {
    /// Id of the customer: cus_…
    id: String,

    /// Field to expand; repeatable
    #[arg(long, value_name = "FIELD")]
    expand: Vec<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    support::run(async |client| {
        let mut request = RetrieveCustomer::new(arguments.id);
        // With a fixed field, use `.expand(customer::expand::default_source())`.
        let paths = arguments.expand.into_iter().map(Expansion::untyped);
        request.expand = Some(paths.collect());
        match request.send(&client).await?.into_inner() {
            RetrievedCustomer::Customer(customer) => support::print_customer(&customer),
            // A deleted customer has no page in the dashboard.
            other => support::print_json(&other),
        }
    })
}
