//! The output on a terminal: the location of an error in its file, and colours.

use std::process::Command;

use crate::common::{CONFIG, DOCUMENT, OVERLAY, Workspace};

/// Regenerates in `workspace`, and returns what is printed on standard error.
fn printed(workspace: &Workspace) -> String {
    let outcome = workspace.run(&["regenerate"]);
    assert_eq!(outcome.code, Some(1));
    outcome.stderr
}

#[test]
fn shows_the_place_of_a_value() {
    let workspace = Workspace::small();
    workspace.write(
        "spec/openapi.json",
        DOCUMENT.replace("\"3.0.0\"", "\"3.1.0\""),
    );
    let text = printed(&workspace);
    let (message, excerpt) = text.split_once('\n').unwrap();
    assert!(message.starts_with("error: spec/openapi.json#/openapi: expected"));
    assert_eq!(
        excerpt,
        r#" --> spec/openapi.json:2:14
  |
1 | {
2 |   "openapi": "3.1.0",
  |              ^^^^^^^
3 |   "info": { "title": "Things", "version": "2026-01-01.test", "description": "Prose." },
4 |   "servers": [{ "url": "https://api.example.com/" }],
  |
  help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document
error: nothing was written
"#
    );
}

#[test]
fn shows_where_a_text_is_malformed() {
    let workspace = Workspace::small();
    workspace.write(
        "spec/openapi.json",
        "{\n  \"openapi\": \"3.0.0\"\n  \"paths\": {}\n}\n",
    );
    let text = printed(&workspace);
    assert!(
        text.contains("\n3 |   \"paths\": {}\n  |   ^\n4 | }\n"),
        "{text}"
    );
    workspace.write("spec/openapi.json", DOCUMENT);
    workspace.write("spec/overlay.yaml", format!("{OVERLAY}  - [\n"));
    let text = printed(&workspace);
    assert!(text.contains("\n5 |   - [\n  |     ^\n"), "{text}");
}

#[test]
fn shows_a_place_among_characters_of_several_bytes() {
    for (text, shown) in [
        ("{\"a\": ä}", "1 | {\"a\": ä}\n  |       ^\n"),
        ("{\"a\": \"ä", "1 | {\"a\": \"ä\n  |        ^\n"),
        ("{\"a\": 1}ä", "1 | {\"a\": 1}ä\n  |         ^\n"),
    ] {
        let workspace = Workspace::small();
        workspace.write("spec/openapi.json", text);
        let printed = printed(&workspace);
        assert!(printed.contains(shown), "{printed}");
        assert!(
            printed.ends_with("\nerror: nothing was written\n"),
            "{printed}"
        );
    }
    let workspace = Workspace::small();
    workspace.write("spec/overlay.yaml", OVERLAY.replace("{target: ", "ä: 1 #"));
    let printed = printed(&workspace);
    assert!(printed.contains("4 |   - ä: 1 #$"), "{printed}");
    assert!(printed.contains("\n  |     ^\n"), "{printed}");
}

#[test]
fn shows_the_place_in_every_file() {
    let workspace = Workspace::small();
    workspace.write("spec/config.yaml", CONFIG.replace("GetThing", "GetThings"));
    let text = printed(&workspace);
    assert!(text.contains(" --> spec/config.yaml:"), "{text}");
    assert!(text.contains("^^^^^^^^^\n"), "{text}");

    workspace.write("spec/config.yaml", CONFIG);
    workspace.write("spec/overlay.yaml", OVERLAY.replace("thing,", "thong,"));
    let text = printed(&workspace);
    assert!(text.contains(" --> spec/overlay.yaml:4:14\n"), "{text}");
}

#[test]
fn shows_the_object_with_a_missing_member() {
    let workspace = Workspace::small();
    workspace.write(
        "spec/openapi.json",
        DOCUMENT.replace(", \"version\": \"2026-01-01.test\"", ""),
    );
    let text = printed(&workspace);
    assert!(text.contains("\n3 |   \"info\": {"), "{text}");
    assert!(text.contains("\n  |   ^^^^^^\n"), "{text}");
}

/// The output of a command in a pipe, with `variable` set.
fn with_variable(workspace: &Workspace, arguments: &[&str], variable: &str) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["--root", "."])
        .args(arguments)
        .current_dir(workspace.path("."))
        .env_remove("NO_COLOR")
        .env(variable, "1")
        .output()
        .unwrap();
    (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn colours_a_difference_if_forced() {
    let workspace = Workspace::small();
    workspace.vouch();
    let check = ["regenerate", "--check"];
    let (stdout, stderr) = with_variable(&workspace, &check, "CLICOLOR_FORCE");
    assert!(stdout.contains("\u{1b}[32m+"), "{stdout}");
    assert!(stderr.contains("error\u{1b}[0m: "), "{stderr}");
    let (stdout, stderr) = with_variable(&workspace, &check, "NO_COLOR");
    assert!(stdout.starts_with("--- /dev/null\n+++ "), "{stdout}");
    assert!(!stdout.contains('\u{1b}') && !stderr.contains('\u{1b}'));
}

#[test]
fn colours_the_headlines_of_changes() {
    let workspace = Workspace::small();
    let later = DOCUMENT
        .replace(
            r#""description": { "type": "string","#,
            r#""name": { "type": "string","#,
        )
        .replace(r#""maxLength": 5000"#, r#""maxLength": 200"#);
    workspace.write("later.json", later);
    let diff = ["spec", "diff", "spec/openapi.json", "later.json"];
    let (stdout, _) = with_variable(&workspace, &diff, "CLICOLOR_FORCE");
    for headline in [
        "\n\u{1b}[1m\u{1b}[91mbreaking (1)\u{1b}[0m\n  field `Thing::description` removed",
        "\n\u{1b}[32madditive (1)\u{1b}[0m\n  field `Thing::name` added",
        "\n\u{1b}[1mdocs only (1)\u{1b}[0m\n  limit of `Thing::id`",
    ] {
        assert!(stdout.contains(headline), "{stdout:?}");
    }
    let (plain, _) = with_variable(&workspace, &diff, "NO_COLOR");
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
}
