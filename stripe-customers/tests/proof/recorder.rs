//! A server on this machine that records requests and returns the same customer, alone or in a list.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

const CUSTOMER: &str =
    r#"{"id": "cus_1", "object": "customer", "created": 1575239418, "livemode": false}"#;

const DELETED: &str = r#"{"id": "cus_1", "object": "customer", "deleted": true}"#;

const LIST: &str = r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/customers"}"#;

const FOUND: &str = r#"{"object": "search_result", "data": [], "has_more": false, "next_page": null, "url": "/v1/customers/search"}"#;

/// A received request.
#[derive(Debug)]
pub struct Recorded {
    pub method: String,
    pub target: String,
    /// With names in lowercase.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

/// Runs until the process ends.
pub struct Recorder {
    pub url: String,
    requests: Receiver<Recorded>,
}

impl Recorder {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, requests) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let sender = sender.clone();
                thread::spawn(move || record(stream, &sender));
            }
        });
        Self { url, requests }
    }

    /// Returns the one request since the last call.
    pub fn take(&self) -> Recorded {
        let request = self.requests.try_recv().unwrap();
        assert!(self.requests.try_recv().is_err(), "expected one request");
        request
    }
}

fn record(mut stream: TcpStream, sender: &Sender<Recorded>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    while let Some(request) = read(&mut reader) {
        let body = response(&request);
        sender.send(request).unwrap();
        let length = body.len();
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}"
        );
        write!(stream, "{head}\r\n\r\n{body}").unwrap();
    }
}

/// Returns a response of the type that the request expects.
fn response(request: &Recorded) -> &'static str {
    let (path, _) = request
        .target
        .split_once('?')
        .unwrap_or((&request.target, ""));
    match (request.method.as_str(), path) {
        ("GET", "/v1/customers") => LIST,
        ("GET", "/v1/customers/search") => FOUND,
        ("DELETE", _) => DELETED,
        _ => CUSTOMER,
    }
}

/// Returns the next request, or `None` if the connection is closed.
fn read(reader: &mut impl BufRead) -> Option<Recorded> {
    let mut first = String::new();
    reader
        .read_line(&mut first)
        .ok()
        .filter(|&length| length > 0)?;
    let mut words = first.split_ascii_whitespace().map(str::to_owned);
    let mut headers = Vec::new();
    let mut line = String::new();
    while reader.read_line(&mut line).unwrap() > "\r\n".len() {
        let (name, value) = line.split_once(':').unwrap();
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        line.clear();
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, length)| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    Some(Recorded {
        method: words.next().unwrap(),
        target: words.next().unwrap(),
        headers,
        body: String::from_utf8(body).unwrap(),
    })
}
