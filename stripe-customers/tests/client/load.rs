//! Many calls at once, against a server that fails a third of them.

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

/// A server that keeps idempotency keys as Stripe does: the first request with a key is carried out, the
/// others get its answer.
#[derive(Default)]
struct Ledger {
    /// By key: the body of the request, and how often it came.
    requests: HashMap<String, (String, u32)>,
    bodies_that_changed: usize,
}

enum Fate {
    Answer(u16),
    /// Carried out, and the connection closed before the answer.
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
        // Not for ever, or the test would take as long.
        match hasher.finish() % 9 {
            _ if *count > 3 => Fate::Answer(200),
            0 => Fate::Answer(500),
            1 => Fate::Answer(409),
            2 => Fate::Lost,
            _ => Fate::Answer(200),
        }
    }
}

async fn serve(mut stream: TcpStream, ledger: Arc<Mutex<Ledger>>) {
    while let Some((key, body)) = read_request(&mut stream).await {
        let fate = ledger.lock().unwrap().receive(&key, &body);
        let description = body.strip_prefix("description=").unwrap();
        let answer = match fate {
            Fate::Lost => return,
            Fate::Answer(200) => format!(
                r#"{{"id": "{key}", "object": "customer", "created": 1, "description": "{description}", "livemode": false}}"#
            ),
            Fate::Answer(_) => r#"{"error": {"message": "It is so.", "type": "api_error"}}"#.into(),
        };
        let Fate::Answer(status) = fate else { return };
        let answer = http(status, "", &answer);
        if stream.write_all(answer.as_bytes()).await.is_err() {
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
async fn a_thousand_calls_at_once_each_end_once_with_their_own() {
    // Every call has a connection, and both of its ends are here.
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
    assert_eq!(ids.len(), CALLS, "no call got the answer of another");
    assert_eq!(
        ledger.requests.len(),
        CALLS,
        "no call was carried out twice"
    );
    assert_eq!(
        ledger.bodies_that_changed, 0,
        "no key was sent with two requests"
    );
    let seen: u32 = ledger.requests.values().map(|(_, count)| count).sum();
    assert_eq!(attempts, seen, "every attempt arrived, and no other");
    assert!(attempts > CALLS as u32 * 4 / 3, "many failed: {attempts}");
}
