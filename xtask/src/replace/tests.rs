#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use super::replace;
use crate::compare::FileChange;
use crate::named_path::NamedPath;

fn to<'a>(root: &Path, name: &str, text: &'a str) -> FileChange<'a> {
    FileChange::to(NamedPath::below(root, name), text)
}

fn removed(root: &Path, name: &str) -> FileChange<'static> {
    FileChange {
        place: NamedPath::below(root, name),
        old: Some(String::new()),
        new: None,
    }
}

/// The paths below `root`, folders with a `/` at the end.
fn tree(root: &Path) -> Vec<String> {
    let mut paths = vec![];
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().display().to_string();
        if path.is_dir() {
            paths.extend(
                tree(&path)
                    .into_iter()
                    .map(|inner| format!("{name}/{inner}")),
            );
            paths.push(format!("{name}/"));
        } else {
            paths.push(name);
        }
    }
    paths.sort();
    paths
}

#[test]
fn writes_and_removes() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("out/old/deep")).unwrap();
    for name in ["out/a", "out/old/deep/b", "out/old/c", "out/.a.new~"] {
        fs::write(root.path().join(name), "old").unwrap();
    }
    replace(&[
        to(root.path(), "out/a", "new a"),
        to(root.path(), "out/x/y/z", "new z"),
        removed(root.path(), "out/old/deep/b"),
        removed(root.path(), "out/old/c"),
        removed(root.path(), "out/.a.new~"),
    ])
    .unwrap();
    assert_eq!(
        tree(root.path()),
        ["out/", "out/a", "out/x/", "out/x/y/", "out/x/y/z"]
    );
    assert_eq!(
        fs::read_to_string(root.path().join("out/a")).unwrap(),
        "new a"
    );
    assert_eq!(
        fs::read_to_string(root.path().join("out/x/y/z")).unwrap(),
        "new z"
    );
}

#[test]
fn writes_nothing_if_one_file_cannot_be_written() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("file"), "old").unwrap();
    fs::create_dir(root.path().join("folder")).unwrap();
    let before = tree(root.path());
    let failure = replace(&[
        to(root.path(), "new/a", "new"),
        to(root.path(), "file/b", "new"),
    ])
    .unwrap_err();
    let message = failure.plain();
    assert!(
        message.starts_with("file/b: cannot be written: "),
        "{message}"
    );
    assert!(message.ends_with("\nnothing was written"), "{message}");
    assert_eq!(tree(root.path()), before);

    let failure = replace(&[
        to(root.path(), "file", "new"),
        to(root.path(), "folder", "new"),
    ])
    .unwrap_err();
    assert_eq!(
        failure.plain(),
        "folder: expected a file or nothing, found a folder\n  help: move it away\nnothing was written"
    );
    assert_eq!(tree(root.path()), before);
    assert_eq!(fs::read_to_string(root.path().join("file")).unwrap(), "old");
}

#[test]
fn a_failure_lists_the_completed_steps() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("folder")).unwrap();
    let changes = [to(root.path(), "a", "new"), removed(root.path(), "folder")];
    let message = replace(&changes).unwrap_err().plain();
    assert!(
        message.starts_with("folder: cannot be removed: "),
        "{message}"
    );
    assert!(
        message.ends_with("\nstopped half way: a was written"),
        "{message}"
    );
}
