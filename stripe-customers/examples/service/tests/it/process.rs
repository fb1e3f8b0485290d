//! The service as a process.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::Client;
use serde_json::{Value, json};

/// Ends a test that waits for something that never happens. Tests take seconds.
pub const LIMIT: Duration = Duration::from_secs(600);

/// A process, which is killed (`SIGKILL`) when the value is dropped.
pub struct Service {
    child: Child,
    pub url: String,
}

impl Service {
    /// Starts the service with another Stripe.
    pub fn start(stripe: &str, database: &Path) -> Self {
        let mut command = command();
        command
            .env("STRIPE_SECRET_KEY", "sk_test_123")
            .env("STRIPE_WEBHOOK_SECRET", "whsec_test")
            .env("STRIPE_API_BASE", stripe)
            .env("DATABASE", database);
        Self::spawn(command)
    }

    /// Starts the service with its stub.
    pub fn with_stub() -> Self {
        let mut command = command();
        command.arg("--stub");
        Self::spawn(command)
    }

    fn spawn(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut lines = output.lines().map(Result::unwrap);
        let url = lines.find_map(|line| Some(line.strip_prefix("listening on ")?.to_owned()));
        let url = url.expect("the service prints its URL");
        Self { child, url }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stripe-customers-service"));
    command
        .env("ADDRESS", "127.0.0.1:0")
        .stdout(Stdio::piped())
        // It reports every failed signup.
        .stderr(Stdio::null());
    command
}

/// Sends `POST /signup`, and returns the status and the body.
pub async fn sign_up(http: &Client, url: &str, email: &str) -> reqwest::Result<(u16, Value)> {
    let response = http
        .post(format!("{url}/signup"))
        .header("content-type", "application/json")
        .body(json!({"email": email}).to_string())
        .send()
        .await?;
    let status = response.status().as_u16();
    let body = response.bytes().await?;
    Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
}

#[tokio::test]
async fn the_stub_needs_no_key() {
    let service = Service::with_stub();
    let http = Client::builder().no_proxy().build().unwrap();
    let (status, body) = sign_up(&http, &service.url, "jenny@example.com")
        .await
        .unwrap();
    assert_eq!((status, &body["customer"]), (200, &json!("cus_1")));

    let me = http.get(format!("{}/me", service.url));
    let user = body["user"].as_str().unwrap();
    let response = me.header("x-user", user).send().await.unwrap();
    let body = response.bytes().await.unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    let customer = json!({"id": "cus_1", "name": "jenny@example.com", "balance": 0});
    assert_eq!(body["customer"], customer);
}
