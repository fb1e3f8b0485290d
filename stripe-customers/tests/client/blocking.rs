//! Calls from threads without a runtime.
#![cfg(feature = "blocking")]

use std::thread;
use std::time::Duration;

use stripe_customers::{CreateCustomer, RetrieveCustomer};

use crate::server::{Act, Server};
use crate::support::{builder, client, error, success};

#[test]
fn the_same_requests_are_sent_without_a_runtime() {
    let server = Server::new([success()]);
    let client = client(&server);
    let created = CreateCustomer::new()
        .description("Customer for jenny.rosen@example.com")
        .send_blocking(&client)
        .unwrap();
    assert_eq!(created.id, "cus_1");
    RetrieveCustomer::new("cus_1")
        .customize()
        .stripe_account("acct_1")
        .send_blocking(&client)
        .unwrap();
    let [create, retrieve] = &server.seen()[..] else {
        panic!("two requests");
    };
    assert_eq!(
        create.body,
        "description=Customer+for+jenny.rosen%40example.com"
    );
    assert_eq!(retrieve.header("stripe-account"), Some("acct_1"));
    assert_eq!(server.connections(), 1, "the connection stays open");
}

#[test]
fn retries_and_errors_are_the_same_as_in_async_calls() {
    let server = Server::new([error(500, "", "api_error", ""), success()]);
    let request = CreateCustomer::new();
    assert_eq!(
        request.send_blocking(&client(&server)).unwrap().attempts(),
        2
    );

    let server = Server::new([error(404, "", "invalid_request_error", "resource_missing")]);
    let error = request.send_blocking(&client(&server)).unwrap_err();
    assert_eq!(error.status(), Some(404));

    let server = Server::new([Act::BeSilent]);
    let client = builder(&server)
        .max_retries(0)
        .timeout(Duration::from_millis(100));
    let error = request.send_blocking(&client.build().unwrap()).unwrap_err();
    assert!(error.is_timeout());
}

#[test]
fn threads_share_a_client() {
    let server = Server::new([success()]);
    let client = client(&server);
    thread::scope(|scope| {
        for _ in 0..8 {
            let client = client.clone();
            scope.spawn(move || {
                for _ in 0..8 {
                    CreateCustomer::new().send_blocking(&client).unwrap();
                }
            });
        }
    });
    assert_eq!(server.seen().len(), 64);
    drop(client);
    // Each connection ends with its thread.
    while server.closed() < server.connections() {
        thread::sleep(Duration::from_millis(1));
    }
}

fn refused(client: &stripe_customers::Client) -> bool {
    let Err(error) = CreateCustomer::new().send_blocking(client) else {
        return false;
    };
    let message = error.to_string();
    assert!(message.contains("use `send(&client).await`"), "{message}");
    assert!(error.is_setup());
    true
}

#[test]
fn a_blocking_call_in_an_async_task_is_an_error() {
    let server = Server::new([success()]);
    let client = client(&server);
    for runtime in [
        tokio::runtime::Builder::new_current_thread().build(),
        tokio::runtime::Builder::new_multi_thread().build(),
    ] {
        let runtime = runtime.unwrap();
        assert!(runtime.block_on(async { refused(&client) }));
        let spawned = client.clone();
        assert!(
            runtime
                .block_on(runtime.spawn(async move { refused(&spawned) }))
                .unwrap()
        );
    }
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_blocking_call_works_where_tokio_allows_blocking() {
    let server = Server::new([success()]);
    let client = client(&server);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    // A thread within the runtime that does not run a task.
    let entered = runtime.enter();
    assert!(!refused(&client));
    drop(entered);
    let task = client.clone();
    let blocking = runtime.spawn_blocking(move || refused(&task));
    assert!(!runtime.block_on(blocking).unwrap());
    let task = client.clone();
    let in_place = runtime.spawn(async move { tokio::task::block_in_place(|| refused(&task)) });
    assert!(!runtime.block_on(in_place).unwrap());
    // The task continues after the error.
    runtime.block_on(async {
        assert!(refused(&client));
        CreateCustomer::new().send(&client).await.unwrap();
    });
}

#[test]
fn a_client_can_be_dropped_anywhere() {
    let server = Server::new([success()]);
    let client = client(&server);
    CreateCustomer::new().send_blocking(&client).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async move { drop(client) });
}
