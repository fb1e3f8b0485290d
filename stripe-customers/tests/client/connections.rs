//! Errors of connections.

use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use stripe_customers::{Client, CreateCustomer, ErrorKind, RetrieveCustomer};

use crate::server::{Act, Server};
use crate::support::{
    CUSTOMER, KEY, builder, client, create, error, fail, http, run_clock_fast, success, wait_until,
};

fn failure() -> Act {
    error(500, "", "api_error", "")
}

const HALF_A_HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-le";
const HALF_A_BODY: &str =
    "HTTP/1.1 200 OK\r\nrequest-id: req_1\r\ncontent-length: 999\r\n\r\n{\"id\"";

#[tokio::test(start_paused = true)]
async fn a_refused_connection_is_retried_and_the_error_names_the_address() {
    run_clock_fast();
    // The port is free.
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let client = Client::builder(KEY)
        .base_url(format!("http://{address}"))
        .build()
        .unwrap();
    let error = CreateCustomer::new().send(&client).await.unwrap_err();
    // The operating system provides the text in between.
    let message = error.to_string();
    let start = format!("cannot connect to {address}: ");
    assert!(message.starts_with(&start), "{message}");
    assert!(message.ends_with(" (3 attempts)"), "{message}");
    assert!(error.is_connect() && error.is_connection() && !error.is_timeout());
    assert_eq!((error.status(), error.body()), (None, None));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_breaks_is_retried() {
    run_clock_fast();
    for broken in [
        Act::SendAndReset(String::new()),
        Act::SendAndReset(HALF_A_HEAD.into()),
        Act::SendAndReset(HALF_A_BODY.into()),
        Act::SendAndClose(String::new()),
        Act::SendAndClose(HALF_A_HEAD.into()),
        Act::SendAndClose(HALF_A_BODY.into()),
    ] {
        let (result, seen) = create([broken, success()]).await;
        assert_eq!(result.unwrap().attempts(), 2);
        assert_eq!(
            seen[0].header("idempotency-key"),
            seen[1].header("idempotency-key")
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_was_closed_while_idle_gets_one_more_attempt() {
    run_clock_fast();
    let request = RetrieveCustomer::new("cus_1");
    for closed in [
        Act::SendAndClose(String::new()),
        Act::SendAndReset(String::new()),
    ] {
        let server = Server::new([success(), closed.clone(), success(), closed.clone(), closed]);
        let client = builder(&server).max_retries(0).build().unwrap();
        assert_eq!(request.send(&client).await.unwrap().attempts(), 1);
        assert_eq!(request.send(&client).await.unwrap().attempts(), 2);
        let error = request.send(&client).await.unwrap_err();
        assert_eq!((error.attempts(), server.seen().len()), (2, 5));
    }
    // A new client has no idle connection, and neither a response nor a timeout is a closed connection.
    let server = Server::new([
        Act::SendAndClose(String::new()),
        success(),
        failure(),
        Act::BeSilent,
    ]);
    let client = builder(&server).max_retries(0).build().unwrap();
    assert_eq!(request.send(&client).await.unwrap_err().attempts(), 1);
    assert_eq!(request.send(&client).await.unwrap().attempts(), 1);
    assert_eq!(request.send(&client).await.unwrap_err().attempts(), 1);
    let patient = request.customize().timeout(Duration::from_secs(10));
    assert_eq!(patient.send(&client).await.unwrap_err().attempts(), 1);
}

#[tokio::test]
async fn connections_that_are_closed_after_each_response_do_not_fail_calls() {
    let server = Server::new([Act::SendAndClose(http(200, "", CUSTOMER))]);
    let client = builder(&server).max_retries(0).build().unwrap();
    for _ in 0..200 {
        RetrieveCustomer::new("cus_1").send(&client).await.unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_always_breaks_is_an_error() {
    run_clock_fast();
    for broken in [
        Act::SendAndReset(String::new()),
        Act::SendAndReset(HALF_A_HEAD.into()),
        Act::SendAndClose(HALF_A_HEAD.into()),
    ] {
        let (error, seen) = fail([broken]).await;
        assert_eq!(seen, 3);
        assert_eq!(error.kind(), ErrorKind::Connection);
        assert!(!error.is_connect());
        assert_eq!(error.status(), None);
        let message = error.to_string();
        assert!(message.starts_with("connection to 127.0.0.1:"), "{message}");
        assert!(message.ends_with("(3 attempts)"), "{message}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_error_of_an_incomplete_body_has_the_status_and_the_received_part() {
    run_clock_fast();
    for cut_off in [
        Act::SendAndClose(HALF_A_BODY.into()),
        Act::SendAndReset(HALF_A_BODY.into()),
    ] {
        let (error, seen) = fail([cut_off]).await;
        assert_eq!((error.kind(), seen), (ErrorKind::Connection, 3));
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.request_id(), Some("req_1"));
        assert_eq!(error.body(), Some("{\"id\""));
    }
}

#[tokio::test]
async fn a_server_that_does_not_respond_is_a_timeout() {
    let server = Server::new([Act::BeSilent]);
    let client = builder(&server)
        .timeout(Duration::from_millis(200))
        .max_retries(1)
        .build()
        .unwrap();
    let error = CreateCustomer::new().send(&client).await.unwrap_err();
    assert!(error.is_timeout() && error.is_connection());
    assert_eq!(server.seen().len(), 2);
    assert_eq!(
        error.to_string(),
        format!(
            "timed out after 200ms waiting for {} (2 attempts)",
            server.host()
        )
    );
}

#[tokio::test]
async fn a_body_that_does_not_end_is_a_timeout() {
    let server = Server::new([Act::Send(HALF_A_BODY.into())]);
    let client = builder(&server)
        .timeout(Duration::from_millis(200))
        .max_retries(0)
        .build()
        .unwrap();
    let error = CreateCustomer::new().send(&client).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.status(), Some(200));
    assert_eq!(error.body(), Some("{\"id\""));
}

#[tokio::test]
async fn dropping_the_call_closes_the_connection() {
    let server = Server::new([Act::BeSilent]);
    let client = client(&server);
    let call = tokio::spawn(async move { CreateCustomer::new().send(&client).await });
    wait_until(|| server.seen().len() == 1).await;
    call.abort();
    wait_until(|| server.closed() == 1).await;
    assert_eq!((server.connections(), server.seen().len()), (1, 1));
}

/// A full queue of connections neither accepts nor refuses another one.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_server_that_does_not_accept_connections_is_a_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let wait = Duration::from_millis(300);
    let mut queue = Vec::new();
    while let Ok(stream) = TcpStream::connect_timeout(&address, wait) {
        queue.push(stream);
    }
    let client = Client::builder(KEY)
        .base_url(format!("http://{address}"))
        .connect_timeout(wait)
        .max_retries(0)
        .build()
        .unwrap();
    let error = RetrieveCustomer::new("cus_1")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    let message = format!("timed out while connecting to {address}");
    assert_eq!(error.to_string(), message);
}
