//! `cargo xtask measure`: that what a program costs is written down, and that what it does stays the same.

#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{Workspace, repository, run};
use serde_json::Value;
use tempfile::TempDir;

/// This program, in the role of what stands around a program that is measured.
fn recorder(log: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.env("XTASK_COST_LOG", log);
    command
}

fn entries(log: &Path) -> Vec<Value> {
    let text = fs::read_to_string(log).unwrap();
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_program_keeps_its_output_and_its_exit_code() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let output = recorder(&log)
        .args(["sh", "-c", "echo out; echo err >&2; exit 7"])
        .output()
        .unwrap();
    let Output {
        status,
        stdout,
        stderr,
    } = output;
    assert_eq!(status.code(), Some(7));
    assert_eq!(
        (stdout.as_slice(), stderr.as_slice()),
        (&b"out\n"[..], &b"err\n"[..])
    );
    let entries = entries(&log);
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["unit"], Value::Null);
    // A shell has more than one byte, and less than all there is.
    let peak = entries[0]["cost"]["peak_memory_bytes"].as_u64().unwrap();
    assert!((100_000..1_000_000_000).contains(&peak), "{peak}");
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let output = recorder(&log).arg("no-such-program").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("error: cannot start no-such-program: "),
        "{said}"
    );
}

/// Cargo calls the compiler through the recorder, and the compiler is not disturbed by it.
#[test]
fn every_package_of_a_build_is_written_down() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let manifest = "[package]\nname = \"above\"\nversion = \"1.2.3\"\nedition = \"2024\"\n[workspace]\n\
                    [dependencies]\nbelow = { path = \"below\" }\n";
    write("Cargo.toml", manifest);
    write("src/main.rs", "fn main() { below::nothing() }\n");
    write(
        "below/Cargo.toml",
        "[package]\nname = \"below\"\nversion = \"0.1.0\"\n",
    );
    write("below/src/lib.rs", "pub fn nothing() {}\n");
    write("below/build.rs", "fn main() {}\n");
    let log = folder.path().join("log");
    let status = recorder(&log)
        .args([env!("CARGO"), "build", "--offline", "--quiet"])
        .current_dir(&folder)
        .env("RUSTC_WRAPPER", env!("CARGO_BIN_EXE_xtask"))
        .env("XTASK_COMPILER_COST_LOG", &log)
        .env("CARGO_TARGET_DIR", folder.path().join("target"))
        .status()
        .unwrap();
    assert!(status.success());
    let entries = entries(&log);
    let unit = |entry: &Value| {
        let unit = entry["unit"].as_object()?;
        Some(format!("{} {}", unit["package"], unit["version"]).replace('"', ""))
    };
    let mut units: Vec<_> = entries.iter().filter_map(unit).collect();
    units.sort();
    // The build script and the library; the program.
    assert_eq!(units, ["above 1.2.3", "below 0.1.0", "below 0.1.0"]);
    let cpu = |entry: &Value| entry["cost"]["cpu_seconds"].as_f64().unwrap();
    let last = entries.last().unwrap();
    assert_eq!(last["unit"], Value::Null);
    let sum: f64 = entries.iter().map(cpu).sum();
    // Cargo has waited for all of them, so what it has cost has theirs in it.
    assert!(
        sum > 0.0 && sum <= 2.0 * cpu(last) + 0.1,
        "{sum} {}",
        cpu(last)
    );
}

/// A program that was ended by a signal has no exit code to keep.
#[test]
fn a_program_that_was_killed_has_failed() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("log");
    let status = recorder(&log).args(["sh", "-c", "kill -9 $$"]).status();
    assert_eq!(status.unwrap().code(), Some(1));
    assert_eq!(entries(&log).len(), 1);
}

#[test]
fn generations_are_measured() {
    let arguments = ["measure", "generator", "--runs", "1", "--format", "json"];
    let outcome = run(repository(), &arguments);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    let figures: Vec<Value> = serde_json::from_str(&outcome.stdout).unwrap();
    let of = |name: &str| -> Vec<u64> {
        let figures = figures.iter().map(|it| it[name].as_u64().unwrap());
        figures.collect()
    };
    // One operation of the two that the document has, and both.
    assert_eq!(of("operations"), [1, 2]);
    assert!(of("files").iter().all(|&files| files > 50), "{outcome:?}");
    assert!(
        of("bytes").iter().all(|&bytes| bytes > 500_000),
        "{outcome:?}"
    );
}

#[test]
fn what_cannot_be_measured_is_an_error() {
    let outcome = Workspace::small().run(&["measure", "generator", "--spec", "nowhere.json"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(
        outcome.stderr,
        "error: nowhere.json: expected a file, found nothing\n  help: name another one with --spec FILE\n"
    );
    let outcome = Workspace::small().run(&["measure", "generator"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(
        outcome.stderr,
        "error: Cargo.toml: expected a file, found nothing\n  help: restore it from version control\n\
         error: nothing was written\n\
         error: the generator failed, and has said why above\n"
    );
    let outcome = Workspace::small().run(&["measure", "build"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(
        outcome.stderr,
        "error: Cargo.toml: expected a file, found nothing\n  help: restore it from version control\n"
    );
    let workspace = Workspace::small();
    workspace.write("bad.json", "{");
    let outcome = workspace.run(&["measure", "generator", "--spec", "bad.json"]);
    assert_eq!(outcome.code, Some(1));
    let said = "error: bad.json#: expected JSON, since it starts with `{`: ";
    assert!(outcome.stderr.starts_with(said), "{outcome:?}");
}
