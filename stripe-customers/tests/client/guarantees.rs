//! General guarantees: secrets are not printed, and all types can be moved between threads.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use stripe_customers::{
    AppInfo, Client, ClientBuilder, CreateCustomer, Customer, Error, Response, RetrieveCustomer,
};

use crate::server::{Act, Server};
use crate::support::{KEY, builder, client, error, fail, http, run_clock_fast, success};

fn send_and_sync<T: Send + Sync>() {}

fn send<T: Send>(value: T) -> T {
    value
}

#[tokio::test]
async fn everything_can_be_moved_between_threads() {
    send_and_sync::<Client>();
    send_and_sync::<ClientBuilder>();
    send_and_sync::<AppInfo>();
    send_and_sync::<Error>();
    send_and_sync::<Response<Customer>>();
    let server = Server::new([success()]);
    let client = client(&server);
    send(CreateCustomer::new().send(&client)).await.unwrap();
    send(RetrieveCustomer::new("cus_1").send(&client))
        .await
        .unwrap();
}

/// Polls once, because there is no runtime.
#[test]
fn a_call_without_a_runtime_is_an_error() {
    let server = Server::new([success()]);
    let client = client(&server);
    let request = CreateCustomer::new();
    let mut call = pin!(request.send(&client));
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(result) = call.as_mut().poll(&mut context) else {
        panic!("expected a result");
    };
    let error = result.unwrap_err();
    assert!(error.is_setup());
    let message = error.to_string();
    assert!(
        message.starts_with("there is no Tokio runtime"),
        "{message}"
    );
}

#[test]
fn a_call_is_printed_without_the_request() {
    let server = Server::new([success()]);
    let call = CreateCustomer::new()
        .description("hush-hush")
        .send(&client(&server));
    assert_eq!(format!("{call:?}"), "Call { .. }");
}

#[test]
fn an_error_has_the_size_of_a_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Client>(), 2 * size_of::<usize>());
}

#[test]
fn the_client_does_not_print_its_key() {
    let server = Server::new([success()]);
    let builder = builder(&server);
    let text = format!("{builder:?} {:#?}", builder.clone().build().unwrap());
    assert!(!text.contains("secret"), "{text}");
    assert!(!text.contains("Bearer"), "{text}");
    assert!(text.contains(&server.url()), "{text}");
}

#[tokio::test(start_paused = true)]
async fn no_error_prints_the_key_or_the_body_of_the_request() {
    run_clock_fast();
    for act in [
        error(401, "", "invalid_request_error", ""),
        error(500, "", "api_error", ""),
        Act::Send(http(200, "", "<html>")),
        Act::Send(http(200, "", "{\"id\": 7}")),
        Act::Send(http(302, "location: https://example.com\r\n", "")),
        Act::SendAndClose(String::new()),
        Act::SendAndReset(String::new()),
        Act::SendAndClose("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n".into()),
        Act::SendAndClose("rubbish".into()),
    ] {
        // The body of the request contains "hush-hush".
        let (error, _) = fail([act]).await;
        let text = format!("{error} {error:?} {error:#?}");
        for secret in [KEY, "secret", "hush", "Bearer"] {
            assert!(!text.contains(secret), "{text}");
        }
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}
