//! Any text in the headers of a request, and any bytes in the headers of a response.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_customers::http::{HeaderValue, Request, Response};
use stripe_customers::{CreateCustomer, Error};
use stripe_customers_fuzz::is_one_line;

const KEY: &str = "sk_test_secretsecretsecret";

fuzz_target!(|input: (&str, &str, &[u8])| {
    let (name, text, bytes) = input;
    request(name, text);
    key(text);
    response(bytes);
});

/// An option is sent unchanged or is an error. It never adds another header.
fn request(name: &str, text: &str) {
    let request = || CreateCustomer::new().customize();
    for (header, request) in [
        (name, request().header(name, text)),
        ("idempotency-key", request().idempotency_key(text)),
        ("stripe-account", request().stripe_account(text)),
        ("stripe-context", request().stripe_context(text)),
        ("stripe-version", request().api_version(text)),
    ] {
        match request.http_request(KEY) {
            Ok(request) => {
                assert_eq!(request.headers()[header].to_str().unwrap(), text);
                check(&request, KEY);
            }
            Err(error) => {
                assert!(error.is_parameter());
                check_message(&error);
            }
        }
    }
}

/// The key is in one header only.
fn key(text: &str) {
    match CreateCustomer::new().http_request(text) {
        Ok(request) => check(&request, text),
        Err(error) => {
            assert!(error.is_setup());
            check_message(&error);
        }
    }
}

fn check(request: &Request<Vec<u8>>, key: &str) {
    for (name, value) in request.headers() {
        assert!(is_one_line(value.to_str().unwrap()), "{name}");
    }
    let authorization = &request.headers()["authorization"];
    assert_eq!(authorization.to_str().unwrap(), format!("Bearer {key}"));
    assert!(authorization.is_sensitive());
    let length = request.headers()["idempotency-key"].len();
    assert!((1..=255).contains(&length));
}

fn response(bytes: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(bytes) else {
        return;
    };
    for status in [200, 302, 404] {
        let mut response = Response::builder().status(status).body("{}").unwrap();
        for name in [
            "request-id",
            "content-type",
            "location",
            "idempotent-replayed",
            "retry-after",
        ] {
            response.headers_mut().insert(name, value.clone());
        }
        let error = CreateCustomer::decode_response(response).unwrap_err();
        let id = value.to_str().ok().filter(|id| !id.is_empty());
        assert_eq!(error.request_id(), id);
        check_message(&error);
    }
}

fn check_message(error: &Error) {
    assert!(is_one_line(&error.to_string()));
    assert!(!format!("{error:?}{error}").contains(KEY));
}
