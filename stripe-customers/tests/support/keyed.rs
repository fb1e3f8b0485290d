//! Reading requests on a server that counts them by idempotency key.

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

/// Returns the idempotency key and the body of the next request, or `None` if the connection is closed.
pub async fn read_request(stream: &mut TcpStream) -> Option<(String, String)> {
    let mut text = String::new();
    loop {
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let header = |name: &str| {
                let mut lines = head.lines().filter_map(|line| line.split_once(": "));
                let (_, value) = lines.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
                Some(value.to_owned())
            };
            let length: usize = header("content-length")?.parse().ok()?;
            if body.len() == length {
                return Some((header("idempotency-key")?, body.to_owned()));
            }
        }
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).await.ok()?;
        let read = buffer.get(..read).filter(|read| !read.is_empty())?;
        text.push_str(std::str::from_utf8(read).ok()?);
    }
}
