//! Events: forged, repeated, out of order and unknown.

use std::time::SystemTime;

use axum::body::Body;
use axum::http::Request;
use rusqlite::Connection;
use serde_json::{Value, json};
use stripe_customers::Client;
use stripe_customers::webhook::Webhook;
use stripe_customers_service::database::{CustomerCopy, Database};
use stripe_customers_service::stub::Stub;
use stripe_customers_service::{App, events, web};
use tempfile::TempDir;
use tower::ServiceExt;

struct Fixture {
    app: App,
    stub: Stub,
    directory: TempDir,
}

impl Fixture {
    async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let stub = Stub::default();
        let url = stub.clone().start().await.unwrap();
        let app = app(&url, &directory);
        Self {
            app,
            stub,
            directory,
        }
    }

    /// Sets the email address that Stripe has now.
    fn set_email(&self, email: &str) {
        let customer = customer(email);
        self.stub
            .data()
            .customers
            .insert("cus_1".to_owned(), customer);
    }

    /// Delivers an event with a valid signature.
    async fn deliver(&self, event: &Value) {
        let body = event.to_string();
        let signature = self.app.webhook.sign(&body, SystemTime::now());
        assert_eq!(self.post(body, &signature).await, 200);
    }

    async fn post(&self, body: String, signature: &str) -> u16 {
        let request = Request::post("/webhook")
            .header("stripe-signature", signature)
            .body(Body::from(body))
            .unwrap();
        let response = web::router(self.app.clone()).oneshot(request).await;
        response.unwrap().status().as_u16()
    }

    fn stored_events(&self) -> u32 {
        let connection = Connection::open(self.directory.path().join("service.db")).unwrap();
        let count = connection.query_row("SELECT count(*) FROM events", [], |row| row.get(0));
        count.unwrap()
    }

    /// Applies the events, and returns the copy of the customer.
    async fn copy(&self) -> Option<CustomerCopy> {
        events::apply_all(&self.app).await.unwrap();
        self.app.database.copy("cus_1".to_owned()).await.unwrap()
    }
}

fn app(stripe: &str, directory: &TempDir) -> App {
    let client = Client::builder("sk_test_123")
        .base_url(stripe)
        .max_retries(0);
    let database = Database::open(directory.path().join("service.db")).unwrap();
    App::new(
        client.build().unwrap(),
        Webhook::new("whsec_test"),
        database,
    )
}

fn customer(email: &str) -> Value {
    json!({
        "id": "cus_1", "object": "customer", "created": 1_764_000_000, "livemode": false, "email": email,
    })
}

fn event(id: &str, kind: &str, object: Value) -> Value {
    json!({
        "id": id, "object": "event", "type": kind, "created": 1_764_000_000, "livemode": false,
        "pending_webhooks": 1, "data": {"object": object},
    })
}

fn with_email(email: &str) -> Option<CustomerCopy> {
    let email = Some(email.to_owned());
    Some(CustomerCopy {
        email,
        deleted: false,
    })
}

const DELETED: Option<CustomerCopy> = Some(CustomerCopy {
    email: None,
    deleted: true,
});

#[tokio::test]
async fn forged_events_are_not_stored() {
    let fixture = Fixture::new().await;
    let body = event("evt_1", "customer.created", customer("a@example.com")).to_string();
    let now = SystemTime::now();
    let signature = fixture.app.webhook.sign(&body, now);
    let forged = Webhook::new("whsec_other").sign(&body, now);
    let old = fixture.app.webhook.sign(&body, 1_764_000_000);

    for signature in ["", "t=1", &forged, &old] {
        assert_eq!(
            fixture.post(body.clone(), signature).await,
            400,
            "{signature}"
        );
    }
    assert_eq!(
        fixture.post(body.replace("a@", "b@"), &signature).await,
        400
    );
    assert_eq!(fixture.stored_events(), 0);

    assert_eq!(fixture.post(body, &signature).await, 200);
    assert_eq!(fixture.stored_events(), 1);
}

#[tokio::test]
async fn repeated_and_out_of_order() {
    let fixture = Fixture::new().await;
    fixture.set_email("new@example.com");
    let created = event("evt_1", "customer.created", customer("old@example.com"));
    let updated = event("evt_2", "customer.updated", customer("new@example.com"));
    for event in [&updated, &created, &updated, &created] {
        fixture.deliver(event).await;
    }
    assert_eq!(fixture.stored_events(), 2);
    assert_eq!(fixture.copy().await, with_email("new@example.com"));

    // The deletion arrives before an older update.
    fixture.stub.data().customers.clear();
    let deleted = event("evt_4", "customer.deleted", customer("new@example.com"));
    fixture.deliver(&deleted).await;
    assert_eq!(fixture.copy().await, DELETED);
    let updated = event("evt_3", "customer.updated", customer("late@example.com"));
    fixture.deliver(&updated).await;
    assert_eq!(fixture.copy().await, DELETED);
}

/// A repeated event does not cause another request to Stripe.
#[tokio::test]
async fn an_applied_event_is_not_applied_again() {
    let fixture = Fixture::new().await;
    fixture.set_email("first@example.com");
    let created = event("evt_1", "customer.created", customer("first@example.com"));
    fixture.deliver(&created).await;
    assert_eq!(fixture.copy().await, with_email("first@example.com"));

    fixture.set_email("second@example.com");
    fixture.deliver(&created).await;
    assert_eq!(fixture.copy().await, with_email("first@example.com"));
}

#[tokio::test]
async fn events_wait_while_stripe_is_unreachable() {
    let mut fixture = Fixture::new().await;
    fixture.set_email("a@example.com");
    let reachable = fixture.app.clone();
    // Nothing listens on this port.
    fixture.app = app("http://127.0.0.1:1", &fixture.directory);
    let created = event("evt_1", "customer.created", customer("a@example.com"));
    fixture.deliver(&created).await;
    assert_eq!(fixture.copy().await, None);

    fixture.app = reachable;
    assert_eq!(fixture.copy().await, with_email("a@example.com"));
}

#[tokio::test]
async fn unknown_events_and_objects_are_stored() {
    let fixture = Fixture::new().await;
    for (id, kind, object) in [
        (
            "evt_1",
            "invoice.paid",
            json!({"id": "in_1", "object": "invoice"}),
        ),
        ("evt_2", "customer.reborn", json!({"id": "cus_1"})),
        ("evt_3", "customer.updated", json!({"without": "id"})),
    ] {
        fixture.deliver(&event(id, kind, object)).await;
    }
    assert_eq!(fixture.stored_events(), 3);
    assert_eq!(fixture.copy().await, None);
}
