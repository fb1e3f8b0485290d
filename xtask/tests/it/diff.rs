//! `spec diff`: the changes between two documents, in every format.

use serde_json::Value;

use crate::common::{DOCUMENT, Outcome, Workspace};

/// A workspace with the document, and a later one in which a thing may have a name.
fn workspace() -> Workspace {
    let workspace = Workspace::small();
    let id = r#""id": { "type": "string", "maxLength": 5000 },"#;
    let new = DOCUMENT.replace(id, &format!(r#"{id} "name": {{ "type": "string" }},"#));
    let new = new.replace("2026-01-01.test", "2026-02-01.test");
    assert_ne!(new, DOCUMENT);
    workspace.write("old.json", DOCUMENT);
    workspace.write("new.json", new);
    workspace
}

fn diff(workspace: &Workspace, options: &[&str]) -> String {
    let arguments = [&["spec", "diff", "old.json", "new.json"], options].concat();
    let before = workspace.files();
    let Outcome {
        code,
        stdout,
        stderr,
    } = workspace.run(&arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
    assert_eq!(workspace.files(), before, "a diff writes nothing");
    stdout
}

#[test]
fn text_has_a_line_for_every_change() {
    let listed = "\
Stripe API 2026-01-01.test → 2026-02-01.test, 1 operation
0 breaking, 1 additive, 0 docs only for Rust: requires a patch release (from 1.0 on, a minor release)

additive (1)
  field `Thing::name` added: `Option<String>` [thing.name at #/components/schemas/thing/properties/name]
";
    let workspace = workspace();
    assert_eq!(diff(&workspace, &[]), listed);
    assert_eq!(diff(&workspace, &["--operations", "GetThing"]), listed);
}

#[test]
fn markdown_has_sections_with_lists() {
    let listed = diff(&workspace(), &["--format", "markdown"]);
    assert!(listed.contains("- field `Thing::name` added"), "{listed}");
}

#[test]
fn json_for_programs() {
    let listed = diff(&workspace(), &["--format", "json", "--operations", "all"]);
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed["operations"], 2);
    assert_eq!(listed["changes"][0]["rust"], "Thing::name");
}

#[test]
fn both_documents_may_be_wrong() {
    let workspace = workspace();
    let missing = |name| {
        format!(
            "error: {name}: expected a file, found nothing\n  \
             help: download one from https://github.com/stripe/openapi\n"
        )
    };
    workspace.refuses(
        &["spec", "diff", "a.json", "b.json"],
        &(missing("a.json") + &missing("b.json")),
    );
    workspace.write("a.json", "[]");
    let problem = "error: a.json#: expected an object at the top, found an array\n";
    workspace.refuses(&["spec", "diff", "a.json", "new.json"], problem);
    workspace.refuses(&["spec", "diff", "old.json", "a.json"], problem);
    workspace.write(
        "a.json",
        DOCUMENT.replace(r#""openapi": "3.0.0""#, r#""swagger": "2.0""#),
    );
    let problem = "error: a.json#/swagger: expected an OpenAPI 3.0 document, found Swagger \"2.0\"\n  \
                   help: use the file `openapi.spec3.json` or `openapi.spec3.yaml` of a release of Stripe's document\n";
    workspace.refuses(&["spec", "diff", "a.json", "new.json"], problem);
}

#[test]
fn an_unknown_operation_is_an_error_in_the_option() {
    let workspace = workspace();
    let arguments = ["spec", "diff", "old.json", "new.json", "--operations"];
    workspace.refuses(
        &[&arguments[..], &["GetThin,Nothing"]].concat(),
        "error: --operations: neither document has an operation `GetThin`\n  \
           help: did you mean `GetThing`?\n\
         error: --operations: neither document has an operation `Nothing`\n",
    );
    // An unknown operation of the configuration is an error there.
    workspace.write("spec/config.yaml", "operations: [GetThin]\n");
    workspace.refuses(
        &arguments[..4],
        "error: spec/config.yaml#/operations/0: neither document has an operation `GetThin`\n  \
           help: did you mean `GetThing`?\n",
    );
    workspace.write("spec/config.yaml", "operation: []\n");
    workspace.fails(&arguments[..4], "error: spec/config.yaml#: ", "\n");
}
