//! `cargo xtask spec update`, `release-notes`, and `regenerate --check` with a document that was not imported.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use crate::common::{DOCUMENT, Workspace};

const UPDATE: &[&str] = &["spec", "update"];

/// The small document a month later.
fn later() -> String {
    DOCUMENT
        .replace("2026-01-01.test", "2026-02-01.test")
        .replace(
            "\"maxLength\": 5000 }",
            "\"maxLength\": 200 }, \"size\": { \"type\": \"integer\" }",
        )
}

/// A workspace with fresh code.
fn fresh() -> Workspace {
    let workspace = Workspace::small();
    workspace.write("first.json", DOCUMENT);
    assert_eq!(
        workspace.run(&["spec", "import", "first.json"]).code,
        Some(0)
    );
    assert_eq!(workspace.run(&["regenerate"]).code, Some(0));
    workspace.write(
        "CHANGELOG.md",
        "# Changelog\n\n## 0.3.1 (Stripe API 2026-01-01.test)\n\n- Things.\n",
    );
    workspace
}

/// The first document has no changes to list, and no changelog entry.
#[test]
fn the_first_update_needs_no_document() {
    let workspace = Workspace::small();
    std::fs::remove_file(workspace.path("spec/openapi.json")).unwrap();
    workspace.write("first.json", DOCUMENT);
    workspace.write("later.json", later());
    let first = workspace.run(&[UPDATE, &["first.json"]].concat());
    assert_eq!((first.code, first.stderr.as_str()), (Some(0), ""));
    assert!(workspace.read("spec/openapi.json").contains("GetThing"));
    assert!(!workspace.path("CHANGELOG.md").exists(), "{}", first.stdout);

    let second = workspace.run(&[UPDATE, &["later.json"]].concat());
    assert_eq!((second.code, second.stderr.as_str()), (Some(0), ""));
    assert!(workspace.read("CHANGELOG.md").contains("Thing::size"));
}

#[test]
fn an_update_imports_regenerates_and_lists_the_changes() {
    let workspace = fresh();
    workspace.write("later.json", later());
    let outcome = workspace.run(&[UPDATE, &["later.json"]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let (printed, rest) = outcome.stdout.split_once("time ").unwrap();
    let (_, changes) = rest.split_once("\n\n").unwrap();
    assert_eq!(
        printed,
        "document    later.json, API version 2026-02-01.test\n\
         operations  GetThing\n\
         files       spec/openapi.json written, spec/provenance.json written\n\
         generated   stripe-customers/src/generated: 2 written, 0 removed\n\
         changelog   CHANGELOG.md written\n"
    );
    assert_eq!(
        changes,
        "Stripe API 2026-01-01.test → 2026-02-01.test, 1 operation\n\
         0 breaking, 1 additive, 1 docs only for Rust: requires a patch release (from 1.0 on, a minor release)\n\
         \n\
         additive (1)\n  \
           field `Thing::size` added: `Option<i64>` [thing.size at #/components/schemas/thing/properties/size]\n\
         \n\
         docs only (1)\n  \
           limit of `Thing::id`: `maxLength` 5000 → `maxLength` 200 [thing.id at #/components/schemas/thing/properties/id/maxLength]\n"
    );
    let entry = "## 0.3.2, unreleased (Stripe API 2026-02-01.test)\n\n\
         ### From Stripe API 2026-01-01.test to 2026-02-01.test\n\n\
         #### Added\n\n\
         - field `Thing::size` added: `Option<i64>` (`thing.size`)\n\n\
         #### Documentation\n\n\
         - limit of `Thing::id`: `maxLength` 5000 → `maxLength` 200 (`thing.id`)\n";
    assert_eq!(
        workspace.read("CHANGELOG.md"),
        format!("# Changelog\n\n{entry}\n## 0.3.1 (Stripe API 2026-01-01.test)\n\n- Things.\n")
    );
    assert_eq!(workspace.run(&["release-notes"]).stdout, entry);
    assert_eq!(workspace.run(&["regenerate", "--check"]).code, Some(0));
}

#[test]
fn the_second_update_changes_nothing() {
    let workspace = fresh();
    workspace.write("later.json", later());
    assert_eq!(
        workspace.run(&[UPDATE, &["later.json"]].concat()).code,
        Some(0)
    );
    let files = workspace.files();
    let outcome = workspace.run(&[UPDATE, &["later.json"]].concat());
    assert!(
        outcome.stdout.contains("CHANGELOG.md unchanged"),
        "{outcome:?}"
    );
    assert!(
        outcome.stdout.ends_with("requires no release\n"),
        "{outcome:?}"
    );
    assert_eq!(workspace.files(), files);
}

#[test]
fn an_update_is_all_or_nothing() {
    let workspace = fresh();
    let bad = later().replace(
        "\"size\": { \"type\": \"integer\" }",
        "\"size\": { \"type\": \"integer\", \"enum\": [1] }",
    );
    workspace.write("bad.json", bad);
    workspace.refuses(
        &[UPDATE, &["bad.json"]].concat(),
        "error: bad.json#/components/schemas/thing/properties/size: an enumeration of integers is not understood\n  \
         help: add it to codegen/src/lower/shape.rs, or correct the document in spec/overlay.yaml\n\
         error: nothing was written; `cargo xtask spec diff spec/openapi.json bad.json` lists what changed\n",
    );
    workspace.write("later.json", later());
    workspace.write(
        "stripe-customers/src/generated/mine.rs",
        "// Somebody's work.\n",
    );
    workspace.refuses(
        &[UPDATE, &["later.json"]].concat(),
        "error: stripe-customers/src/generated/mine.rs: expected only generated files, found a file without the generated header\n  \
         help: stripe-customers/src/generated may only contain generated files; move other files out of it\n\
         error: nothing was written\n",
    );
}

/// Prose and exceptions that the new document leaves without a place are removed, and nothing around them.
#[test]
fn an_update_removes_what_has_no_place() {
    let overlay = "\
# Prose.
overlay: 1.0.0
info: {title: Test, version: 0.1.0}
actions:
  - {target: $.components.schemas.thing, update: {description: A thing.}}

  # The description.
  - target: $.components.schemas.thing.properties.description
    update:
      description: >-
        Text.
  # The ID.
  - target: $.components.schemas.thing.properties.id
    update: {description: The ID.}
";
    let config = "\
operations: [GetThing]
lazy: # on demand
  - {schema: thing, reason: A test.}
  - schema: part
    reason: A test.
renames:
  - from: thing::Part
    to: Piece
    reason: A test.
";
    let part = "\"part\": { \"$ref\": \"#/components/schemas/part\" }, \"id\":";
    let component = "\"part\": { \"type\": \"object\", \"properties\": { \"size\": { \"type\": \"integer\" } } }";
    let first = DOCUMENT
        .replace("\"id\":", part)
        .replace("\"unused\": { \"type\": \"object\" }", component);
    let workspace = fresh();
    workspace.write("spec/overlay.yaml", overlay);
    workspace.write("spec/config.yaml", config);
    workspace.write("first.json", &first);
    let outcome = workspace.run(&[UPDATE, &["first.json"]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(workspace.read("spec/overlay.yaml"), overlay);
    let before = workspace.files();

    let line = "\"description\": { \"type\": \"string\", \"description\": \"Prose.\", \"nullable\": true },";
    workspace.write("later.json", DOCUMENT.replace(line, ""));
    let outcome = workspace.run(&[UPDATE, &["later.json"]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let removed = "\n\
        removed from spec/overlay.yaml (1)\n  \
          actions: no place at `$.components.schemas.thing.properties.description`\n\n\
        removed from spec/config.yaml (2)\n  \
          lazy: no operation reaches a component schema `part`\n  \
          renames: no type has the name `thing::Part` to be changed\n\n";
    assert!(outcome.stdout.contains(removed), "{}", outcome.stdout);
    let action = overlay.find("  - target").unwrap()..overlay.find("  # The ID").unwrap();
    let expected = overlay.replace(&overlay[action], "");
    assert_eq!(workspace.read("spec/overlay.yaml"), expected);
    assert_eq!(
        workspace.read("spec/config.yaml"),
        "operations: [GetThing]\nlazy: # on demand\n  - {schema: thing, reason: A test.}\nrenames: []\n"
    );
    assert_eq!(workspace.run(&["regenerate", "--check"]).code, Some(0));

    for (name, text) in [("spec/overlay.yaml", overlay), ("spec/config.yaml", config)] {
        workspace.write(name, text);
    }
    workspace.write("CHANGELOG.md", &before[&workspace.path("CHANGELOG.md")]);
    let outcome = workspace.run(&[UPDATE, &["first.json"]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    workspace.write("CHANGELOG.md", &before[&workspace.path("CHANGELOG.md")]);
    std::fs::remove_file(workspace.path("later.json")).unwrap();
    assert_eq!(workspace.files(), before);
}

/// Only a person knows what to do about a correction that does not fit the new document.
#[test]
fn an_update_stops_at_a_correction_that_does_not_fit() {
    let workspace = fresh();
    let corrections = "\
overlay: 1.0.0
info: {title: Test, version: 0.1.0}
actions:
  - {target: $.components.schemas.thing.properties.size, update: {description: No place.}}
  - {target: $.components.schemas.thing.properties.id, update: {description: The ID., maxLength: 5000}}
  - {target: $.components.schemas.thing.properties.description, update: {enum: [a]}}
";
    workspace.write("spec/overlay.yaml", corrections);
    workspace.write("removed.json", DOCUMENT.replace("\"id\": {", "\"key\": {"));
    workspace.fails(
        &[UPDATE, &["removed.json"]].concat(),
        "error: spec/overlay.yaml#/actions/1/target: expected a place in the document, found none at \
         `$.components.schemas.thing.properties.id`\n",
        "  help: change or remove this correction of the document\n\
         error: nothing was written; `cargo xtask spec diff spec/openapi.json removed.json` lists what changed\n",
    );
    let integer = "\"description\": { \"type\": \"integer\"";
    let string = "\"description\": { \"type\": \"string\"";
    workspace.write("retyped.json", DOCUMENT.replace(string, integer));
    workspace.fails(
        &[UPDATE, &["retyped.json"]].concat(),
        "error: retyped.json#/components/schemas/thing/properties/description/enum/0: expected a value of type `integer`, \
         found `a`\n",
        "  help: check the correction of `$.components.schemas.thing.properties.description` in the overlay\n\
         error: nothing was written; `cargo xtask spec diff spec/openapi.json retyped.json` lists what changed\n",
    );
}

/// With the overlay, the configuration and the changelog as they were, every file is as it was.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn an_update_to_any_document_and_back() {
    let shared = PathBuf::from(std::env::var_os("STRIPE_SHARED").unwrap()).join("stripe");
    let workspace = Workspace::real();
    let ours = shared.join("openapi.spec3.json");
    let update = |document: &Path| workspace.run(&[UPDATE, &[document.to_str().unwrap()]].concat());
    let start = update(&ours);
    assert_eq!((start.code, start.stderr.as_str()), (Some(0), ""));
    let restored = ["spec/overlay.yaml", "spec/config.yaml", "CHANGELOG.md"];
    workspace.write("CHANGELOG.md", "# Changelog\n");
    let before = workspace.files();
    let mut history: Vec<_> = std::fs::read_dir(shared.join("history"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    history.sort();
    for document in history {
        let there = update(&document);
        // Documents of another part of the API, and one that is older than a corrected parameter.
        let refused = match document.to_str().unwrap() {
            name if name.contains(".v2.") => {
                Some("error: spec/config.yaml#/operations: the document has none of the operations")
            }
            name if name.contains("2019-03-29") => Some("error: spec/overlay.yaml#/actions/"),
            _ => None,
        };
        if let Some(error) = refused {
            assert!(there.stderr.starts_with(error), "{}", there.stderr);
            assert_eq!(workspace.files(), before);
            continue;
        }
        assert_eq!(
            (there.code, there.stderr.as_str()),
            (Some(0), ""),
            "{document:?}"
        );
        for name in restored {
            workspace.write(name, &before[&workspace.path(name)]);
        }
        let back = update(&ours);
        assert_eq!(
            (back.code, back.stderr.as_str()),
            (Some(0), ""),
            "{document:?}"
        );
        workspace.write("CHANGELOG.md", &before[&workspace.path("CHANGELOG.md")]);
        assert!(workspace.files() == before, "{document:?}");
    }
}

#[test]
#[ignore = "needs curl; run by .ci/run"]
fn a_document_is_fetched() {
    let workspace = fresh();
    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";
    let (url, server) = serve(format!("HTTP/1.1 200 OK\r\n\r\n{}", later()));
    let url = url.replace(
        "/new.json",
        &format!("/stripe/openapi/{COMMIT}/latest/new.json"),
    );
    let outcome = workspace.run(&[UPDATE, &[&url]].concat());
    server.join().unwrap();
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(
        outcome
            .stdout
            .starts_with(&format!("document    {url}, API version 2026-02-01.test\n"))
    );
    let provenance = workspace.read("spec/provenance.json");
    for expected in [
        "\"file\": \"new.json\"".to_owned(),
        format!("\"commit\": \"{COMMIT}\""),
    ] {
        assert!(provenance.contains(&expected), "{provenance}");
    }
}

#[test]
#[ignore = "needs curl; run by .ci/run"]
fn what_cannot_be_fetched_changes_nothing() {
    let workspace = fresh();
    for answer in [
        "HTTP/1.1 404 Not Found\r\n\r\n",
        "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{}",
    ] {
        let (url, server) = serve(answer);
        // The messages of curl differ between versions.
        let start = format!("error: {url}: cannot be fetched: ");
        workspace.fails(
            &[UPDATE, &[&url]].concat(),
            &start,
            "\nerror: nothing was written\n",
        );
        server.join().unwrap();
    }
    workspace.refuses(
        &[UPDATE, &["http://example.com/new.json"]].concat(),
        "error: http://example.com/new.json: expected HTTPS, found HTTP, which anyone on the way can change\n  \
         help: use https://, or download the document and name the file\n\
         error: nothing was written\n",
    );
}

/// A compressed document, or one in an old encoding.
#[test]
#[ignore = "needs curl; run by .ci/run"]
fn a_fetched_document_that_is_not_text_changes_nothing() {
    let workspace = fresh();
    let (url, server) = serve(b"HTTP/1.1 200 OK\r\n\r\n{\"openapi\": \"\xff\"}");
    workspace.refuses(
        &[UPDATE, &[&url]].concat(),
        &format!(
            "error: {url}: expected text in UTF-8, found another encoding at byte 13\n\
             error: nothing was written\n"
        ),
    );
    server.join().unwrap();
}

/// A host that never exists (RFC 6761) fails as every host does offline.
#[test]
#[ignore = "needs curl; run by .ci/run"]
fn a_host_that_cannot_be_resolved_is_an_error() {
    let workspace = fresh();
    workspace.fails(
        &[UPDATE, &["https://stripe.invalid/new.json"]].concat(),
        "error: https://stripe.invalid/new.json: cannot be fetched: ",
        "\n  help: is this machine online? Otherwise download the document elsewhere, and name the file\n\
         error: nothing was written\n",
    );
}

#[test]
fn a_check_fails_if_the_document_is_not_the_one_that_was_imported() {
    let workspace = fresh();
    assert_eq!(workspace.run(&["regenerate", "--check"]).code, Some(0));
    // The generated code stays the same.
    let imported = workspace.read("spec/openapi.json");
    workspace.write("spec/openapi.json", imported.replace("  ", " "));
    workspace.fails(
        &["regenerate", "--check"],
        "error: spec/openapi.json: expected 1319 bytes with SHA-256 2cfe6ffc",
        "help: import it again with `cargo xtask spec import FILE`\n",
    );
    let newer = imported.replace("2026-01-01.test", "2026-02-01.test");
    workspace.write("spec/openapi.json", &newer);
    let outcome = workspace.run(&["regenerate", "--check"]);
    let printed = "expected API version 2026-01-01.test, as spec/provenance.json records; found 2026-02-01.test";
    assert!(outcome.stderr.contains(printed), "{}", outcome.stderr);
    // The existing code is for another version.
    workspace.vouch();
    let outcome = workspace.run(&["regenerate", "--check"]);
    let printed = "error: stripe-customers/src/generated: expected API version 2026-02-01.test, which spec/openapi.json describes, found 2026-01-01.test\n";
    assert!(outcome.stderr.starts_with(printed), "{}", outcome.stderr);
}

#[test]
fn missing_release_notes_are_an_error() {
    let workspace = fresh();
    workspace.refuses(
        &["release-notes", "9.9.9"],
        "error: CHANGELOG.md: expected an entry for 9.9.9, found none\n  \
         help: it has: 0.3.1 (Stripe API 2026-01-01.test)\n",
    );
}

/// A server that answers one request with `answer`, and its URL.
fn serve(answer: impl AsRef<[u8]>) -> (String, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/new.json?raw", listener.local_addr().unwrap());
    let answer = answer.as_ref().to_owned();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let read = stream.read(&mut request).unwrap();
        assert!(read > 0);
        // curl may have closed the connection.
        let _ = stream.write_all(&answer);
    });
    (url, server)
}
