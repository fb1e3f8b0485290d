//! Requests and responses as types of the crate `http`, for other HTTP clients and for tests.

use std::error::Error as _;

use stripe_customers::{
    API_VERSION, CreateCustomer, ErrorKind, RetrieveCustomer, RetrievedCustomer, customer, http,
};

use crate::server::Server;
use crate::support::{CUSTOMER, KEY, client, success};

#[test]
fn a_post_request_is_a_form_with_a_key() {
    let request = CreateCustomer::new()
        .description("a & b")
        .http_request(KEY)
        .unwrap();
    assert_eq!(request.method(), http::Method::POST);
    assert_eq!(request.uri(), "https://api.stripe.com/v1/customers");
    assert_eq!(request.body(), b"description=a+%26+b");
    let headers = request.headers();
    assert_eq!(headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(headers["authorization"], format!("Bearer {KEY}"));
    assert_eq!(headers["stripe-version"], API_VERSION);
    assert_eq!(headers["idempotency-key"].len(), 36);
    assert!(!format!("{request:?}").contains(KEY));
}

#[test]
fn a_get_request_has_its_parameters_in_the_url() {
    let request = RetrieveCustomer::new("cus/1")
        .expand(customer::expand::default_source())
        .http_request(KEY)
        .unwrap();
    assert_eq!(request.method(), http::Method::GET);
    assert_eq!(request.uri().path(), "/v1/customers/cus%2F1");
    assert_eq!(request.uri().query(), Some("expand[0]=default_source"));
    assert!(request.body().is_empty());
    assert!(!request.headers().contains_key("idempotency-key"));
    assert!(!request.headers().contains_key("content-type"));
}

#[test]
fn a_request_contains_its_options() {
    let request = CreateCustomer::new()
        .customize()
        .idempotency_key("order-6735")
        .stripe_account("acct_1")
        .header("x-a", "b")
        .http_request(KEY)
        .unwrap();
    assert_eq!(request.headers()["idempotency-key"], "order-6735");
    assert_eq!(request.headers()["stripe-account"], "acct_1");
    assert_eq!(request.headers()["x-a"], "b");
}

#[test]
fn an_invalid_request_is_an_error() {
    let error = |result: Result<http::Request<Vec<u8>>, _>| result.unwrap_err();
    assert!(error(RetrieveCustomer::new("..").http_request(KEY)).is_parameter());
    assert!(error(CreateCustomer::new().http_request("sk test")).is_setup());
    let request = CreateCustomer::new().customize().idempotency_key("");
    let error = error(request.http_request(KEY));
    assert!(error.is_parameter() && error.source().is_none());
}

#[tokio::test]
async fn the_client_sends_the_same_request() {
    let server = Server::new([success()]);
    let request = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .customize()
        .idempotency_key("order-6735");
    request.send(&client(&server)).await.unwrap();
    let seen = &server.seen()[0];
    let plain = request.http_request(KEY).unwrap();
    assert_eq!(*plain.body(), seen.body.as_bytes());
    let path = plain.uri().path_and_query().unwrap().as_str();
    assert_eq!(path, seen.target);
    for (name, value) in plain.headers() {
        assert_eq!(seen.header(name.as_str()), Some(value.to_str().unwrap()));
    }
    let others: Vec<_> = seen
        .headers
        .iter()
        .filter(|(name, _)| !plain.headers().contains_key(name))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        others,
        ["host", "content-length"],
        "the HTTP client sets these"
    );
}

#[test]
fn a_response_is_decoded_from_bytes() {
    let response = http::Response::builder()
        .header("request-id", "req_1")
        .body(CUSTOMER.as_bytes())
        .unwrap();
    let customer = RetrieveCustomer::decode_response(response).unwrap();
    assert_eq!((customer.status(), customer.attempts()), (200, 1));
    assert_eq!(customer.request_id(), Some("req_1"));
    assert_eq!(customer.body(), CUSTOMER);
    let RetrievedCustomer::Customer(customer) = customer.into_inner() else {
        panic!("expected a customer");
    };
    assert_eq!(customer.id, "cus_1");
}

#[test]
fn an_error_is_decoded_from_bytes() {
    let body = r#"{"error": {"code": "resource_missing", "message": "No such customer: 'cus_x'",
        "param": "id", "type": "invalid_request_error"}}"#;
    let decode = |status: u16, body: &str| {
        let response = http::Response::builder()
            .status(status)
            .header("request-id", "req_1");
        RetrieveCustomer::decode_response(response.body(body.to_owned()).unwrap()).unwrap_err()
    };
    let error = decode(404, body);
    assert_eq!(
        error.to_string(),
        "No such customer: 'cus_x' (404 invalid_request_error resource_missing, param id, request req_1)"
    );
    assert_eq!(error.attempts(), 1);
    assert_eq!(decode(502, "<html>").kind(), ErrorKind::UnexpectedResponse);
    assert_eq!(
        decode(200, r#"{"object": "customer", "id": 7}"#).kind(),
        ErrorKind::Decode
    );
    assert_eq!(decode(302, "").kind(), ErrorKind::UnexpectedResponse);
}

#[test]
fn invalid_utf8_does_not_fail_the_customer() {
    let bytes = CUSTOMER.as_bytes();
    let at = CUSTOMER.find("rosen").unwrap();
    let body = [&bytes[..at], b"\xff\xf0", &bytes[at..]].concat();
    let customer = CreateCustomer::decode_response(http::Response::new(body)).unwrap();
    let description = "Customer for jenny.\u{fffd}\u{fffd}rosen@example.com";
    assert_eq!(customer.description.as_deref(), Some(description));
}

#[test]
fn an_empty_request_id_is_none() {
    let response = http::Response::builder().header("request-id", "");
    let response = response.status(404).body("<html>").unwrap();
    let error = CreateCustomer::decode_response(response).unwrap_err();
    assert_eq!(error.request_id(), None);
    assert!(!error.to_string().contains("request"), "{error}");
}
