//! Any bytes as the body of an error response: the error has one line, and the message of the body.

#![no_main]

use libfuzzer_sys::fuzz_target;
use stripe_customers::{Error, ErrorKind, RetrieveCustomer, http};
use stripe_customers_fuzz::{Json, is_one_line};

fuzz_target!(|body: &[u8]| {
    let error = refused(400, body);
    let api_error = error.api_error();
    for status in [302, 401, 402, 403, 404, 409, 429, 500, 599] {
        let error = refused(status, body);
        let none = error.kind() == ErrorKind::UnexpectedResponse;
        assert_eq!(none, api_error.is_none() || status == 302);
    }
    if let Some((api_error, message)) = api_error.zip(only_message(body)) {
        assert_eq!(api_error.message.as_deref(), Some(&*message));
    }
});

fn refused(status: u16, body: &[u8]) -> Error {
    let response = http::Response::builder().status(status).body(body).unwrap();
    let error = RetrieveCustomer::decode_response(response).unwrap_err();
    assert_eq!(error.status(), Some(status));
    assert_eq!(error.body(), Some(&*String::from_utf8_lossy(body)));
    assert!(is_one_line(&error.to_string()));
    assert!(!format!("{error:?}").is_empty());
    error
}

/// Returns the message of the error object, if both are unique.
fn only_message(body: &[u8]) -> Option<String> {
    let body = Json::read(body)?;
    let errors: Vec<_> = body.members("error").collect();
    let [error] = errors.as_slice() else {
        return None;
    };
    let messages: Vec<_> = error.members("message").collect();
    match messages.as_slice() {
        [Json::Text(message)] => Some(message.clone()),
        _ => None,
    }
}
