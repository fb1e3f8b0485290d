//! Programs that must not compile. In the files in `compile_fail/`, a comment such as `//~ E0599` marks the lines with an error, and
//! its code.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// An error: the program, the line, and the code.
type Mistake = (String, usize, String);

#[test]
fn mistakes_do_not_compile() {
    let programs = programs();
    assert!(!programs.is_empty());
    let expected = programs.iter().flat_map(|program| marked(program));
    let expected: BTreeSet<Mistake> = expected.collect();
    assert_eq!(found(&programs), expected);
}

fn programs() -> Vec<PathBuf> {
    let folder = root().join("tests/compile_fail");
    let programs = fs::read_dir(folder).unwrap();
    programs.map(|entry| entry.unwrap().path()).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the errors that the comments of a program mark.
fn marked(program: &Path) -> Vec<Mistake> {
    let text = fs::read_to_string(program).unwrap();
    let lines = text.lines().zip(1..);
    let marked = lines.filter_map(|(line, number)| {
        let (_, code) = line.split_once("//~ ")?;
        Some((name(program), number, code.trim().to_owned()))
    });
    let marked: Vec<_> = marked.collect();
    assert!(!marked.is_empty(), "{}", program.display());
    marked
}

fn name(program: &Path) -> String {
    program.file_name().unwrap().to_str().unwrap().to_owned()
}

/// Returns the errors that the compiler reports.
fn found(programs: &[PathBuf]) -> BTreeSet<Mistake> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile_fail");
    let bins = folder.join("src/bin");
    let _ = fs::remove_dir_all(&bins);
    fs::create_dir_all(&bins).unwrap();
    for program in programs {
        fs::copy(program, bins.join(name(program))).unwrap();
    }
    fs::write(folder.join("Cargo.toml"), manifest()).unwrap();
    fs::copy(root().join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--keep-going", "--bins"])
        .args(["--message-format", "json"])
        .current_dir(&folder)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("\"build-finished\""),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said.lines().flat_map(mistakes).collect()
}

/// The manifest, which depends on the types only.
fn manifest() -> String {
    format!(
        "[package]\nname = \"mistakes\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nstripe-customers = {{ path = {:?}, default-features = false }}\n",
        root()
    )
}

/// Returns the errors in a message of Cargo.
fn mistakes(message: &str) -> Vec<Mistake> {
    let message: Value = serde_json::from_str(message).unwrap();
    let diagnostic = &message["message"];
    let Some(code) = diagnostic["code"]["code"]
        .as_str()
        .filter(|_| diagnostic["level"] == "error")
    else {
        return Vec::new();
    };
    let program = Path::new(message["target"]["src_path"].as_str().unwrap());
    let spans = diagnostic["spans"].as_array().unwrap().iter();
    let spans = spans.filter(|span| span["is_primary"] == true);
    let line = |span: &Value| usize::try_from(span["line_start"].as_u64().unwrap()).unwrap();
    spans
        .map(|span| (name(program), line(span), code.to_owned()))
        .collect()
}
