//! A server that follows a script, with one act per request.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// The reaction of the server to a request.
#[derive(Clone)]
pub enum Act {
    /// Sends this and waits for the next request.
    Send(String),
    /// Sends this and closes the connection.
    SendAndClose(String),
    /// Sends this and resets the connection.
    SendAndReset(String),
    /// Sends this and then an endless body.
    SendAndFlood(String),
    /// Sends nothing until the client closes the connection.
    BeSilent,
}

/// A received request.
#[derive(Clone, Debug)]
pub struct Seen {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    /// The header `name`, in lowercase.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(key, _)| key == name);
        let (_, value) = found.next()?;
        assert!(found.next().is_none(), "{name} occurs twice");
        Some(value)
    }
}

#[derive(Default)]
struct State {
    script: VecDeque<Act>,
    seen: Vec<Seen>,
    connections: usize,
    closed: usize,
}

/// Runs until the process ends.
#[derive(Clone)]
pub struct Server {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Server {
    /// Starts a server with a script. The last act is repeated.
    pub fn new(script: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            state: Arc::default(),
        };
        server.state.lock().unwrap().script = script.into_iter().collect();
        let accepting = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                accepting.state.lock().unwrap().connections += 1;
                let serving = accepting.clone();
                thread::spawn(move || {
                    serving.serve(stream);
                    serving.state.lock().unwrap().closed += 1;
                });
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// The requests received so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.state.lock().unwrap().seen.clone()
    }

    pub fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    /// The number of closed connections.
    pub fn closed(&self) -> usize {
        self.state.lock().unwrap().closed
    }

    fn serve(&self, mut stream: TcpStream) {
        while let Some((seen, length)) = peek_request(&stream) {
            let act = {
                let mut state = self.state.lock().unwrap();
                state.seen.push(seen);
                match state.script.len() {
                    1 => state.script[0].clone(),
                    _ => state.script.pop_front().expect("a script"),
                }
            };
            // Closing a connection with unread data resets it.
            if let Act::SendAndReset(text) = act {
                stream.write_all(text.as_bytes()).unwrap();
                // Otherwise the reset may arrive before the data.
                thread::sleep(Duration::from_millis(20));
                return;
            }
            stream.read_exact(&mut vec![0; length]).unwrap();
            match act {
                Act::Send(text) => stream.write_all(text.as_bytes()).unwrap(),
                Act::SendAndClose(text) => return stream.write_all(text.as_bytes()).unwrap(),
                Act::SendAndFlood(text) => {
                    stream.write_all(text.as_bytes()).unwrap();
                    while stream.write_all(&[b' '; 1 << 16]).is_ok() {}
                    return;
                }
                Act::BeSilent => {
                    let _ = stream.read(&mut [0]);
                    return;
                }
                Act::SendAndReset(_) => {}
            }
        }
    }
}

/// Returns the next request and its length without reading it, or `None` if the connection is closed.
fn peek_request(stream: &TcpStream) -> Option<(Seen, usize)> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        let available = stream.peek(&mut buffer).ok().filter(|&length| length > 0)?;
        let text = String::from_utf8_lossy(&buffer[..available]);
        if let Some((head, rest)) = text.split_once("\r\n\r\n") {
            let mut seen = parse(head);
            let length = seen
                .header("content-length")
                .map_or(0, |n| n.parse().unwrap());
            if rest.len() >= length {
                seen.body = rest[..length].to_owned();
                return Some((seen, head.len() + 4 + length));
            }
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn parse(head: &str) -> Seen {
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap().split(' ').map(str::to_owned);
    Seen {
        method: words.next().unwrap(),
        target: words.next().unwrap(),
        headers: lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(key, value)| (key.to_ascii_lowercase(), value.trim().to_owned()))
            .collect(),
        body: String::new(),
    }
}
