//! A server of lists and searches of customers.

#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A received request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub path: String,
    /// The parameters in the query.
    pub query: BTreeMap<String, String>,
    pub headers: BTreeMap<String, String>,
}

impl Request {
    /// The parameter `name`.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }
}

/// Runs until the process ends.
#[derive(Clone)]
pub struct Lists {
    pub url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Lists {
    /// Starts a server. `respond` returns the status and the body of the response to a request, which has this number, counted
    /// from 0.
    pub fn start(
        respond: impl Fn(&Request, usize) -> (u16, String) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let lists = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            requests: Arc::default(),
        };
        let (serving, respond) = (lists.clone(), Arc::new(respond));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (serving, respond) = (serving.clone(), Arc::clone(&respond));
                thread::spawn(move || serving.serve(stream, &*respond));
            }
        });
        lists
    }

    /// Starts a server of `count` customers, from `cus_0` on, which Stripe would list in this order.
    pub fn of_customers(count: usize) -> Self {
        Self::start(move |request, _| (200, list(request, count)))
    }

    /// Forgets the requests received so far.
    pub fn forget(&self) {
        self.requests.lock().unwrap().clear();
    }

    /// The requests received so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }

    fn serve(&self, mut stream: TcpStream, respond: &dyn Fn(&Request, usize) -> (u16, String)) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        while let Some(request) = read(&mut reader) {
            let number = {
                let mut requests = self.requests.lock().unwrap();
                requests.push(request.clone());
                requests.len() - 1
            };
            let (status, body) = respond(&request, number);
            let length = body.len();
            let head = format!("HTTP/1.1 {status} Reason\r\nrequest-id: req_{number}");
            // One write: the client acknowledges a second one late.
            let response = format!("{head}\r\ncontent-length: {length}\r\n\r\n{body}");
            if stream.write_all(response.as_bytes()).is_err() {
                return;
            }
        }
    }
}

/// Reads the next request, or returns `None` if the connection is closed.
fn read(reader: &mut impl BufRead) -> Option<Request> {
    let mut lines = reader.lines().map_while(Result::ok);
    let first = lines.next()?;
    let head = lines.take_while(|line| !line.is_empty());
    let headers = head.filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_ascii_lowercase(), value.to_owned()))
    });
    let headers = headers.collect();
    let target = first.split(' ').nth(1)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let names = pairs.len();
    let query: BTreeMap<_, _> = pairs.into_iter().collect();
    assert_eq!(query.len(), names, "a name occurs twice in {target}");
    Some(Request {
        path: path.to_owned(),
        query,
        headers,
    })
}

/// A customer.
pub fn customer(index: usize) -> String {
    format!(
        r#"{{"id": "cus_{index}", "object": "customer", "created": {}, "livemode": false, "email": "jenny+{index}@example.com", "name": "Jenny, \"{index}\""}}"#,
        1_800_000_000 - index
    )
}

/// A page with these objects.
pub fn page(objects: &[String], has_more: bool) -> String {
    format!(
        r#"{{"object": "list", "data": [{}], "has_more": {has_more}, "url": "/v1/customers"}}"#,
        objects.join(", ")
    )
}

/// The response of Stripe to a request for a list of `count` customers.
pub fn list(request: &Request, count: usize) -> String {
    let limit = request
        .parameter("limit")
        .map_or(10, |limit| limit.parse().unwrap());
    let index = |name| {
        let id = request.parameter(name)?;
        Some(id.strip_prefix("cus_").unwrap().parse::<usize>().unwrap())
    };
    let (range, has_more) = match (index("starting_after"), index("ending_before")) {
        (_, Some(before)) => {
            let start = before.saturating_sub(limit);
            (start..before, start > 0)
        }
        (after, None) => {
            let start = after.map_or(0, |after| after + 1);
            let end = (start + limit).min(count);
            (start..end, end < count)
        }
    };
    page(&range.map(customer).collect::<Vec<_>>(), has_more)
}
