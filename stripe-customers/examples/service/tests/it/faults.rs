//! A stub of Stripe that fails a third of its calls.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::future::pending;
use std::io;
use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::request::Parts;
use axum::http::{Method, Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::json;
use stripe_customers_service::stub::Stub;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, mpsc};
use tower::ServiceExt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The connection is closed before the request is carried out.
    ClosedBefore,
    /// The connection is closed after the request is carried out.
    ClosedAfter,
    /// Status 500, before the request is carried out. Stripe does not store the error.
    Failed,
    /// Status 500 without a customer. Stripe stores the error.
    FailedAndStored,
    /// Status 500 with a customer. Stripe stores the error.
    FailedAfterCreation,
    /// Status 429, before the request is carried out.
    RateLimited,
    /// Status 429 because the account is locked, before the request is carried out.
    Locked,
    /// Status 409, before the request is carried out.
    Conflict,
}

pub const FAULTS: [Fault; 8] = [
    Fault::ClosedBefore,
    Fault::ClosedAfter,
    Fault::Failed,
    Fault::FailedAndStored,
    Fault::FailedAfterCreation,
    Fault::RateLimited,
    Fault::Locked,
    Fault::Conflict,
];

/// The stub, and what its faults depend on.
pub struct Faulty {
    stub: Stub,
    /// Locked while a call is carried out: Stripe does not carry out two calls with the same key at once.
    state: Mutex<State>,
    /// Gets a message when the service should crash.
    crash: mpsc::UnboundedSender<()>,
}

#[derive(Default)]
struct State {
    /// The number of calls with each email address.
    calls: HashMap<String, u64>,
    /// The idempotency keys whose stored response is an error.
    failed_keys: HashSet<String>,
    /// The numbers of the creations, counted from 1, during which the service should crash.
    crashes: Vec<usize>,
    creations: usize,
    counts: BTreeMap<Fault, usize>,
}

impl Faulty {
    /// Starts the server, and returns it with its URL.
    pub async fn start(
        stub: Stub,
        crashes: &[usize],
        crash: mpsc::UnboundedSender<()>,
    ) -> (Arc<Self>, String) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = State {
            crashes: crashes.to_vec(),
            ..State::default()
        };
        let server = Arc::new(Self {
            stub,
            state: Mutex::new(state),
            crash,
        });
        tokio::spawn(Arc::clone(&server).accept(listener));
        (server, url)
    }

    /// Returns how often each fault occurred.
    pub async fn counts(&self) -> BTreeMap<Fault, usize> {
        self.state.lock().await.counts.clone()
    }

    async fn accept(self: Arc<Self>, listener: TcpListener) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let server = Arc::clone(&self);
            let service = service_fn(move |request| Arc::clone(&server).answer(request));
            // An error of the service closes the connection without a response.
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(connection);
        }
    }

    async fn answer(self: Arc<Self>, request: Request<Incoming>) -> io::Result<Response<Body>> {
        let (head, body) = request.into_parts();
        let body = to_bytes(Body::new(body), 1 << 20).await;
        let body = body.map_err(io::Error::other)?;
        let key = head.headers.get("idempotency-key");
        let key = key.map(|key| key.to_str().unwrap().to_owned());
        let mut state = self.state.lock().await;
        if key
            .as_ref()
            .is_some_and(|key| state.failed_keys.contains(key))
        {
            let mut replayed = error(500, "api_error", "");
            let value = "true".parse().unwrap();
            replayed.headers_mut().insert("idempotent-replayed", value);
            return Ok(replayed);
        }
        if head.method == Method::POST && state.crashes_now() {
            self.carry_out(head, body).await;
            self.crash.send(()).unwrap();
            drop(state);
            return pending().await;
        }
        match state.draw(&email(&head, &body)) {
            Some(fault) => self.fail(fault, &mut state, key, head, body).await,
            None => Ok(self.carry_out(head, body).await),
        }
    }

    async fn fail(
        &self,
        fault: Fault,
        state: &mut State,
        key: Option<String>,
        head: Parts,
        body: Bytes,
    ) -> io::Result<Response<Body>> {
        match fault {
            Fault::ClosedBefore => return Err(io::ErrorKind::ConnectionReset.into()),
            Fault::ClosedAfter => {
                self.carry_out(head, body).await;
                return Err(io::ErrorKind::ConnectionReset.into());
            }
            Fault::FailedAndStored | Fault::FailedAfterCreation => {
                // A stored success stays a success.
                if key
                    .as_ref()
                    .is_some_and(|key| self.stub.data().keys.contains_key(key))
                {
                    return Ok(self.carry_out(head, body).await);
                }
                if fault == Fault::FailedAfterCreation {
                    self.carry_out(head, body).await;
                }
                state.failed_keys.extend(key);
            }
            Fault::Failed | Fault::RateLimited | Fault::Locked | Fault::Conflict => {}
        }
        Ok(match fault {
            Fault::RateLimited => error(429, "invalid_request_error", "rate_limit"),
            Fault::Locked => error(429, "invalid_request_error", "lock_timeout"),
            Fault::Conflict => error(409, "idempotency_error", "idempotency_key_in_use"),
            _ => error(500, "api_error", ""),
        })
    }

    async fn carry_out(&self, head: Parts, body: Bytes) -> Response<Body> {
        let request = Request::from_parts(head, Body::from(body));
        self.stub.clone().router().oneshot(request).await.unwrap()
    }
}

impl State {
    fn crashes_now(&mut self) -> bool {
        self.creations += 1;
        self.crashes.contains(&self.creations)
    }

    /// Draws the fault of the next call with this email address: none in two of three cases.
    fn draw(&mut self, email: &str) -> Option<Fault> {
        let call = self.calls.entry(email.to_owned()).or_default();
        *call += 1;
        let draw = hash(format!("{email} {call}").as_bytes()) % (3 * FAULTS.len() as u64);
        let fault = FAULTS.get(draw as usize).copied()?;
        *self.counts.entry(fault).or_default() += 1;
        Some(fault)
    }
}

/// The email address in the body or the query, as it was encoded.
fn email(head: &Parts, body: &[u8]) -> String {
    let body = String::from_utf8_lossy(body);
    let query = head.uri.query().unwrap_or_default();
    let mut fields = body.split('&').chain(query.split('&'));
    let email = fields.find_map(|field| field.strip_prefix("email="));
    email.unwrap_or_default().to_owned()
}

/// FNV-1a with the finalizer of MurmurHash3: the same in every run.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    for factor in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

fn error(status: u16, kind: &str, code: &str) -> Response<Body> {
    let body = json!({"error": {"type": kind, "code": code, "message": "fault"}});
    Response::builder()
        .status(status)
        .body(Body::from(body.to_string()))
        .unwrap()
}
