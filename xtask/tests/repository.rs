//! The repository itself.

#![allow(clippy::unwrap_used)]

mod common;

use std::process::{Command, Stdio};

use common::{repository, run};

/// Fails when the generated code is not what the generator gives: run `cargo xtask regenerate`.
#[test]
fn the_generated_code_is_fresh() {
    let outcome = run(repository(), &["regenerate", "--check"]);
    let said = format!("{}{}", outcome.stdout, outcome.stderr);
    assert_eq!(outcome.code, Some(0), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn wrong_usage_has_its_own_exit_code() {
    for arguments in [
        &["regenrate"][..],
        &["regenerate", "--fix"],
        &["spec", "import"],
        &[],
    ] {
        let outcome = run(repository(), arguments);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        assert!(outcome.stderr.contains("Usage: cargo xtask"), "{outcome:?}");
    }
}

#[test]
fn a_reader_may_stop_reading() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["regenerate", "--check"])
        .current_dir(repository())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}
