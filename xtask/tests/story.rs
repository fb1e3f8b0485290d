//! The story of an update: Stripe's own document, and an older one that is made of it.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::path::PathBuf;
use std::{env, fs};

use serde_json::{Value, json};

use common::Workspace;

/// What Stripe did in between, as far as this story goes, and what is told of it.
struct Step {
    /// Takes what was done back.
    undo: fn(&mut Value),
    /// The line that tells it, and its section.
    told: &'static str,
    class: &'static str,
}

/// The form of `POST /v1/customers`, and how to write its place.
const FORM: &str =
    "/paths/~1v1~1customers/post/requestBody/content/application~1x-www-form-urlencoded/schema";

const BREAKING: &str = "breaking";
const ADDITIVE: &str = "additive";
const DOCS: &str = "docs only";

#[rustfmt::skip]
const STEPS: &[Step] = &[
    // A parameter, a field and a value that were gone.
    Step { class: BREAKING, told: "parameter `CreateCustomer::account_balance` removed: `Option<i64>` [POST /v1/customers: account_balance at #FORM/properties/account_balance]",
        undo: |it| put(it, "FORM/properties", "account_balance", json!({ "type": "integer" })) },
    Step { class: BREAKING, told: "field `Customer::account_balance` removed: `Option<i64>` [customer.account_balance at #/components/schemas/customer/properties/account_balance]",
        undo: |it| put(it, "/components/schemas/customer/properties", "account_balance", json!({ "type": "integer" })) },
    Step { class: BREAKING, told: "value `customer::TaxExempt::Half` removed; for callers of the API: no change [customer.tax_exempt = \"half\" at #/components/schemas/customer/properties/tax_exempt/enum/3]",
        undo: |it| push(it, "/components/schemas/customer/properties/tax_exempt/enum", json!("half")) },
    // What was text became a moment, what was an id can be had as an object.
    Step { class: BREAKING, told: "type of `Customer::created`: `String` → `Timestamp` [customer.created at #/components/schemas/customer/properties/created]",
        undo: |it| put(it, "/components/schemas/customer/properties", "created", json!({ "type": "string" })) },
    Step { class: BREAKING, told: "type of `tax_id::Owner::account`: `Option<String>` → `Option<Expandable<Account>>` [tax_i_ds_owner.account at #/components/schemas/tax_i_ds_owner/properties/account]",
        undo: |it| put(it, "/components/schemas/tax_i_ds_owner/properties", "account", json!({ "type": "string" })) },
    // What is asked and what is promised.
    Step { class: BREAKING, told: "`create_customer::TaxIdData::value`: optional → required [POST /v1/customers: tax_id_data.value at #FORM/properties/tax_id_data/items/properties/value]",
        undo: |it| lose(it, "FORM/properties/tax_id_data/items/required", "value") },
    Step { class: BREAKING, told: "`Customer::livemode`: optional → required; for callers of the API: additive [customer.livemode at #/components/schemas/customer/properties/livemode]",
        undo: |it| lose(it, "/components/schemas/customer/required", "livemode") },
    // What came.
    Step { class: ADDITIVE, told: "parameter `CreateCustomer::tax` added: `Option<create_customer::Tax>` [POST /v1/customers: tax at #FORM/properties/tax]",
        undo: |it| remove(it, "FORM/properties", "tax") },
    Step { class: ADDITIVE, told: "value `create_customer::TaxExempt::Reverse` added [POST /v1/customers: tax_exempt = \"reverse\" at #FORM/properties/tax_exempt/enum/3]",
        undo: |it| lose(it, "FORM/properties/tax_exempt/enum", "reverse") },
    Step { class: ADDITIVE, told: "field `Customer::invoice_prefix` added: `Option<String>` [customer.invoice_prefix at #/components/schemas/customer/properties/invoice_prefix]",
        undo: |it| remove(it, "/components/schemas/customer/properties", "invoice_prefix") },
    Step { class: ADDITIVE, told: "value `customer::TaxAutomaticTax::Failed` added [customer_tax.automatic_tax = \"failed\" at #/components/schemas/customer_tax/properties/automatic_tax/enum/0]",
        undo: |it| lose(it, "/components/schemas/customer_tax/properties/automatic_tax/enum", "failed") },
    Step { class: ADDITIVE, told: "`Customer::subscriptions`: not expandable → expandable [customer.subscriptions at #/components/schemas/customer/properties/subscriptions]",
        undo: |it| lose(it, "/components/schemas/customer/x-expandableFields", "subscriptions") },
    // What Rust has the same type for.
    Step { class: DOCS, told: "`Customer::email`: never null → nullable; for callers of the API: breaking [customer.email at #/components/schemas/customer/properties/email]",
        undo: |it| remove(it, "/components/schemas/customer/properties/email", "nullable") },
    Step { class: DOCS, told: "limit of `CreateCustomer::phone`: `maxLength` 10 → `maxLength` 20; for callers of the API: additive [POST /v1/customers: phone at #FORM/properties/phone/maxLength]",
        undo: |it| put(it, "FORM/properties/phone", "maxLength", json!(10)) },
];

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn every_line_of_the_story_is_what_was_done() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let source = shared.join("stripe/openapi.spec3.json");
    let mut document: Value = serde_json::from_str(&fs::read_to_string(&source).unwrap()).unwrap();
    for step in STEPS {
        (step.undo)(&mut document);
    }
    put(
        &mut document,
        "/info",
        "version",
        json!("2025-12-15.clover"),
    );
    let workspace = Workspace::real();
    workspace.write("older.json", document.to_string());
    workspace.write(
        "CHANGELOG.md",
        "# Changelog\n\n## 0.1.0 (Stripe API 2025-12-15.clover)\n\n- All of it.\n",
    );
    assert_eq!(
        workspace.run(&["spec", "import", "older.json"]).code,
        Some(0)
    );
    let outcome = workspace.run(&["spec", "update", source.to_str().unwrap()]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let (_, story) = outcome.stdout.split_once("\n\n").unwrap();

    let mut lines = story.lines();
    assert_eq!(
        lines.next(),
        Some("Stripe API 2025-12-15.clover → 2026-01-28.clover, 2 operations")
    );
    assert_eq!(
        lines.next(),
        Some(
            "7 breaking, 5 additive, 2 docs only for Rust; 6 breaking for callers of the API: the minor version of the crate must move (from 1.0 on: the major version)"
        )
    );
    let mut told = told(lines);
    let mut done: Vec<_> = STEPS
        .iter()
        .map(|step| (step.class, step.told.replace("FORM", FORM)))
        .collect();
    told.sort();
    done.sort();
    assert_eq!(told, done);

    let changelog = workspace.read("CHANGELOG.md");
    assert!(
        changelog
            .starts_with("# Changelog\n\n## 0.2.0, unreleased (Stripe API 2026-01-28.clover)\n"),
        "{changelog}"
    );
    assert_eq!(changelog.matches("\n- ").count(), STEPS.len() + 1);
    assert_eq!(workspace.run(&["regenerate", "--check"]).code, Some(0));
}

/// The lines that tell a change, each with its section.
fn told<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<(&'t str, String)> {
    let mut class = "";
    let mut told = vec![];
    for line in lines.filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(line) => told.push((class, line.to_owned())),
            None => class = line.split(" (").next().unwrap(),
        }
    }
    told
}

fn at<'d>(document: &'d mut Value, place: &str) -> &'d mut Value {
    let place = place.replace("FORM", FORM);
    document
        .pointer_mut(&place)
        .unwrap_or_else(|| panic!("{place} is not there"))
}

fn put(document: &mut Value, place: &str, key: &str, value: Value) {
    at(document, place)[key] = value;
}

fn remove(document: &mut Value, place: &str, key: &str) {
    at(document, place)
        .as_object_mut()
        .unwrap()
        .shift_remove(key)
        .unwrap();
}

fn push(document: &mut Value, place: &str, value: Value) {
    at(document, place).as_array_mut().unwrap().push(value);
}

fn lose(document: &mut Value, place: &str, text: &str) {
    let texts = at(document, place).as_array_mut().unwrap();
    let before = texts.len();
    texts.retain(|it| it != text);
    assert!(texts.len() < before, "{text} is not in {place}");
}
