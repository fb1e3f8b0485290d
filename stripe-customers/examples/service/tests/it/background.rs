//! The background task of a process.

use std::time::{Duration, SystemTime};

use serde_json::json;
use stripe_customers::webhook::Webhook;
use stripe_customers_service::database::Database;
use stripe_customers_service::stub::Stub;
use tokio::time::{sleep, timeout};

use crate::process::{LIMIT, Service};

#[tokio::test]
async fn a_start_finishes_signups_and_an_event_wakes_the_task() {
    let url = Stub::default().start().await.unwrap();
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("service.db");
    let database = Database::open(&path).unwrap();
    let email = "jenny@example.com".to_owned();
    let id = database.add_user(email.clone()).await.unwrap().id;

    let service = Service::start(&url, &path);
    let finished = async || {
        let user = database.user(id.clone()).await.unwrap().unwrap();
        user.customer
    };
    assert_eq!(wait_for(finished).await, "cus_1");

    deliver(&service.url).await;
    let applied = async || database.copy("cus_1".to_owned()).await.unwrap();
    assert_eq!(wait_for(applied).await.email, Some(email));
}

async fn deliver(url: &str) {
    let event = json!({
        "id": "evt_1", "object": "event", "type": "customer.created", "created": 1_764_000_000,
        "livemode": false, "pending_webhooks": 1, "data": {"object": {"id": "cus_1"}},
    });
    let body = event.to_string();
    let signature = Webhook::new("whsec_test").sign(&body, SystemTime::now());
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = http.post(format!("{url}/webhook"));
    let request = request.header("stripe-signature", signature).body(body);
    assert_eq!(request.send().await.unwrap().status(), 200);
}

/// Repeats `check` until it returns a value.
async fn wait_for<T>(check: impl AsyncFn() -> Option<T>) -> T {
    let value = async {
        loop {
            match check().await {
                Some(value) => return value,
                None => sleep(Duration::from_millis(20)).await,
            }
        }
    };
    timeout(LIMIT, value).await.expect("the task ends")
}
