//! TLS and proxies, alike with rustls and with native-tls.
#![cfg(any(feature = "rustls", feature = "native-tls"))]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use stripe_customers::{Client, CreateCustomer, ErrorKind, RetrieveCustomer, reqwest};

use crate::server::{Act, Server};
use crate::support::{KEY, builder, run_clock_fast};

/// A server with an untrusted certificate, which counts the connections.
fn untrusted_server() -> (String, Arc<AtomicUsize>) {
    let certificate = CertificateDer::from(&include_bytes!("untrusted-certificate.der")[..]);
    let key = PrivatePkcs8KeyDer::from(&include_bytes!("untrusted-key.der")[..]);
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let config = rustls::ServerConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key.into())
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::SeqCst);
            let mut session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let _ = session.complete_io(&mut stream);
        }
    });
    (address.to_string(), connections)
}

#[tokio::test(start_paused = true)]
async fn an_invalid_certificate_is_not_retried() {
    run_clock_fast();
    let (address, connections) = untrusted_server();
    let client = Client::builder(KEY)
        .base_url(format!("https://{address}"))
        .build()
        .unwrap();
    let error = CreateCustomer::new().send(&client).await.unwrap_err();
    assert_eq!(
        (error.attempts(), connections.load(Ordering::SeqCst)),
        (1, 1)
    );
    assert!(error.is_connect() && error.is_connection());
    let message = error.to_string();
    assert!(
        message.starts_with(&format!("cannot connect to {address}: ")),
        "{message}"
    );
    assert!(message.contains("certificate"), "{message}");
}

/// A server that sends `bytes` after the first data of a client and closes the connection. It counts the connections.
fn server_of_bytes(bytes: &'static [u8]) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            count.fetch_add(1, Ordering::SeqCst);
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(bytes);
        }
    });
    (address.to_string(), connections)
}

/// What a server may send instead of completing the TLS handshake.
const BROKEN_HANDSHAKES: [(&str, &[u8]); 5] = [
    ("nothing", b""),
    ("plain HTTP", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    ("the alert `handshake_failure`", &[21, 3, 3, 0, 2, 2, 40]),
    ("the alert `bad_certificate`", &[21, 3, 3, 0, 2, 2, 42]),
    ("the alert `internal_error`", &[21, 3, 3, 0, 2, 2, 80]),
];

#[tokio::test(start_paused = true)]
async fn a_tls_handshake_that_breaks_is_retried() {
    run_clock_fast();
    for (sent, bytes) in BROKEN_HANDSHAKES {
        let (address, connections) = server_of_bytes(bytes);
        let client = Client::builder(KEY)
            .base_url(format!("https://{address}"))
            .build()
            .unwrap();
        let error = CreateCustomer::new().send(&client).await.unwrap_err();
        assert!(
            error.is_connect() && error.is_connection(),
            "{sent}: {error}"
        );
        assert_eq!(error.attempts(), 3, "{sent}: {error}");
        assert_eq!(connections.load(Ordering::SeqCst), 3, "{sent}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_fails_is_retried() {
    run_clock_fast();
    for bytes in [
        "HTTP/1.1 502 Bad Gateway\r\n\r\n",
        "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 4\r\n\r\nbusy",
        "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
        "HTTP/1.1 200 Connection established\r\n\r\n",
        "HTTP",
        "",
    ] {
        let (proxy, connections) = server_of_bytes(bytes.as_bytes());
        let http = reqwest::Client::builder()
            .proxy(reqwest::Proxy::all(format!("http://{proxy}")).unwrap())
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let client = Client::builder(KEY).http_client(http).build().unwrap();
        let error = CreateCustomer::new().send(&client).await.unwrap_err();
        assert!(
            error.is_connect() && error.is_connection(),
            "{bytes}: {error}"
        );
        assert_eq!(error.attempts(), 3, "{bytes}: {error}");
        assert_eq!(connections.load(Ordering::SeqCst), 3, "{bytes}: {error}");
    }
}

#[tokio::test]
async fn an_http_client_that_refuses_the_base_url_is_an_error_of_the_setup() {
    let server = Server::new([Act::BeSilent]);
    let only = reqwest::Client::builder().https_only(true).build().unwrap();
    let client = builder(&server).http_client(only).build().unwrap();
    let error = RetrieveCustomer::new("cus_1")
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Setup, 1));
    assert_eq!(server.connections(), 0);
}
