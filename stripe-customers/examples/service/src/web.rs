//! The HTTP interface.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use crate::{App, Error, events, profile, signup};

pub fn router(app: App) -> Router {
    Router::new()
        .route("/signup", post(sign_up))
        .route("/me", get(me))
        .route("/webhook", post(webhook))
        .with_state(app)
}

#[derive(Deserialize)]
struct SignUp {
    email: String,
}

/// Adds a user and creates its customer. A user may repeat the request at any time.
async fn sign_up(State(app): State<App>, Json(form): Json<SignUp>) -> Result<Response, Failure> {
    let email = form.email.trim();
    // An empty address would create a customer without one.
    if !email.contains('@') {
        return Ok(refusal("the email address is invalid"));
    }
    let user = app.database.add_user(email.to_owned()).await?;
    let id = user.id.clone();
    let (status, customer) = match signup::finish(&app, user).await {
        Ok(customer) => (StatusCode::OK, Some(customer)),
        Err(error) if error.downcast_ref().is_some_and(signup::is_refusal) => {
            return Ok(refusal("Stripe refused the email address"));
        }
        Err(error) => {
            eprintln!("signup of user {id}: {error}");
            // The user exists, and the background task creates the customer.
            (StatusCode::ACCEPTED, None)
        }
    };
    let body = json!({"user": id, "customer": customer});
    Ok((status, Json(body)).into_response())
}

fn refusal(reason: &str) -> Response {
    (
        StatusCode::UNPROCESSABLE_ENTITY,
        Json(json!({"error": reason})),
    )
        .into_response()
}

/// Shows the user and its customer.
async fn me(State(app): State<App>, headers: HeaderMap) -> Result<Response, Failure> {
    let Some(id) = current_user(&headers) else {
        return Ok(StatusCode::UNAUTHORIZED.into_response());
    };
    let Some(user) = app.database.user(id).await? else {
        return Ok(StatusCode::UNAUTHORIZED.into_response());
    };
    let customer = match &user.customer {
        Some(id) => profile::load(&app.client, id).await?,
        None => None,
    };
    let body = json!({"user": user.id, "email": user.email, "customer": customer});
    Ok(Json(body).into_response())
}

/// REPLACE THIS: it trusts the header `x-user`. Return the user of a verified session instead.
fn current_user(headers: &HeaderMap) -> Option<String> {
    Some(headers.get("x-user")?.to_str().ok()?.to_owned())
}

/// Receives an event. `Bytes`, because the signature covers the body as it was received.
async fn webhook(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Failure> {
    let signature = headers
        .get("stripe-signature")
        .map_or(&[][..], HeaderValue::as_bytes);
    match app.webhook.event(&body, signature) {
        Ok(event) => {
            events::store(&app, event, &body).await?;
            Ok(StatusCode::OK)
        }
        Err(error) => {
            eprintln!("webhook refused: {error}");
            Ok(StatusCode::BAD_REQUEST)
        }
    }
}

/// An error that is not the fault of the caller. It is logged and not shown.
struct Failure(Error);

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        eprintln!("error: {}", self.0);
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}
