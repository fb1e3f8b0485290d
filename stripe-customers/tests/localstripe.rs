//! End to end, against the stateful test server localstripe.
//!
//! ```text
//! pip install localstripe==1.15
//! cargo test -p stripe-customers --test localstripe -- --ignored
//! ```
//!
//! `LOCALSTRIPE_PYTHON` is the Python that has it; `python3` by default.
#![cfg(feature = "client")]
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use stripe_customers::{Client, CreateCustomer, RetrieveCustomer, RetrievedCustomer};

/// A localstripe of one's own; it ends with the value.
struct LocalStripe {
    child: Child,
    url: String,
}

impl LocalStripe {
    fn start() -> Self {
        let python = env::var("LOCALSTRIPE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let mut child = Command::new(python)
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/localstripe_server.py"
            ))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 starts");
        let mut url = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut url).unwrap();
        assert!(
            url.starts_with("http"),
            "localstripe does not start; is it installed?"
        );
        Self {
            child,
            url: url.trim_end().to_owned(),
        }
    }

    fn client(&self, key: &str) -> Client {
        Client::builder(key).base_url(&self.url).build().unwrap()
    }
}

impl Drop for LocalStripe {
    fn drop(&mut self) {
        // It ends when its standard input does.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

const KEY: &str = "sk_test_12345";

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn what_was_created_comes_back() {
    let server = LocalStripe::start();
    let client = server.client(KEY);
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .email("jenny.rosen@example.com")
        .name("Jenny Rosen")
        .phone("+1 555 0100")
        .preferred_locales(["fr", "en-GB"])
        .metadata([("order", "6735"), ("a&b", "c=d é\n")])
        .send(&client)
        .await
        .unwrap();
    assert!(created.id.as_str().starts_with("cus_"), "{}", created.id);
    assert_eq!((created.status(), created.attempts()), (200, 1));

    let retrieved = RetrieveCustomer::new(&created.id)
        .send(&client)
        .await
        .unwrap();
    let RetrievedCustomer::Customer(retrieved) = retrieved.into_inner() else {
        panic!("it was not deleted");
    };
    assert_eq!(retrieved.id, created.id);
    assert!(!retrieved.livemode);
    assert_eq!(
        retrieved.description.as_deref(),
        Some("Customer for jenny.rosen@example.com")
    );
    assert_eq!(retrieved.email.as_deref(), Some("jenny.rosen@example.com"));
    assert_eq!(retrieved.name.as_deref(), Some("Jenny Rosen"));
    assert_eq!(retrieved.phone.as_deref(), Some("+1 555 0100"));
    assert_eq!(retrieved.preferred_locales.unwrap(), ["fr", "en-GB"]);
    let metadata = retrieved.metadata.unwrap();
    assert_eq!(metadata.get("order").map(String::as_str), Some("6735"));
    assert_eq!(metadata.get("a&b").map(String::as_str), Some("c=d é\n"));
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_customer_is_an_invalid_request() {
    let server = LocalStripe::start();
    let error = RetrieveCustomer::new("cus_unknown")
        .send(&server.client(KEY))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(404), 1));
    assert!(error.to_string().contains("404"), "{error}");
    assert!(error.api_error().is_some());
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_key_is_an_authentication_error() {
    let server = LocalStripe::start();
    let error = CreateCustomer::new()
        .send(&server.client("not_a_secret_key"))
        .await
        .unwrap_err();
    assert!(error.is_authentication(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(401), 1));
}

#[tokio::test]
#[ignore = "needs localstripe (pip install localstripe); run by .ci/run"]
async fn an_unknown_parameter_is_an_invalid_request() {
    let server = LocalStripe::start();
    // Known to Stripe, and not to localstripe.
    let error = CreateCustomer::new()
        .business_name("Rocket Rides")
        .send(&server.client(KEY))
        .await
        .unwrap_err();
    assert!(error.is_invalid_request(), "{error:?}");
    assert_eq!((error.status(), error.attempts()), (Some(400), 1));
    assert!(error.to_string().contains("Unexpected"), "{error}");
}
