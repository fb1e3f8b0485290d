//! Validation of settings.

use std::time::Duration;

use stripe_customers::{Client, Error, ErrorKind, RetrieveCustomer};

use crate::server::{Act, Server};
use crate::support::{KEY, builder, client};

fn refuse(result: Result<Client, Error>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Setup);
    assert_eq!((error.attempts(), error.status()), (0, None));
    assert!(!format!("{error:?}").contains("secretsecret"), "{error:?}");
    error.to_string()
}

#[test]
fn the_error_of_an_invalid_key_does_not_show_it() {
    for (end, problem) in [
        ("\n", "contains a line break"),
        (" ", "contains white space"),
        ("\u{7f}", "contains a control character"),
        ("\u{200b}", "contains a character that is not ASCII"),
    ] {
        assert_eq!(
            refuse(Client::builder(format!("{KEY}{end}")).build()),
            format!("the secret key {problem}")
        );
    }
    assert_eq!(
        refuse(Client::builder("").build()),
        "the secret key is empty"
    );
}

#[test]
fn plain_http_to_another_machine_is_an_error() {
    let message = refuse(
        Client::builder(KEY)
            .base_url("http://api.stripe.com")
            .build(),
    );
    assert!(
        message.contains("plain http to another machine"),
        "{message}"
    );
    let allowed = Client::builder(KEY)
        .base_url("http://api.stripe.com")
        .allow_insecure_http(true);
    assert!(allowed.build().is_ok());
}

#[test]
fn the_error_of_a_url_with_a_password_does_not_show_it() {
    let message = refuse(
        Client::builder(KEY)
            .base_url("https://me:hidden@localhost")
            .build(),
    );
    assert_eq!(message, "the base URL contains a user name or password");
}

/// Retrieves a customer in this runtime.
fn retrieve_in(mut runtime: tokio::runtime::Builder, request: &RetrieveCustomer) -> Error {
    let server = Server::new([Act::BeSilent]);
    let client = builder(&server)
        .timeout(Duration::from_millis(100))
        .build()
        .unwrap();
    let call = request.send(&client);
    runtime.build().unwrap().block_on(call).unwrap_err()
}

#[test]
fn a_runtime_without_timers_or_network_is_an_error() {
    let request = RetrieveCustomer::new("cus_1");
    let new = tokio::runtime::Builder::new_current_thread;
    let (bare, mut without_timers, mut without_network) = (new(), new(), new());
    without_timers.enable_io();
    without_network.enable_time();
    for runtime in [bare, without_timers, without_network] {
        let error = retrieve_in(runtime, &request);
        assert_eq!(error.kind(), ErrorKind::Setup, "{error}");
        assert!(error.to_string().contains("enable_all"), "{error}");
    }
    let mut complete = new();
    complete.enable_all();
    assert!(retrieve_in(complete, &request).is_timeout());
}

#[tokio::test]
async fn an_id_that_is_too_long_is_an_error_of_the_parameter() {
    let server = Server::new([Act::BeSilent]);
    let long = RetrieveCustomer::new("x".repeat(66_000));
    let error = long.send(&client(&server)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Parameter, 0));
    assert_eq!(error.was_carried_out(), Some(false));
    assert!(
        error.to_string().contains("expected at most 65534"),
        "{error}"
    );
    let error = long.http_request(KEY).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Parameter);
}

#[cfg(not(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls"
)))]
#[tokio::test]
async fn https_without_tls_is_an_error_of_the_setup() {
    let client = Client::builder(KEY)
        .base_url("https://127.0.0.1:1")
        .build()
        .unwrap();
    let error = RetrieveCustomer::new("cus_1")
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.attempts()),
        (ErrorKind::Setup, 1),
        "{error}"
    );
    assert!(error.to_string().contains("feature `rustls`"), "{error}");
}

#[test]
fn a_client_is_created_from_a_key() {
    assert!(Client::new(KEY).is_ok());
    assert_eq!(refuse(Client::new("")), "the secret key is empty");
}
