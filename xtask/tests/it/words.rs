//! The words of the project: what the files of the repository do not use.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::repository;

/// Words that have a standard word in their place, which is named beside them.
const BANNED: &[(&str, &str)] = &[
    ("anew", "again"),
    ("gone", "deleted, removed"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mending", "fixing"),
    ("moment", "time, timestamp"),
    ("moments", "times, timestamps"),
    ("news", "unknown"),
    ("thereof", "of it"),
    ("time-out", "timeout"),
    ("time-outs", "timeouts"),
    ("whoever", "anyone who"),
];

/// Folders and files without words of the project.
const SKIPPED: &[&str] = &[
    ".git",
    "target",
    "artifacts",
    "generated",
    "openapi.json",
    "fuzz/seeds",
    "xtask/tests/it/words.rs",
];

#[test]
fn no_file_uses_a_banned_word() {
    let mut files = Vec::new();
    collect(repository(), &mut files);
    assert!(files.len() > 200, "{} files", files.len());
    let mut found = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for (line, content) in text.lines().enumerate() {
            for word in words(content) {
                if let Some((word, better)) = BANNED
                    .iter()
                    .find(|(banned, _)| word.eq_ignore_ascii_case(banned))
                {
                    found.push(format!(
                        "{}:{}: `{word}`, better: {better}",
                        path.display(),
                        line + 1
                    ));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "{} lines:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// The words of a line; a hyphen is part of a word.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '-')
}

/// The text files in `folder` and below.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if SKIPPED.iter().any(|skipped| path.ends_with(skipped)) {
            continue;
        }
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            collect(&path, files);
        } else if ["rs", "md", "yaml", "yml", "toml", "py"]
            .iter()
            .any(|text| extension == *text)
        {
            files.push(path);
        }
    }
}
