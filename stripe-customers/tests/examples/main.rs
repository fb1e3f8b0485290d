//! Tests of the examples: exit codes and output.
#![cfg(feature = "client")]
#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

use std::env;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Output};
use std::thread;

mod export;
mod import;
#[path = "../support/keyed.rs"]
mod keyed;
mod ledger;
#[path = "../support/lists.rs"]
mod lists;
#[path = "../../examples/import_customers/pace.rs"]
mod pace;
mod pacing;

/// Returns the command of an example, without Stripe's environment variables.
fn example(name: &str) -> Command {
    let test = env::current_exe().unwrap();
    let target = test.ancestors().nth(2).unwrap();
    let example = target
        .join("examples")
        .join(name)
        .with_extension(env::consts::EXE_EXTENSION);
    let mut command = Command::new(&example);
    command
        .env_remove("STRIPE_SECRET_KEY")
        .env_remove("STRIPE_API_BASE");
    command
}

/// Runs an example with these environment variables.
fn run(name: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    example(name)
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .expect("run `cargo build --examples` before `cargo test --test examples`")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Starts a server that sends the same response to all requests, and returns its URL.
fn server(status: u16, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 4096]);
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 {status} Reason\r\nrequest-id: req_1\r\ncontent-length: {length}\r\n\
                 connection: close\r\n\r\n{body}"
            );
        }
    });
    format!("http://{address}")
}

const CREATE: (&str, &[&str]) = ("create_customer", &["--description", "Jenny Rosen"]);
const RETRIEVE: (&str, &[&str]) = ("retrieve_customer", &["cus_1", "--expand", "sources"]);

#[test]
fn the_customer_is_printed_with_its_url_in_the_dashboard() {
    for (livemode, mode, body) in [
        (
            "false",
            "test/",
            r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#,
        ),
        (
            "true",
            "",
            r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": true}"#,
        ),
    ] {
        let url = server(200, body);
        for (name, arguments) in [CREATE, RETRIEVE] {
            let variables = [
                ("STRIPE_SECRET_KEY", "sk_test_1"),
                ("STRIPE_API_BASE", &url),
            ];
            let output = run(name, arguments, &variables);
            assert_eq!(output.status.code(), Some(0), "{output:?}");
            let text = stdout(&output);
            let (json, address) = text.trim_end().rsplit_once('\n').unwrap();
            let json: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(json["id"], "cus_1");
            assert_eq!(json["livemode"].to_string(), livemode);
            assert_eq!(
                address,
                format!("https://dashboard.stripe.com/{mode}customers/cus_1")
            );
            assert_eq!(stderr(&output), "");
        }
    }
}

#[test]
fn a_deleted_customer_has_no_url_in_the_dashboard() {
    let url = server(
        200,
        r#"{"id": "cus_1", "object": "customer", "deleted": true}"#,
    );
    let variables = [
        ("STRIPE_SECRET_KEY", "sk_test_1"),
        ("STRIPE_API_BASE", &url),
    ];
    let output = run("retrieve_customer", &["cus_1"], &variables);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(json["deleted"], true);
}

/// The reader of the output may close it early, as `head` does.
#[test]
fn a_closed_output_is_not_an_error() {
    let url = server(
        200,
        r#"{"id": "cus_1", "object": "customer", "created": 1, "livemode": false}"#,
    );
    for (name, arguments) in [CREATE, RETRIEVE] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = example(name)
            .args(arguments)
            .env("STRIPE_SECRET_KEY", "sk_test_1")
            .env("STRIPE_API_BASE", &url)
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(stderr(&output), "");
    }
}

/// Checks that both examples end with this error and the exit code 1.
fn fail(variables: &[(&str, &str)], message: &str) {
    for (name, arguments) in [CREATE, RETRIEVE] {
        let output = run(name, arguments, variables);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert_eq!(stderr(&output), format!("error: {message}\n"));
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn a_missing_key_is_an_error_that_names_the_variable() {
    let message =
        "STRIPE_SECRET_KEY is not set: set it to a secret key of your Stripe account (sk_test_…)";
    fail(&[], message);
    fail(&[("STRIPE_SECRET_KEY", "")], message);
}

#[test]
fn an_error_of_the_key_does_not_show_it() {
    fail(
        &[("STRIPE_SECRET_KEY", "sk_test_1\n")],
        "the secret key contains a line break",
    );
}

#[cfg(unix)]
#[test]
fn an_error_of_the_encoding_does_not_show_the_key() {
    use std::os::unix::ffi::OsStrExt as _;

    let (name, arguments) = CREATE;
    let output = example(name)
        .args(arguments)
        .env(
            "STRIPE_SECRET_KEY",
            std::ffi::OsStr::from_bytes(b"sk_test_\xff"),
        )
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "error: STRIPE_SECRET_KEY is not valid UTF-8\n"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_refused_connection_is_an_error() {
    let address = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    fail(
        &[
            ("STRIPE_SECRET_KEY", "sk_test_1"),
            ("STRIPE_API_BASE", &format!("http://{address}")),
        ],
        &format!("cannot connect to {address}: Connection refused (os error 111) (3 attempts)"),
    );
}

#[test]
fn an_unknown_customer_and_an_unknown_parameter_are_errors() {
    for (status, body, message) in [
        (
            404,
            r#"{"error": {"code": "resource_missing", "message": "No such customer: 'cus_1'", "param": "id", "type": "invalid_request_error"}}"#,
            "No such customer: 'cus_1' (404 invalid_request_error resource_missing, param id, request req_1)",
        ),
        (
            400,
            r#"{"error": {"message": "Received unknown parameter: nope", "type": "invalid_request_error"}}"#,
            "Received unknown parameter: nope (400 invalid_request_error, request req_1)",
        ),
    ] {
        let url = server(status, body);
        fail(
            &[
                ("STRIPE_SECRET_KEY", "sk_test_1"),
                ("STRIPE_API_BASE", &url),
            ],
            message,
        );
    }
}

#[test]
fn wrong_usage_is_exit_code_2() {
    for (name, arguments, message) in [
        (
            "create_customer",
            &["--nope"][..],
            "unexpected argument '--nope'",
        ),
        (
            "create_customer",
            &["--metadata", "a"],
            "expected KEY=VALUE",
        ),
        ("retrieve_customer", &[], "<ID>"),
        ("retrieve_customer", &["a", "b"], "unexpected argument 'b'"),
    ] {
        let output = run(name, arguments, &[]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(stderr(&output).contains(message), "{output:?}");
        assert_eq!(stdout(&output), "");
    }
}
