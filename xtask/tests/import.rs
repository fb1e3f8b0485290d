//! `cargo xtask spec import`.

#![allow(clippy::unwrap_used)]

mod common;

use std::path::PathBuf;
use std::{env, fs};

use common::{DOCUMENT, Workspace, repository};

const DOCUMENT_FILE: &str = "spec/openapi.json";
const PROVENANCE_FILE: &str = "spec/provenance.json";

#[test]
fn takes_the_facts_of_the_selected_operations() {
    let workspace = Workspace::small();
    workspace.write("from/new.json", DOCUMENT);
    let outcome = workspace.run(&["spec", "import", "from/new.json"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        workspace.read(DOCUMENT_FILE),
        include_str!("import/openapi.json")
    );
    assert_eq!(
        workspace.read(PROVENANCE_FILE),
        include_str!("import/provenance.json")
    );
    let (said, _time) = outcome.stdout.split_once("time ").unwrap();
    assert_eq!(
        said,
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

#[test]
fn takes_the_same_out_of_yaml() {
    let workspace = Workspace::small();
    workspace.write("new.yaml", include_str!("import/source.yaml"));
    let outcome = workspace.run(&["spec", "import", "new.yaml"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        workspace.read(DOCUMENT_FILE),
        include_str!("import/openapi.json")
    );
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn the_committed_document_is_what_an_import_gives() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let source = shared.join("stripe/openapi.spec3.json");
    let workspace = Workspace::real();
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
    assert_eq!(schemas.as_object().unwrap().len(), 768);
}
