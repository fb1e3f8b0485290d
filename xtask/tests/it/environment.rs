//! Commands without a workspace or without the programs that they need.

use std::process::Command;

use crate::common::Workspace;

/// The errors of `command`, which must fail.
fn failure(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_missing_workspace_is_an_error() {
    let elsewhere = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("regenerate").current_dir(elsewhere.path());
    assert_eq!(
        failure(command.env_remove("CARGO_MANIFEST_DIR")),
        "error: expected to be inside the workspace, found no folder above with spec/config.yaml\n  \
           help: go there, or name it with --root DIR\n"
    );
}

#[test]
fn a_missing_curl_is_an_error() {
    let workspace = Workspace::small();
    let before = workspace.files();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args([
        "--root",
        ".",
        "spec",
        "update",
        "https://example.com/a.json",
    ]);
    command.current_dir(workspace.path(".")).env("PATH", "");
    assert_eq!(
        failure(&mut command),
        "error: https://example.com/a.json: expected the program `curl` to fetch it with, found none\n  \
           help: install it, or download the document and name the file\n\
         error: nothing was written\n"
    );
    assert_eq!(workspace.files(), before);
}
