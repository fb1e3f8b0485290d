//! Reports on pairs of documents, checked with the compiler.
//!
//! A folder in `changes/` holds
//!
//! - `old.yaml` and `new.yaml`, OpenAPI documents without the common parts (see `common::document`);
//! - `expected.txt`, the report;
//! - `uses.rs`, a program that uses the part that changes. It must compile with the crate that is generated from the old
//!   document, and with the one from the new document if and only if the report has no breaking change.
//!
//! `UPDATE_EXPECTED=1 cargo test -p stripe-codegen --test it changes::` rewrites `expected.txt`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use similar::TextDiff;
use stripe_codegen::changes::{self, Class, Options, Report};
use stripe_codegen::{Config, File, Rename};

use crate::common::crates::{Crate, check, read, write_workspace};
use crate::common::{all_operations, document, generated};

#[test]
fn the_reports_are_as_expected() {
    let mut differences = String::new();
    for case in cases() {
        let actual = changes::text(&report(&case, "old.yaml", "new.yaml"));
        let place = case.join("expected.txt");
        let expected = read(&place);
        if actual == expected {
            continue;
        }
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(place, actual).unwrap();
            continue;
        }
        let name = format!("{}/expected.txt", name(&case));
        let diff = TextDiff::from_lines(&expected, &actual);
        let diff = diff.unified_diff().header(&name, "actual").to_string();
        differences.push_str(&diff);
    }
    assert!(
        differences.is_empty(),
        "{differences}\nif this is correct, run with UPDATE_EXPECTED=1 to update the files"
    );
}

/// A document has no changes from itself, and swapping the documents swaps additions and removals.
#[test]
fn changes_have_two_sides() {
    for case in cases() {
        for file in ["old.yaml", "new.yaml"] {
            let report = report(&case, file, file);
            assert!(report.changes.is_empty(), "{}: {report:?}", name(&case));
        }
        let there = report(&case, "old.yaml", "new.yaml");
        crate::common::assert_symmetric(&there, &report(&case, "new.yaml", "old.yaml"));
        let documents = ["old.yaml", "new.yaml"].map(|file| document(&read(&case.join(file))));
        let [old, new] = &documents;
        crate::common::assert_placed(&there, old, new);
    }
}

/// The class of a change comes from the models if the generator supports the documents, and from rules otherwise. Both must
/// agree.
#[test]
fn the_rules_agree_with_the_model() {
    for case in cases() {
        let by_model = report(&case, "old.yaml", "new.yaml");
        let mut config = config(&case);
        // This makes every generation fail.
        config.renames.push(Rename {
            from: String::new(),
            to: String::new(),
            reason: String::new(),
        });
        let documents = ["old.yaml", "new.yaml"];
        let documents = documents.map(|file| document(&read(&case.join(file))).to_string());
        let by_rules = compare(&documents, &config);
        assert_eq!(by_rules.notes.len(), 2, "{}", name(&case));
        let class = |report: &Report| report.class().filter(|class| *class == Class::Breaking);
        let only_in_rust = [
            "argument_order",
            "moved_to_shared",
            "value_renamed",
            "variant_renamed",
        ];
        if !only_in_rust.contains(&name(&case)) {
            assert_eq!(class(&by_model), class(&by_rules), "{}", name(&case));
        }
    }
}

#[test]
#[ignore = "compiles 100 crates: CI runs it"]
fn the_compiler_agrees_on_what_is_breaking() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes");
    let mut crates = vec![];
    let mut expected = BTreeSet::new();
    for case in cases() {
        for side in ["old", "new"] {
            let name = format!("{}_{side}", name(&case));
            crates.push(Crate {
                generated: files(&case, &format!("{side}.yaml")),
                others: vec![("examples/uses.rs".into(), read(&case.join("uses.rs")))],
                name,
            });
        }
        if report(&case, "old.yaml", "new.yaml").class() == Some(Class::Breaking) {
            expected.insert(format!("{}_new", name(&case)));
        }
    }
    write_workspace(&root, &crates);
    let output = check(&root, &["--examples", "--message-format=json"]);
    let mut failed = BTreeSet::new();
    let messages = String::from_utf8(output.stdout).unwrap();
    for line in messages.lines() {
        let message: Value = serde_json::from_str(line).unwrap();
        if message["message"]["level"] == "error" {
            let rendered = message["message"]["rendered"].as_str().unwrap();
            assert_eq!(message["target"]["kind"][0], "example", "{rendered}");
            let manifest = Path::new(message["manifest_path"].as_str().unwrap());
            let folder = manifest.parent().unwrap();
            failed.insert(name(folder).to_owned());
        }
    }
    let checked = crates.len() - failed.len();
    let good = messages.matches("\"kind\":[\"example\"]").count();
    assert!(
        good >= checked,
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(failed, expected, "{messages}");
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/changes");
    let entries = fs::read_dir(folder).unwrap();
    let mut cases: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> &str {
    case.file_name().unwrap().to_str().unwrap()
}

/// All operations of both documents.
fn config(case: &Path) -> Config {
    let mut config = Config::default();
    for file in ["old.yaml", "new.yaml"] {
        let all = all_operations(&document(&read(&case.join(file)))).operations;
        for id in all {
            if !config.operations.contains(&id) {
                config.operations.push(id);
            }
        }
    }
    config
}

fn report(case: &Path, old: &str, new: &str) -> Report {
    let documents = [old, new].map(|file| document(&read(&case.join(file))).to_string());
    let report = compare(&documents, &config(case));
    assert!(
        report.notes.is_empty(),
        "{}: {:?}",
        name(case),
        report.notes
    );
    report
}

fn compare([old, new]: &[String; 2], config: &Config) -> Report {
    let options = Options {
        config,
        overlay: None,
        operations: &["all".to_owned()],
    };
    changes::compare(old, new, &options).unwrap()
}

fn files(case: &Path, file: &str) -> Vec<File> {
    let document = document(&read(&case.join(file)));
    let config = all_operations(&document);
    match generated(document, &config) {
        Ok(generated) => generated.files,
        Err(errors) => panic!("{}/{file}: {errors}", name(case)),
    }
}
