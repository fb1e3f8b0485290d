#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use stripe_codegen::{File, HEADER};
use tempfile::TempDir;

use super::{FileChange, exactly};
use crate::named_path::NamedPath;

fn generated(text: &str) -> String {
    format!("{HEADER}\n{text}\n")
}

fn file(path: &str, text: &str) -> File {
    File {
        path: path.to_owned(),
        text: generated(text),
    }
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The messages of the plan for `files` in `folder`, each without the help.
fn refused(folder: &TempDir, files: &[File]) -> Vec<String> {
    let place = NamedPath::below(folder.path(), "");
    let failure = exactly(&place, files).unwrap_err();
    let problem = |message: &String| message.lines().next().unwrap().to_owned();
    failure.messages().map(problem).collect()
}

#[test]
fn plans_every_kind_of_change() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "out/same.rs", &generated("a"));
    write(folder.path(), "out/deep/stale.rs", &generated("old"));
    write(folder.path(), "out/former.rs", &generated("old"));
    write(folder.path(), "out/.same.rs.new~", "half a fi");
    let files = [
        file("deep/stale.rs", "new"),
        file("new.rs", "b"),
        file("same.rs", "a"),
    ];
    let changes = exactly(&NamedPath::below(folder.path(), "out"), &files).unwrap();
    let found: Vec<_> = changes
        .iter()
        .map(|it| (it.place.to_string(), it.old.as_deref(), it.new))
        .collect();
    let [old, new, a, b] = ["old", "new", "a", "b"].map(generated);
    let [old, new, a, b] = [&old, &new, &a, &b].map(|it| Some(it.as_str()));
    let expected = [
        ("out/.same.rs.new~", Some(""), None),
        ("out/deep/stale.rs", old, new),
        ("out/former.rs", old, None),
        ("out/new.rs", None, b),
        ("out/same.rs", a, a),
    ];
    assert_eq!(
        found,
        expected.map(|(place, old, new)| (place.to_owned(), old, new))
    );
    let is_fresh = changes.iter().map(FileChange::is_fresh);
    assert_eq!(
        is_fresh.collect::<Vec<_>>(),
        [false, false, false, false, true]
    );
}

#[test]
fn a_missing_folder_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let missing = NamedPath::below(folder.path(), "a/b");
    assert!(exactly(&missing, &[]).unwrap().is_empty());
    let files = [file("new.rs", "b")];
    assert!(!exactly(&missing, &files).unwrap()[0].is_fresh());
}

#[test]
fn refuses_what_is_not_generated() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a/notes.md", "mine");
    write(folder.path(), "almost.rs", &format!(" {HEADER}\n"));
    write(folder.path(), "empty.rs", "");
    fs::write(folder.path().join("latin.rs"), b"// \xe9\n").unwrap();
    assert_eq!(
        refused(&folder, &[file("almost.rs", "b")]),
        [
            "/a/notes.md: expected only generated files, found a file without the generated header",
            "/almost.rs: expected only generated files, found a file without the generated header",
            "/empty.rs: expected only generated files, found a file without the generated header",
            "/latin.rs: expected only generated files, found a file that is not UTF-8 text",
        ]
    );
}

#[test]
fn refuses_files_and_folders_in_each_others_way() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.rs/b.rs", &generated("b"));
    write(folder.path(), "c", &generated("c"));
    assert_eq!(
        refused(&folder, &[file("a.rs", "a"), file("c/d/e.rs", "e")]),
        [
            "/a.rs: expected a file or nothing, found a folder",
            "/c: expected a folder or nothing, found a file",
        ]
    );
}

#[test]
fn refuses_paths_that_lead_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../a.rs", "/a.rs", "", "a/../../b.rs"] {
        let messages = refused(&folder, &[file(path, "a")]);
        assert!(
            messages
                .concat()
                .contains("expected a path inside the folder"),
            "{messages:?}"
        );
    }
}

#[cfg(unix)]
#[test]
fn refuses_links() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "real/a.rs", &generated("a"));
    for link in ["out", "real/b.rs", "real/b"] {
        std::os::unix::fs::symlink(folder.path().join("real"), folder.path().join(link)).unwrap();
    }
    let messages = |name| {
        let place = NamedPath::below(folder.path(), name);
        let failure = exactly(&place, &[]).unwrap_err();
        failure.plain()
    };
    assert_eq!(
        messages("out"),
        "out: expected a folder or nothing, found a symbolic link\n  \
         help: move it away, or name another folder with --out DIR"
    );
    assert_eq!(
        messages("real"),
        "real/b: expected only generated files, found a symbolic link\n  \
         help: real may only contain generated files; move other files out of it\n\
         real/b.rs: expected only generated files, found a symbolic link\n  \
         help: real may only contain generated files; move other files out of it"
    );
}
