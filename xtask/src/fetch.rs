//! Fetches a document with `curl`.
//!
//! Most systems have `curl`. A library for HTTPS, with its cryptography, would be a tenth of what is compiled before the first
//! generation, and most checkouts never fetch anything.

use std::io::{self, IsTerminal, Read};
use std::process::{Child, Command, Stdio};

use crate::failure::Failure;
use crate::inputs::text;
use crate::named_path::NamedPath;
use crate::provenance::parse_commit;

/// Answers with the hash of the latest commit of the repository in which Stripe publishes its documents.
const COMMIT: &str = "https://api.github.com/repos/stripe/openapi/commits/master";

/// The folder of that repository, without the commit and the path of a file.
const REPOSITORY: &str = "https://raw.githubusercontent.com/stripe/openapi";

/// The largest document that is accepted; Stripe's own is less than an eighth of it.
const LIMIT: u64 = 64 << 20;

const OFFLINE: &str =
    "is this machine online? Otherwise download the document elsewhere, and name the file";
const REFUSED: &str = "is the URL right?";
const OTHERWISE: &str = "download the document in another way, and name the file";

/// Whether `from` is a URL, and not a file.
pub(crate) fn is_url(from: &str) -> bool {
    from.contains("://")
}

/// The URL of the latest document; with its commit, so that the same document can be fetched again, if GitHub reports it.
pub(crate) fn latest() -> String {
    let accept = ["--silent", "--header", "accept: application/vnd.github.sha"];
    let answer = start(COMMIT, "=https", &accept).and_then(Child::wait_with_output);
    let commit = answer.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let commit = commit.ok().and_then(|it| parse_commit(it.trim()).ok());
    let commit = commit.unwrap_or_else(|| "master".to_owned());
    format!("{REPOSITORY}/{commit}/latest/openapi.spec3.json")
}

/// The commit that `url` names, if it leads to Stripe's repository.
pub(crate) fn commit(url: &str) -> Option<String> {
    let (_, path) = url.split_once("/stripe/openapi/")?;
    path.split('/').find_map(|part| parse_commit(part).ok())
}

/// The text at `url`.
pub(crate) fn fetch(url: &str) -> Result<String, Failure> {
    let place = NamedPath::url(url);
    let failure = |problem: &str| Failure::at(&place, problem);
    let scheme = scheme(url).map_err(|problem| {
        failure(problem).help("use https://, or download the document and name the file")
    })?;
    // On a terminal, curl prints a progress bar and its own errors.
    let messages: &[&str] = match io::stderr().is_terminal() {
        true => &["--progress-bar"],
        false => &["--silent", "--show-error"],
    };
    let mut curl = start(url, scheme, messages).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            failure("expected the program `curl` to fetch it with, found none")
                .help("install it, or download the document and name the file")
        }
        _ => failure(&format!("cannot start `curl`: {error}")),
    })?;
    // Where the limit is reached, the pipe is closed, which ends curl.
    let stdout = curl.stdout.take();
    let bytes = stdout.map_or(Ok(vec![]), |from| read(from, LIMIT));
    let output = curl.wait_with_output();
    let output = output.map_err(|error| failure(&format!("cannot be fetched: {error}")))?;
    let bytes = bytes.map_err(|problem| failure(&problem))?;
    // The exit codes of `curl`: no such host or no connection, an error status, anything else.
    let help = match output.status.code() {
        Some(0) => return text(&place, bytes),
        Some(5 | 6 | 7 | 28) => OFFLINE,
        Some(22) => REFUSED,
        _ => OTHERWISE,
    };
    Err(failure(&problem(&String::from_utf8_lossy(&output.stderr))).help(help))
}

/// The scheme of `url`: HTTPS, or HTTP on this machine.
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

fn start(url: &str, scheme: &str, messages: &[&str]) -> io::Result<Child> {
    let limit = LIMIT.to_string();
    // A proxy is not needed on this machine.
    let direct: &[&str] = match scheme {
        "=http" => &["--noproxy", "*"],
        _ => &[],
    };
    let stderr = match messages {
        ["--progress-bar"] => Stdio::inherit(),
        _ => Stdio::piped(),
    };
    Command::new("curl")
        // This must come first: it ignores the configuration of the user, which may change the output.
        .arg("--disable")
        .args(messages)
        .args(["--fail", "--location"])
        .args(["--proto", scheme, "--proto-redir", "=https"])
        .args(["--max-redirs", "5", "--connect-timeout", "20"])
        .args(["--speed-limit", "1", "--speed-time", "30"])
        .args(direct)
        .args(["--max-filesize", &limit, "--", url])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(stderr)
        .spawn()
}

/// Reads everything, at most `limit` bytes: a server may not announce the size.
fn read(from: impl Read, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = from.take(limit + 1).read_to_end(&mut bytes);
    match read {
        Err(error) => Err(format!("cannot be read: {error}")),
        Ok(read) if read as u64 > limit => {
            Err(format!("expected at most {limit} bytes, found more"))
        }
        Ok(_) => Ok(bytes),
    }
}

/// The message of `curl` without its name and its code.
fn problem(message: &str) -> String {
    let line = message.lines().next().unwrap_or("`curl` failed");
    let message = line.split_once(") ").map_or(line, |(_, message)| message);
    format!("cannot be fetched: {message}")
}

#[cfg(test)]
mod tests {
    use super::{commit, problem, read, scheme};

    #[test]
    fn stops_at_the_limit() {
        assert_eq!(read([7; 10].as_slice(), 10), Ok(vec![7; 10]));
        assert_eq!(
            read(std::io::repeat(7), 10),
            Err("expected at most 10 bytes, found more".to_owned())
        );
    }

    #[test]
    fn accepts_https_and_this_machine() {
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
    fn finds_the_commit_in_a_url_of_the_repository() {
        const SHA: &str = "0123456789abcdef0123456789abcdef01234567";
        let raw = "https://raw.githubusercontent.com/stripe/openapi";
        for (url, is_found) in [
            (format!("{raw}/{SHA}/latest/openapi.spec3.json"), true),
            (
                format!("https://github.com/stripe/openapi/raw/{SHA}/latest/openapi.spec3.json"),
                true,
            ),
            (format!("{raw}/master/latest/openapi.spec3.json"), false),
            (format!("{raw}/v2100/openapi/spec3.json"), false),
            (
                format!("https://example.com/{SHA}/openapi.spec3.json"),
                false,
            ),
        ] {
            let expected = is_found.then(|| SHA.to_owned());
            assert_eq!(commit(&url), expected, "{url}");
        }
    }

    #[test]
    fn leaves_out_the_code_of_curl() {
        assert_eq!(
            problem("curl: (6) Could not resolve host: example.com\n"),
            "cannot be fetched: Could not resolve host: example.com"
        );
        assert_eq!(problem(""), "cannot be fetched: `curl` failed");
    }
}
