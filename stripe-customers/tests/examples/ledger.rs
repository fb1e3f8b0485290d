//! A server that creates customers and handles idempotency keys like Stripe: it executes the first request with a key, and returns
//! the same customer to the others.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use crate::keyed::read_request;

/// A request to create a customer.
pub struct Request<'a> {
    pub key: &'a str,
    pub body: &'a str,
    /// The number of requests, including this one.
    pub number: usize,
    /// The number of requests with the key, including this one.
    pub attempt: usize,
}

/// The result of a request.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fate {
    Created,
    /// Creates the customer and closes the connection before the response.
    Lost,
    /// Does not create the customer and responds with this status.
    Refused(u16),
}

#[derive(Default)]
pub struct Ledger {
    /// The bodies and the ids of the customers, by key.
    pub customers: HashMap<String, (String, String)>,
    /// The number of requests, by key.
    pub requests: HashMap<String, usize>,
    /// The number of requests, by result.
    pub fates: HashMap<Fate, usize>,
    /// The number of requests with the key of another body.
    pub changed: usize,
}

impl Ledger {
    fn receive(&mut self, key: &str, body: &str, fate: fn(&Request<'_>) -> Fate) -> (Fate, String) {
        let attempt = self.requests.entry(key.to_owned()).or_default();
        *attempt += 1;
        let request = Request {
            key,
            body,
            attempt: *attempt,
            number: self.fates.values().sum::<usize>() + 1,
        };
        let fate = fate(&request);
        *self.fates.entry(fate).or_default() += 1;
        if matches!(fate, Fate::Refused(_)) {
            return (fate, String::new());
        }
        let next = format!("cus_{}", self.customers.len() + 1);
        let (first, id) = self
            .customers
            .entry(key.to_owned())
            .or_insert_with(|| (body.to_owned(), next));
        self.changed += usize::from(first != body);
        (fate, id.clone())
    }
}

/// Runs until the process ends.
#[derive(Clone)]
pub struct Server {
    pub url: String,
    state: Arc<(Mutex<Ledger>, Condvar)>,
}

impl Server {
    /// Starts a server on a new thread. `fate` determines the results of requests.
    pub fn new(fate: fn(&Request<'_>) -> Fate) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        let server = Self {
            url: format!("http://{address}"),
            state: Arc::default(),
        };
        let accepting = server.clone();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(accepting.clone().serve(stream, fate));
                }
            });
        });
        server
    }

    pub fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.state.0.lock().unwrap()
    }

    /// Waits for this number of customers.
    pub fn wait_for(&self, customers: usize) {
        let (ledger, changed) = &*self.state;
        let few = |ledger: &mut Ledger| ledger.customers.len() < customers;
        let limit = Duration::from_secs(120);
        let waited = changed.wait_timeout_while(ledger.lock().unwrap(), limit, few);
        assert!(
            !waited.unwrap().1.timed_out(),
            "too few customers after two minutes"
        );
    }

    async fn serve(self, mut stream: TcpStream, fate: fn(&Request<'_>) -> Fate) {
        while let Some((key, body)) = read_request(&mut stream).await {
            let (fate, id) = self.ledger().receive(&key, &body, fate);
            self.state.1.notify_all();
            let (status, body) = match fate {
                Fate::Lost => return,
                Fate::Created => (
                    200,
                    format!(
                        r#"{{"id": "{id}", "object": "customer", "created": 1, "livemode": false}}"#
                    ),
                ),
                Fate::Refused(status) => (
                    status,
                    r#"{"error": {"message": "Rejected.", "type": "invalid_request_error"}}"#
                        .to_owned(),
                ),
            };
            let length = body.len();
            let response =
                format!("HTTP/1.1 {status} Reason\r\ncontent-length: {length}\r\n\r\n{body}");
            if stream.write_all(response.as_bytes()).await.is_err() {
                return;
            }
        }
    }
}
