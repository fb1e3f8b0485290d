//! The folder of the generated code: only generated files, only those that changed.

use crate::common::Workspace;

const REGENERATE: &[&str] = &["regenerate", "--out", "out"];

#[test]
fn a_file_is_in_the_place_of_the_folder() {
    let workspace = Workspace::real();
    workspace.write("out", "mine");
    workspace.refuses(
        REGENERATE,
        "error: out: expected a folder or nothing, found a file\n  \
           help: move it away, or name another folder with --out DIR\n\
         error: nothing was written\n",
    );
}

#[test]
fn a_file_is_not_ours() {
    let workspace = Workspace::real();
    workspace.write("out/deep/notes.md", "mine");
    workspace.write("out/lib.rs", "//! Written by hand.\n");
    let message = |path| {
        format!(
            "error: out/{path}: expected only generated files, found a file without the generated header\n  \
             help: out may only contain generated files; move other files out of it\n"
        )
    };
    let messages = message("deep/notes.md") + &message("lib.rs");
    workspace.refuses(
        REGENERATE,
        &format!("{messages}error: nothing was written\n"),
    );
    workspace.refuses(&[REGENERATE, &["--check"]].concat(), &messages);
}

#[cfg(unix)]
#[test]
fn the_folder_is_a_link() {
    let workspace = Workspace::real();
    workspace.write("elsewhere/notes.md", "mine");
    std::os::unix::fs::symlink("elsewhere", workspace.path("out")).unwrap();
    workspace.refuses(
        REGENERATE,
        "error: out: expected a folder or nothing, found a symbolic link\n  \
           help: move it away, or name another folder with --out DIR\n\
         error: nothing was written\n",
    );
}

#[test]
fn the_folder_cannot_be_made() {
    let workspace = Workspace::real();
    workspace.write("file", "mine");
    workspace.fails(
        &["regenerate", "--out", "file/out"],
        "error: file/out",
        "\nerror: nothing was written\n",
    );
}

#[test]
fn regenerated_code_is_fresh() {
    let workspace = Workspace::real();
    let first = workspace.run(REGENERATE);
    assert_eq!(
        (first.code, first.stderr.as_str()),
        (Some(0), ""),
        "{}",
        first.stdout
    );
    let written = workspace.files();

    let second = workspace.run(REGENERATE);
    assert_eq!(second.code, Some(0));
    assert!(
        second.stdout.contains("out: 0 written, "),
        "{}",
        second.stdout
    );
    let check = workspace.run(&[REGENERATE, &["--check"]].concat());
    assert_eq!((check.code, check.stderr.as_str()), (Some(0), ""));
    assert_eq!(check.stdout.lines().count(), 1, "{}", check.stdout);
    assert_eq!(workspace.files(), written);
}

#[test]
fn a_check_shows_stale_files_and_the_command_that_regenerates_them() {
    let workspace = Workspace::real();
    assert_eq!(workspace.run(REGENERATE).code, Some(0));
    let header = stripe_codegen::HEADER;
    workspace.write("out/left_over.rs", format!("{header}\nstruct Old;\n"));
    let stale = workspace.files();

    let check = workspace.run(&[REGENERATE, &["--check"]].concat());
    assert_eq!(check.code, Some(1));
    assert_eq!(
        check.stdout,
        format!("--- out/left_over.rs\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-{header}\n-struct Old;\n")
    );
    assert_eq!(
        check.stderr,
        "error: out: expected the code that is generated from spec/openapi.json, found 0 stale, 0 missing and 1 unexpected files\n  \
           help: run `cargo xtask --root . regenerate --out out`\n"
    );
    assert_eq!(workspace.files(), stale);

    let fixed = workspace.run(REGENERATE);
    assert_eq!(fixed.code, Some(0));
    assert!(fixed.stdout.contains(" 1 removed\n"), "{}", fixed.stdout);
    assert!(!workspace.path("out/left_over.rs").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn refuses_names_that_are_not_text_and_special_files() {
    use std::os::unix::ffi::OsStrExt as _;

    let workspace = Workspace::real();
    workspace.write("out/a.rs", "//! Written by hand.\n");
    let out = workspace.path("out");
    std::fs::write(out.join(std::ffi::OsStr::from_bytes(b"\xff.rs")), "").unwrap();
    std::os::unix::net::UnixListener::bind(out.join("socket")).unwrap();
    let arguments = [REGENERATE, &["--check"]].concat();
    let outcome = workspace.run(&arguments);
    assert_eq!(outcome.code, Some(1), "{outcome:?}");
    for problem in [
        "error: out/socket: expected only generated files, found neither a file nor a folder\n",
        "error: out/\u{fffd}.rs: expected only generated files, found a name that is not UTF-8\n",
    ] {
        assert!(
            outcome.stderr.contains(problem),
            "{problem}{}",
            outcome.stderr
        );
    }
}

/// With `--operations`, an existing folder must be such a crate.
#[test]
fn a_crate_does_not_replace_other_files() {
    let workspace = Workspace::small();
    workspace.write("out/Cargo.toml", "[package]\n");
    workspace.refuses(
        &["regenerate", "--out", "out", "--operations", "GetThing"],
        "error: out: expected nothing, or a crate that this command wrote; found something else\n  \
           help: name another folder with --out DIR\n\
         error: nothing was written\n",
    );
}
