//! The generated code and the document say the same: every property, every value of an enumeration, what is required
//! and what can be expanded is in both.
//!
//! Of the generator only that is used here which merges the overlay into the document. The source is read with
//! `syn`, the tables in its macros by a parser of their own, and both are compared with the document by the names on
//! the wire.

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
fn the_code_says_what_the_document_says() {
    let problems = problems(&document(), &tree());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What finds nothing when something is wrong proves nothing.
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
        |schemas| schemas["card"]["properties"]["news"] = serde_json::json!({"type": "string"}),
        "card: `news` is in the document alone",
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
