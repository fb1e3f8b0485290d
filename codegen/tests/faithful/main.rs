//! Compares the generated code with the document: every property, every value of an enumeration, every required field and
//! every expandable field is in both.
//!
//! The test uses no part of the generator but the overlay. It reads the source with `syn` and the tables in its macros with
//! a parser of its own, and matches both with the document by the names on the wire.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod check;
mod tables;
mod tree;
mod types;

use std::path::Path;

use serde_json::Value;
use stripe_codegen::Overlay;

use check::Checker;
use tree::Tree;

/// A file of the repository.
fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn tree() -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    Tree::read(&root.join("stripe-customers/src/generated"))
}

fn document() -> Value {
    let mut document = serde_json::from_str(&read("spec/openapi.json")).unwrap();
    let overlay = Overlay::parse(&read("spec/overlay.yaml")).unwrap();
    overlay.apply(&mut document).unwrap();
    document
}

fn problems(document: &Value, tree: &Tree) -> Vec<String> {
    let mut checker = Checker::new(document, tree);
    checker.components();
    checker.operations();
    checker.nothing_else();
    checker.problems
}

#[test]
fn the_code_matches_the_document() {
    let problems = problems(&document(), &tree());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The comparison itself is tested: it reports each kind of difference.
#[test]
fn every_kind_of_difference_is_found() {
    let tree = tree();
    for (change, expected) in CHANGES {
        let mut document = document();
        change(&mut document["components"]["schemas"]);
        let problems = problems(&document, &tree);
        assert!(
            problems.iter().any(|it| it == expected),
            "{expected}: {problems:?}"
        );
    }
}

type Change = (fn(&mut Value), &'static str);

const CHANGES: [Change; 7] = [
    (
        |schemas| {
            drop(
                schemas["customer"]["properties"]
                    .as_object_mut()
                    .unwrap()
                    .remove("phone"),
            )
        },
        "customer: `phone` is in the code alone",
    ),
    (
        |schemas| schemas["card"]["properties"]["extra"] = serde_json::json!({"type": "string"}),
        "card: `extra` is in the document alone",
    ),
    (
        |schemas| schemas["coupon"]["properties"]["duration"]["enum"][0] = "never".into(),
        "coupon.duration: `never` is in the document alone",
    ),
    (
        |schemas| {
            schemas["customer"]["required"]
                .as_array_mut()
                .unwrap()
                .retain(|it| it != "livemode")
        },
        "customer.livemode: required in the code alone",
    ),
    (
        |schemas| {
            schemas["customer"]["x-expandableFields"]
                .as_array_mut()
                .unwrap()
                .clear()
        },
        "customer, expandable: `default_source` is in the code alone",
    ),
    (
        |schemas| schemas["customer"]["properties"]["balance"]["type"] = "number".into(),
        "customer.balance: `i64`, expected `f64`",
    ),
    (
        |schemas| schemas["customer"]["properties"]["object"]["enum"][0] = "buyer".into(),
        "customer.object: Some(\"customer\"), expected Some(\"buyer\")",
    ),
];
