//! Creates a customer and prints it with its URL in the dashboard.
//!
//! ```text
//! export STRIPE_SECRET_KEY=sk_test_…
//! cargo run -p stripe-customers --example create_customer -- --description "Customer for jenny.rosen@example.com"
//! ```

use std::process::ExitCode;

use clap::Parser;
use stripe_customers::CreateCustomer;
use stripe_customers::expand::Expansion;

mod support;

/// Creates a customer and prints it with its URL in the dashboard.
///
/// Environment variables: STRIPE_SECRET_KEY is the secret key, STRIPE_API_BASE the URL of a test server (optional).
#[derive(Parser)]
#[command(name = "create_customer")]
struct Arguments {
    /// Description, shown in the dashboard
    #[arg(long)]
    description: Option<String>,

    /// Email address
    #[arg(long)]
    email: Option<String>,

    /// Full name of the person or company
    #[arg(long)]
    name: Option<String>,

    /// Phone number
    #[arg(long)]
    phone: Option<String>,

    /// Custom key-value pair; repeatable
    #[arg(long, value_name = "KEY=VALUE", value_parser = pair)]
    metadata: Vec<(String, String)>,

    /// Field to expand; repeatable
    #[arg(long, value_name = "FIELD")]
    expand: Vec<String>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("expected KEY=VALUE".to_owned()),
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    support::run(async |client| {
        let customer = request(arguments).send(&client).await?;
        support::print_customer(&customer)
    })
}

fn request(arguments: Arguments) -> CreateCustomer {
    let mut request = CreateCustomer::new().metadata(arguments.metadata);
    // The fields are public, and what is `None` is not sent.
    request.description = arguments.description;
    request.email = arguments.email;
    request.name = arguments.name;
    request.phone = arguments.phone;
    // With a fixed field, use `.expand(customer::expand::sources())`.
    let paths = arguments.expand.into_iter().map(Expansion::untyped);
    request.expand = Some(paths.collect());
    request
}
