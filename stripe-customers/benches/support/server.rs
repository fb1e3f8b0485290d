//! A server on this machine that responds without delay.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Builder;

/// Returns the response to a request for a path and a query.
type Respond = dyn Fn(&str) -> Arc<[u8]> + Send + Sync;

/// Starts a server that sends the same body to all requests.
#[allow(dead_code, reason = "not every benchmark uses it")]
pub fn start(body: &str) -> SocketAddr {
    let response: Arc<[u8]> = response(body).into_bytes().into();
    serve_all(Arc::new(move |_| response.clone()))
}

/// Starts a server that sends the body that `body` returns for the path and the query of the request.
#[allow(dead_code, reason = "not every benchmark uses it")]
pub fn start_with(body: impl Fn(&str) -> String + Send + Sync + 'static) -> SocketAddr {
    serve_all(Arc::new(move |target| {
        response(&body(target)).into_bytes().into()
    }))
}

/// Serves on a new thread, which runs until the program ends. Connections stay open.
fn serve_all(respond: Arc<Respond>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(serve(stream, respond.clone()));
            }
        });
    });
    address
}

/// A response with the same headers as those of Stripe.
fn response(body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\n\
         Server: nginx\r\n\
         Date: Wed, 25 Nov 2026 12:00:00 GMT\r\n\
         Content-Type: application/json\r\n\
         Content-Length: {}\r\n\
         Access-Control-Allow-Credentials: true\r\n\
         Access-Control-Allow-Methods: GET, HEAD, PUT, PATCH, POST, DELETE\r\n\
         Access-Control-Allow-Origin: *\r\n\
         Cache-Control: no-cache, no-store\r\n\
         Request-Id: req_1\r\n\
         Strict-Transport-Security: max-age=63072000; includeSubDomains; preload\r\n\
         Stripe-Version: {}\r\n\
         Vary: Origin\r\n\
         \r\n\
         {body}",
        body.len(),
        stripe_customers::API_VERSION,
    )
}

async fn serve(mut stream: TcpStream, respond: Arc<Respond>) {
    stream.set_nodelay(true).unwrap();
    // Large enough to receive every request with one call.
    let mut received = Vec::with_capacity(64 << 10);
    // Until the client closes the connection.
    while let Ok(1..) = stream.read_buf(&mut received).await {
        while let Some(length) = request_length(&received) {
            let response = respond(target(&received));
            received.drain(..length);
            if stream.write_all(&response).await.is_err() {
                return;
            }
        }
    }
}

/// Returns the path and the query of the request at the start of `received`.
fn target(received: &[u8]) -> &str {
    let text = std::str::from_utf8(received).unwrap();
    text.split(' ').nth(1).unwrap()
}

/// Returns the length of the request at the start of `received` if it is complete.
fn request_length(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|it| it == b"\r\n\r\n")?;
    let text = std::str::from_utf8(received.get(..head)?).unwrap();
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.parse::<usize>().unwrap())
    });
    let whole = head + 4 + length.unwrap_or(0);
    (whole <= received.len()).then_some(whole)
}
