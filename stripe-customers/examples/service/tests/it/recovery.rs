//! Signups that were interrupted, or whose idempotency key is spent.

use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::json;
use stripe_customers::Client;
use stripe_customers::webhook::Webhook;
use stripe_customers_service::database::{Database, User};
use stripe_customers_service::stub::Stub;
use stripe_customers_service::{App, signup};
use tempfile::TempDir;
use tokio::task::JoinSet;

/// The service without its HTTP interface, with a stub of Stripe.
struct Fixture {
    app: App,
    stub: Stub,
    path: PathBuf,
    _directory: TempDir,
}

impl Fixture {
    async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("service.db");
        let stub = Stub::default();
        let url = stub.clone().start().await.unwrap();
        let client = Client::builder("sk_test_123")
            .base_url(url)
            .build()
            .unwrap();
        let webhook = Webhook::new("whsec_test");
        Self {
            app: App::new(client, webhook, Database::open(&path).unwrap()),
            stub,
            path,
            _directory: directory,
        }
    }

    async fn user(&self) -> User {
        let user = self.app.database.add_user("jenny@example.com".to_owned());
        user.await.unwrap()
    }

    /// Creates the customer, and forgets it as after a crash before the id was stored. Returns its id.
    async fn crash_after_creation(&self) -> String {
        let user = self.user().await;
        let id = signup::finish(&self.app, user).await.unwrap();
        self.execute("UPDATE users SET customer = NULL");
        id
    }

    /// Two days pass: Stripe deletes the idempotency keys.
    fn wait_two_days(&self) {
        self.execute("UPDATE users SET key_created = key_created - 172800");
        self.stub.data().keys.clear();
    }

    fn execute(&self, sql: &str) {
        let connection = Connection::open(&self.path).unwrap();
        connection.execute(sql, []).unwrap();
    }

    /// Runs the background pass. Returns the user and the number of customers.
    async fn finish(&self) -> (User, usize) {
        signup::finish_all(&self.app, 0).await.unwrap();
        (self.user().await, self.stub.data().customers.len())
    }
}

#[tokio::test]
async fn a_crash_after_the_creation() {
    let fixture = Fixture::new().await;
    let id = fixture.crash_after_creation().await;
    let (user, customers) = fixture.finish().await;
    assert_eq!((user.customer, user.key_number), (Some(id), 0));
    assert_eq!(customers, 1);
}

#[tokio::test]
async fn a_crash_before_the_creation() {
    let fixture = Fixture::new().await;
    fixture.user().await;
    let (user, customers) = fixture.finish().await;
    assert_eq!(
        (user.customer.as_deref(), user.key_number),
        (Some("cus_1"), 0)
    );
    assert_eq!(customers, 1);
}

#[tokio::test]
async fn an_old_key_with_a_customer() {
    let fixture = Fixture::new().await;
    let id = fixture.crash_after_creation().await;
    fixture.wait_two_days();
    let (user, customers) = fixture.finish().await;
    assert_eq!((user.customer, user.key_number), (Some(id), 0));
    assert_eq!(customers, 1);
}

#[tokio::test]
async fn an_old_key_without_a_customer() {
    let fixture = Fixture::new().await;
    fixture.user().await;
    fixture.wait_two_days();
    let (user, customers) = fixture.finish().await;
    assert_eq!(
        (user.customer.as_deref(), user.key_number),
        (Some("cus_1"), 1)
    );
    assert_eq!(customers, 1);
}

/// A customer with the same email address that belongs to something else is not the customer of the user.
#[tokio::test]
async fn an_old_key_and_a_customer_of_somebody_else() {
    let fixture = Fixture::new().await;
    let other = json!({
        "id": "cus_other", "object": "customer", "created": 1_764_000_000, "livemode": false,
        "email": "jenny@example.com", "metadata": {"user": "other"},
    });
    fixture
        .stub
        .data()
        .customers
        .insert("cus_other".to_owned(), other);
    fixture.user().await;
    fixture.wait_two_days();
    let (user, customers) = fixture.finish().await;
    assert_eq!(user.customer.as_deref(), Some("cus_2"));
    assert_eq!(customers, 2);
}

/// An earlier version of the service sent other parameters with the same key.
#[tokio::test]
async fn a_key_with_other_parameters() {
    let fixture = Fixture::new().await;
    let key = format!("signup-{}-0", fixture.user().await.id);
    let stored = (Default::default(), json!({}));
    fixture.stub.data().keys.insert(key, stored);
    let (user, customers) = fixture.finish().await;
    assert_eq!(
        (user.customer.as_deref(), user.key_number),
        (Some("cus_1"), 1)
    );
    assert_eq!(customers, 1);
}

#[tokio::test]
async fn a_refused_signup_is_not_repeated() {
    let fixture = Fixture::new().await;
    let database = &fixture.app.database;
    let user = database.add_user("jenny@invalid".to_owned()).await.unwrap();
    let error = signup::finish(&fixture.app, user).await.unwrap_err();
    assert!(signup::is_refusal(error.downcast_ref().unwrap()));
    assert!(database.unfinished_users(0).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_same_signup_many_times_at_once() {
    let fixture = Fixture::new().await;
    fixture.user().await;
    fixture.wait_two_days();
    let user = fixture.user().await;
    let calls: JoinSet<_> = (0..20)
        .map(|_| {
            let (app, user) = (fixture.app.clone(), user.clone());
            async move { signup::finish(&app, user).await.unwrap() }
        })
        .collect();
    assert_eq!(calls.join_all().await, vec!["cus_1"; 20]);
    assert_eq!(fixture.stub.data().customers.len(), 1);
}
