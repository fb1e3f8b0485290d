//! The repository itself.

use std::process::{Command, Stdio};

use crate::common::{repository, run};

/// If this fails, run `cargo xtask regenerate`.
#[test]
fn the_generated_code_is_fresh() {
    let outcome = run(repository(), &["regenerate", "--check"]);
    let printed = format!("{}{}", outcome.stdout, outcome.stderr);
    assert_eq!(outcome.code, Some(0), "{printed}");
    assert_eq!(printed.lines().count(), 1, "{printed}");
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

/// As `head` does.
#[test]
fn the_reader_of_the_output_may_stop() {
    for arguments in [
        &["regenerate", "--check"][..],
        &["spec", "diff", "spec/openapi.json", "spec/openapi.json"],
        &["release-notes"],
        &["--help"],
        &["help", "spec", "diff"],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(arguments)
            .current_dir(repository())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }
}
