//! Many signups at once, while Stripe fails and the service crashes.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use reqwest::Client;
use rusqlite::Connection;
use stripe_customers_service::stub::Stub;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use crate::faults::{FAULTS, Faulty};
use crate::process::{LIMIT, Service, sign_up};

const USERS: usize = 500;

/// The creations during which the service is killed: after Stripe carried them out, before the service gets the response.
const CRASHES: [usize; 2] = [150, 400];

#[tokio::test(flavor = "multi_thread")]
async fn every_user_has_one_customer() {
    let stub = Stub::default();
    let (crash, mut crashes) = mpsc::unbounded_channel();
    let (stripe, url) = Faulty::start(stub.clone(), &CRASHES, crash).await;
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().join("service.db");

    let service = Service::start(&url, &database);
    let (current, urls) = watch::channel(service.url.clone());
    let http = Client::builder().no_proxy().build().unwrap();
    let users: JoinSet<_> = (0..USERS)
        .map(|number| {
            persist(
                http.clone(),
                urls.clone(),
                format!("user{number}@example.com"),
            )
        })
        .collect();
    let signups = async {
        let mut service = service;
        for _ in CRASHES {
            crashes.recv().await.unwrap();
            drop(service);
            service = Service::start(&url, &database);
            current.send_replace(service.url.clone());
        }
        users.join_all().await
    };
    let signups = tokio::time::timeout(LIMIT, signups).await;
    let responses: HashMap<_, _> = signups.expect("every signup ends").into_iter().collect();

    let stored = stored(&database);
    assert_eq!(responses, stored);
    assert_eq!(stored.len(), USERS);
    let counts = stripe.counts().await;
    for fault in FAULTS {
        assert!(counts.contains_key(&fault), "{fault:?}");
    }
    let customers = &stub.data().customers;
    assert_eq!(customers.len(), USERS);
    for (email, customer) in &stored {
        assert_eq!(customers[customer]["email"], email.as_str());
    }
}

/// Repeats the signup until it is finished. Returns the email address and the customer.
async fn persist(
    http: Client,
    service: watch::Receiver<String>,
    email: String,
) -> (String, String) {
    loop {
        let url = service.borrow().clone();
        if let Ok((status, body)) = sign_up(&http, &url, &email).await {
            assert!([200, 202].contains(&status), "{status} {body}");
            if let Some(customer) = body["customer"].as_str() {
                return (email, customer.to_owned());
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// The customers in the database, by email address.
fn stored(database: &Path) -> HashMap<String, String> {
    let connection = Connection::open(database).unwrap();
    let mut query = connection
        .prepare("SELECT email, customer FROM users")
        .unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}
