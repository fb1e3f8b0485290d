//! A small Stripe on this machine: creates customers with idempotency keys, and retrieves and lists them.
//!
//! It validates little, and forgets everything when the process ends.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use tokio::net::TcpListener;

type Fields = BTreeMap<String, String>;

/// A handle of the stub. Clones share the customers.
#[derive(Clone, Default)]
pub struct Stub(Arc<Mutex<Data>>);

/// What the stub remembers. Tests change it.
#[derive(Default)]
pub struct Data {
    /// The customers, by id.
    pub customers: BTreeMap<String, Value>,
    /// The parameters and the customer of each idempotency key.
    pub keys: HashMap<String, (Fields, Value)>,
}

impl Stub {
    pub fn data(&self) -> MutexGuard<'_, Data> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the stub and returns its URL.
    pub async fn start(self) -> io::Result<String> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, self.router()).await });
        Ok(url)
    }

    pub fn router(self) -> Router {
        Router::new()
            .route("/v1/customers", get(list).post(create))
            .route("/v1/customers/{id}", get(retrieve))
            .with_state(self)
    }
}

async fn create(
    State(stub): State<Stub>,
    headers: HeaderMap,
    Form(fields): Form<Fields>,
) -> Response {
    let mut data = stub.data();
    let key = headers.get("idempotency-key").map(|key| key.as_bytes());
    let key = String::from_utf8_lossy(key.unwrap_or_default()).into_owned();
    match data.keys.get(&key) {
        Some((earlier, customer)) if *earlier == fields => {
            return ([("idempotent-replayed", "true")], Json(customer)).into_response();
        }
        Some(_) => {
            return error(
                400,
                "idempotency_error",
                "The key belongs to another request.",
            );
        }
        None => {}
    }
    // Stripe does not store the key of a request that is invalid.
    if fields
        .get("email")
        .is_some_and(|email| email.ends_with("@invalid"))
    {
        return error(400, "invalid_request_error", "Invalid email address.");
    }
    let id = format!("cus_{}", data.customers.len() + 1);
    let customer = customer(&id, &fields);
    data.customers.insert(id, customer.clone());
    data.keys.insert(key, (fields, customer.clone()));
    Json(customer).into_response()
}

/// Fields in brackets, other than metadata, are not supported.
fn customer(id: &str, fields: &Fields) -> Value {
    let mut customer = json!({
        "id": id, "object": "customer", "created": 1_764_000_000, "livemode": false, "metadata": {},
    });
    for (name, value) in fields {
        let key = name
            .strip_prefix("metadata[")
            .and_then(|it| it.strip_suffix(']'));
        match key {
            Some(key) => customer["metadata"][key] = value.as_str().into(),
            None => customer[name] = value.as_str().into(),
        }
    }
    customer
}

async fn retrieve(State(stub): State<Stub>, Path(id): Path<String>) -> Response {
    match stub.data().customers.get(&id) {
        Some(customer) => Json(customer).into_response(),
        None => error(404, "invalid_request_error", "No such customer."),
    }
}

async fn list(State(stub): State<Stub>, Query(filter): Query<Fields>) -> Response {
    let data = stub.data();
    let matches = |customer: &&Value| match filter.get("email") {
        Some(email) => customer["email"] == email.as_str(),
        None => true,
    };
    let customers: Vec<_> = data.customers.values().filter(matches).collect();
    let page = json!({
        "object": "list", "url": "/v1/customers", "has_more": false, "data": customers,
    });
    Json(page).into_response()
}

/// An error in Stripe's form.
pub fn error(status: u16, kind: &str, message: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = json!({"error": {"type": kind, "message": message}});
    (status, Json(body)).into_response()
}
