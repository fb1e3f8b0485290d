//! `cargo xtask spec import`.

use std::path::PathBuf;
use std::{env, fs};

use crate::common::{DOCUMENT, Workspace, repository};

const DOCUMENT_FILE: &str = "spec/openapi.json";
const PROVENANCE_FILE: &str = "spec/provenance.json";

#[test]
fn imports_the_selected_operations() {
    let workspace = Workspace::small();
    workspace.write("from/new.json", DOCUMENT);
    let outcome = workspace.run(&["spec", "import", "from/new.json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        workspace.read(DOCUMENT_FILE),
        include_str!("../import/openapi.json")
    );
    assert_eq!(
        workspace.read(PROVENANCE_FILE),
        include_str!("../import/provenance.json")
    );
    let (printed, _time) = outcome.stdout.split_once("time ").unwrap();
    assert_eq!(
        printed,
        "document    from/new.json, API version 2026-01-01.test\n\
         operations  GetThing\n\
         files       spec/openapi.json written, spec/provenance.json written\n"
    );
}

#[test]
fn changes_nothing_the_second_time() {
    let workspace = Workspace::small();
    workspace.write("new.json", DOCUMENT);
    assert_eq!(workspace.run(&["spec", "import", "new.json"]).code, Some(0));
    let first = workspace.files();
    let outcome = workspace.run(&["spec", "import", "new.json"]);
    assert!(
        outcome
            .stdout
            .contains("spec/openapi.json unchanged, spec/provenance.json unchanged"),
        "{}",
        outcome.stdout
    );
    assert_eq!(workspace.files(), first);
}

const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

/// Imports the file with these options, and returns the recorded commit.
fn commit(workspace: &Workspace, arguments: &[&str]) -> Option<String> {
    let outcome = workspace.run(&[&["spec"], arguments].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let provenance: serde_json::Value =
        serde_json::from_str(&workspace.read(PROVENANCE_FILE)).unwrap();
    Some(provenance.get("commit")?.as_str()?.to_owned())
}

#[test]
fn the_commit_of_a_document_stays_recorded() {
    let workspace = Workspace::small();
    workspace.write("new.json", DOCUMENT);
    assert_eq!(commit(&workspace, &["import", "new.json"]), None);
    let with_commit = ["import", "new.json", "--commit", COMMIT];
    assert_eq!(commit(&workspace, &with_commit).as_deref(), Some(COMMIT));
    for command in ["import", "update"] {
        let again = commit(&workspace, &[command, "new.json"]);
        assert_eq!(again.as_deref(), Some(COMMIT), "{command}");
    }
    // The commit of another document is not known.
    workspace.write("new.json", DOCUMENT.replace("Prose.", "More prose."));
    assert_eq!(commit(&workspace, &["update", "new.json"]), None);
}

#[test]
fn a_commit_is_a_full_hash() {
    for text in ["master", "0123456", &COMMIT.to_uppercase()] {
        let workspace = Workspace::small();
        let outcome = workspace.run(&["spec", "import", "new.json", "--commit", text]);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        let problem = "expected the 40 hexadecimal digits of a commit";
        assert!(outcome.stderr.contains(problem), "{outcome:?}");
    }
}

#[test]
fn imports_the_same_from_yaml() {
    let workspace = Workspace::small();
    workspace.write("new.yaml", include_str!("../import/source.yaml"));
    let outcome = workspace.run(&["spec", "import", "new.yaml"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        workspace.read(DOCUMENT_FILE),
        include_str!("../import/openapi.json")
    );
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn the_committed_document_is_what_an_import_gives() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let source = shared.join("stripe/openapi.spec3.json");
    let workspace = Workspace::real();
    // The document does not contain its commit: the recorded one stays.
    let provenance = fs::read(repository().join(PROVENANCE_FILE)).unwrap();
    workspace.write(PROVENANCE_FILE, provenance);
    let outcome = workspace.run(&["spec", "import", source.to_str().unwrap()]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    for name in [DOCUMENT_FILE, PROVENANCE_FILE] {
        let committed = fs::read_to_string(repository().join(name)).unwrap();
        assert!(
            workspace.read(name) == committed,
            "{name} is not what an import gives"
        );
    }
    let document: serde_json::Value = serde_json::from_str(&workspace.read(DOCUMENT_FILE)).unwrap();
    let schemas = document.pointer("/components/schemas").unwrap();
    assert_eq!(schemas.as_object().unwrap().len(), 771);
}
