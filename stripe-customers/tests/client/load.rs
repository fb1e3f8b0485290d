//! Many concurrent calls to a server that fails a third of them.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use stripe_customers::{Client, CreateCustomer};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::keyed::read_request;
use crate::support::{KEY, http};

const CALLS: usize = 1000;

/// A server that handles idempotency keys like Stripe: it executes the first request with a key, and returns the same response to
/// the others.
#[derive(Default)]
struct Ledger {
    /// The bodies of the requests and their numbers, by key.
    requests: HashMap<String, (String, u32)>,
    bodies_that_changed: usize,
}

enum Fate {
    Respond(u16),
    /// Executes the request and closes the connection before the response.
    Lost,
}

impl Ledger {
    fn receive(&mut self, key: &str, body: &str) -> Fate {
        let (first, count) = self
            .requests
            .entry(key.to_owned())
            .or_insert_with(|| (body.to_owned(), 0));
        self.bodies_that_changed += usize::from(first != body);
        *count += 1;
        let mut hasher = DefaultHasher::new();
        (key, *count).hash(&mut hasher);
        // A limited number of times, so that the test ends.
        match hasher.finish() % 9 {
            _ if *count > 3 => Fate::Respond(200),
            0 => Fate::Respond(500),
            1 => Fate::Respond(409),
            2 => Fate::Lost,
            _ => Fate::Respond(200),
        }
    }
}

async fn serve(mut stream: TcpStream, ledger: Arc<Mutex<Ledger>>) {
    while let Some((key, body)) = read_request(&mut stream).await {
        let fate = ledger.lock().unwrap().receive(&key, &body);
        let description = body.strip_prefix("description=").unwrap();
        let response = match fate {
            Fate::Lost => return,
            Fate::Respond(200) => format!(
                r#"{{"id": "{key}", "object": "customer", "created": 1, "description": "{description}", "livemode": false}}"#
            ),
            Fate::Respond(_) => {
                r#"{"error": {"message": "Rejected.", "type": "api_error"}}"#.into()
            }
        };
        let Fate::Respond(status) = fate else { return };
        let response = http(status, "", &response);
        if stream.write_all(response.as_bytes()).await.is_err() {
            return;
        }
    }
}

async fn start(ledger: Arc<Mutex<Ledger>>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, Arc::clone(&ledger)));
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_concurrent_calls_get_their_own_responses() {
    // Both ends of every connection are in this process.
    let _ = rlimit::increase_nofile_limit(4 * CALLS as u64);
    let ledger = Arc::default();
    let address = start(Arc::clone(&ledger)).await;
    let client = Client::builder(KEY)
        .base_url(format!("http://{address}"))
        .max_retries(5)
        .build()
        .unwrap();
    let mut calls = JoinSet::new();
    for number in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move {
            let description = format!("customer-{number}");
            let request = CreateCustomer::new().description(&description);
            let customer = request.send(&client).await.unwrap();
            assert_eq!(customer.description.as_deref(), Some(&*description));
            (customer.id.clone(), customer.attempts())
        });
    }
    let ended = calls.join_all().await;
    let attempts: u32 = ended.iter().map(|(_, attempts)| attempts).sum();
    let ids: HashSet<_> = ended.into_iter().map(|(id, _)| id).collect();
    let ledger = ledger.lock().unwrap();
    assert_eq!(ids.len(), CALLS, "two calls got the same response");
    assert_eq!(ledger.requests.len(), CALLS, "a request was executed twice");
    assert_eq!(
        ledger.bodies_that_changed, 0,
        "a key was used for two requests"
    );
    let seen: u32 = ledger.requests.values().map(|(_, count)| count).sum();
    assert_eq!(attempts, seen, "the server received other attempts");
    assert!(
        attempts > CALLS as u32 * 4 / 3,
        "too few failures: {attempts}"
    );
}
