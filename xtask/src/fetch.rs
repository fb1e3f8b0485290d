//! Fetches a document.
//!
//! With `curl`, which is nearly everywhere: a library for HTTPS, with its cryptography, would be a tenth of what is compiled
//! before the first generation, and most machines never fetch anything.

use std::io::{self, IsTerminal, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::inputs::text;
use crate::named_path::NamedPath;

/// The document that Stripe has published last.
pub(crate) const LATEST: &str =
    "https://raw.githubusercontent.com/stripe/openapi/master/latest/openapi.spec3.json";

/// The largest document that is taken; Stripe's own have less than an eighth of it.
const LIMIT: usize = 64 << 20;

const OFFLINE: &str =
    "is this machine online? Otherwise download the document elsewhere, and name the file";
const REFUSED: &str = "is the URL right?";
const OTHERWISE: &str = "download the document in another way, and name the file";

/// Whether the user means a URL, and no file.
pub(crate) fn is_url(from: &str) -> bool {
    from.contains("://")
}

/// The text at `url`.
pub(crate) fn fetch(url: &str) -> Result<String, Failure> {
    let place = NamedPath::url(url);
    let scheme = scheme(url).map_err(|problem| {
        Failure::at(
            &place,
            problem,
            Some("use https://, or download the document and name the file"),
        )
    })?;
    let mut curl = start(url, scheme).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::at(
            &place,
            "expected the program `curl` to fetch it with, found none",
            Some("install it, or download the document and name the file"),
        ),
        _ => Failure::at(&place, &format!("cannot start `curl`: {error}"), None),
    })?;
    let read = match curl.stdout.take() {
        Some(from) => read(from, url, LIMIT),
        None => Err("cannot be read".to_owned()),
    };
    if read.is_err() {
        // It is of no use any more; that it may have ended by itself is no error.
        let _ = curl.kill();
    }
    let output = curl
        .wait_with_output()
        .map_err(|error| Failure::at(&place, &format!("cannot be fetched: {error}"), None))?;
    let bytes = read.map_err(|problem| Failure::at(&place, &problem, None))?;
    if !output.status.success() {
        return Err(refused(&place, &output));
    }
    text(&place, bytes)
}

/// Why `curl` did not get what is at `place`.
fn refused(place: &NamedPath, output: &Output) -> Failure {
    let said = String::from_utf8_lossy(&output.stderr);
    // The exit codes of `curl`: no such host or no connection, an answer that is an error, anything else.
    let help = match output.status.code() {
        Some(5 | 6 | 7 | 28) => OFFLINE,
        Some(22) => REFUSED,
        _ => OTHERWISE,
    };
    Failure::at(place, &problem(&said), Some(help))
}

/// The scheme of `url`: HTTPS, or HTTP if nothing leaves this machine.
fn scheme(url: &str) -> Result<&'static str, &'static str> {
    let (scheme, rest) = url.split_once("://").unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ => authority,
    };
    match scheme {
        "https" => Ok("=https"),
        "http" if ["127.0.0.1", "[::1]", "localhost"].contains(&host) => Ok("=http"),
        "http" => Err("expected HTTPS, found HTTP, which anyone on the way can change"),
        _ => Err("expected a URL that starts with `https://`, found another"),
    }
}

fn start(url: &str, scheme: &str) -> io::Result<Child> {
    let limit = LIMIT.to_string();
    // What stays on this machine needs nobody in between.
    let direct: &[&str] = match scheme {
        "=http" => &["--noproxy", "*"],
        _ => &[],
    };
    Command::new("curl")
        // First of all: not what the user has configured, which may change what it writes.
        .arg("--disable")
        .args(["--silent", "--show-error", "--fail", "--location"])
        .args(["--proto", scheme, "--proto-redir", "=https"])
        .args(["--max-redirs", "5", "--connect-timeout", "20"])
        .args(["--speed-limit", "1", "--speed-time", "30"])
        .args(direct)
        .args(["--max-filesize", &limit, "--", url])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// All that comes, which must not be more than `limit`: a server need not say before how much it will be.
fn read(mut from: impl Read, url: &str, limit: usize) -> Result<Vec<u8>, String> {
    let mut progress = Progress::new(url);
    let mut bytes = Vec::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = from
            .read(&mut buffer)
            .map_err(|error| format!("cannot be read: {error}"))?;
        if read == 0 {
            return Ok(bytes);
        }
        bytes.extend(buffer.iter().take(read));
        if bytes.len() > limit {
            return Err(format!("expected at most {limit} bytes, found more"));
        }
        progress.show(bytes.len());
    }
}

/// What `curl` said, without its name and its code.
fn problem(said: &str) -> String {
    let line = said.lines().next().unwrap_or("`curl` says nothing");
    let message = line.split_once(") ").map_or(line, |(_, message)| message);
    format!("cannot be fetched: {message}")
}

/// A line that says how far it has come, where somebody looks and it takes a while.
struct Progress<'u> {
    url: &'u str,
    last: Instant,
    is_shown: bool,
}

impl<'u> Progress<'u> {
    fn new(url: &'u str) -> Self {
        Self {
            url,
            last: Instant::now(),
            is_shown: false,
        }
    }

    fn show(&mut self, bytes: usize) {
        const PAUSE: Duration = Duration::from_millis(200);
        let mut stderr = io::stderr().lock();
        if self.last.elapsed() < PAUSE || !stderr.is_terminal() {
            return;
        }
        let tenths = bytes / 100_000;
        // Nothing depends on it.
        let _ = write!(stderr, "\r{}: {}.{} MB", self.url, tenths / 10, tenths % 10);
        let _ = stderr.flush();
        self.last = Instant::now();
        self.is_shown = true;
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if self.is_shown {
            let _ = writeln!(io::stderr());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{problem, read, scheme};

    #[test]
    fn stops_at_the_limit() {
        assert_eq!(read([7; 10].as_slice(), "", 10), Ok(vec![7; 10]));
        assert_eq!(
            read(std::io::repeat(7), "", 10),
            Err("expected at most 10 bytes, found more".to_owned())
        );
    }

    #[test]
    fn takes_https_and_what_stays_on_this_machine() {
        for (url, expected) in [
            ("https://example.com/a", true),
            ("http://127.0.0.1:80/a", true),
            ("http://localhost/a", true),
            ("http://[::1]:80/a", true),
            ("http://example.com/a", false),
            ("http://127.0.0.1.example.com/a", false),
            ("http://127.0.0.1:80@example.com/a", false),
            ("ftp://example.com/a", false),
            ("file:///etc/passwd", false),
        ] {
            assert_eq!(scheme(url).is_ok(), expected, "{url}");
        }
    }

    #[test]
    fn leaves_out_the_code_of_curl() {
        assert_eq!(
            problem("curl: (6) Could not resolve host: example.com\n"),
            "cannot be fetched: Could not resolve host: example.com"
        );
        assert_eq!(problem(""), "cannot be fetched: `curl` says nothing");
    }
}
