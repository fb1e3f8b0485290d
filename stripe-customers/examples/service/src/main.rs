//! Starts the service. `--stub` starts a small Stripe on this machine, too, which needs no key.

use std::env;
use std::process::ExitCode;

use stripe_customers::Client;
use stripe_customers::webhook::Webhook;
use stripe_customers_service::database::Database;
use stripe_customers_service::stub::Stub;
use stripe_customers_service::{App, Error, background, web};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Error> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let app = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => from_environment()?,
        ["--stub"] => with_stub().await?,
        _ => return Err("usage: stripe-customers-service [--stub]".into()),
    };
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:3000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    // There is no orderly shutdown: the next start finishes what was interrupted.
    tokio::select! {
        ended = axum::serve(listener, web::router(app.clone())) => Ok(ended?),
        () = background::run(app) => Ok(()),
    }
}

/// Reads `STRIPE_SECRET_KEY`, `STRIPE_WEBHOOK_SECRET`, `STRIPE_API_BASE` (optional) and `DATABASE` (a path; optional).
fn from_environment() -> Result<App, Error> {
    let client = Client::from_env()?;
    let secret = env::var("STRIPE_WEBHOOK_SECRET")
        .map_err(|_| "STRIPE_WEBHOOK_SECRET is not set: `stripe listen` prints it")?;
    let path = env::var("DATABASE").unwrap_or_else(|_| "service.db".to_owned());
    let database = Database::open(path)?;
    Ok(App::new(client, Webhook::new(secret), database))
}

/// The stub forgets everything when the process ends, and so does the database.
async fn with_stub() -> Result<App, Error> {
    let url = Stub::default().start().await?;
    println!("the stub of Stripe is {url}, and the secret of webhooks is whsec_stub");
    let client = Client::builder("sk_test_stub").base_url(url).build()?;
    let database = Database::open(":memory:")?;
    Ok(App::new(client, Webhook::new("whsec_stub"), database))
}
