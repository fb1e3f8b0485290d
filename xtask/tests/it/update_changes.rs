//! An update from an older document, which is made from Stripe's own one, to that document.

use std::path::PathBuf;
use std::{env, fs};

use serde_json::{Value, json};

use crate::common::Workspace;

/// A change between the two documents, and how it is reported.
struct Step {
    /// Undoes the change.
    undo: fn(&mut Value),
    /// The line of the report, and its section.
    line: &'static str,
    class: &'static str,
}

/// The pointer of the schema of the body of `POST /v1/customers`, which `FORM` stands for.
const FORM: &str =
    "/paths/~1v1~1customers/post/requestBody/content/application~1x-www-form-urlencoded/schema";

const BREAKING: &str = "breaking";
const ADDITIVE: &str = "additive";
const DOCS: &str = "docs only";

#[rustfmt::skip]
const STEPS: &[Step] = &[
    // A removed parameter, field and value.
    Step { class: BREAKING, line: "parameter `CreateCustomer::account_balance` removed: `Option<i64>` [POST /v1/customers: account_balance at #FORM/properties/account_balance]",
        undo: |it| put(it, "FORM/properties", "account_balance", json!({ "type": "integer" })) },
    Step { class: BREAKING, line: "field `Customer::account_balance` removed: `Option<i64>` [customer.account_balance at #/components/schemas/customer/properties/account_balance]",
        undo: |it| put(it, "/components/schemas/customer/properties", "account_balance", json!({ "type": "integer" })) },
    Step { class: BREAKING, line: "value `customer::TaxExempt::Half` removed; for API callers: no change [customer.tax_exempt = \"half\" at #/components/schemas/customer/properties/tax_exempt/enum/3]",
        undo: |it| push(it, "/components/schemas/customer/properties/tax_exempt/enum", json!("half")) },
    // A string that became a timestamp, and an id that became expandable.
    Step { class: BREAKING, line: "type of `Customer::created`: `String` → `Timestamp` [customer.created at #/components/schemas/customer/properties/created]",
        undo: |it| put(it, "/components/schemas/customer/properties", "created", json!({ "type": "string" })) },
    Step { class: BREAKING, line: "type of `tax_id::Owner::account`: `Option<String>` → `Option<Expandable<Account>>` [tax_i_ds_owner.account at #/components/schemas/tax_i_ds_owner/properties/account]",
        undo: |it| put(it, "/components/schemas/tax_i_ds_owner/properties", "account", json!({ "type": "string" })) },
    // Required parameters and fields.
    Step { class: BREAKING, line: "`create_customer::TaxIdData::value`: optional → required [POST /v1/customers: tax_id_data.value at #FORM/properties/tax_id_data/items/properties/value]",
        undo: |it| lose(it, "FORM/properties/tax_id_data/items/required", "value") },
    Step { class: BREAKING, line: "`Customer::livemode`: optional → required; for API callers: additive [customer.livemode at #/components/schemas/customer/properties/livemode]",
        undo: |it| lose(it, "/components/schemas/customer/required", "livemode") },
    // Additions.
    Step { class: ADDITIVE, line: "parameter `CreateCustomer::tax` added: `Option<create_customer::Tax>` [POST /v1/customers: tax at #FORM/properties/tax]",
        undo: |it| remove(it, "FORM/properties", "tax") },
    Step { class: ADDITIVE, line: "value `create_customer::TaxExempt::Reverse` added [POST /v1/customers: tax_exempt = \"reverse\" at #FORM/properties/tax_exempt/enum/3]",
        undo: |it| lose(it, "FORM/properties/tax_exempt/enum", "reverse") },
    Step { class: ADDITIVE, line: "field `Customer::invoice_prefix` added: `Option<String>` [customer.invoice_prefix at #/components/schemas/customer/properties/invoice_prefix]",
        undo: |it| remove(it, "/components/schemas/customer/properties", "invoice_prefix") },
    Step { class: ADDITIVE, line: "value `customer::TaxAutomaticTax::Failed` added [customer_tax.automatic_tax = \"failed\" at #/components/schemas/customer_tax/properties/automatic_tax/enum/0]",
        undo: |it| lose(it, "/components/schemas/customer_tax/properties/automatic_tax/enum", "failed") },
    Step { class: ADDITIVE, line: "`Customer::subscriptions`: not expandable → expandable [customer.subscriptions at #/components/schemas/customer/properties/subscriptions]",
        undo: |it| lose(it, "/components/schemas/customer/x-expandableFields", "subscriptions") },
    // Changes that have no effect on the Rust types.
    Step { class: DOCS, line: "`Customer::email`: not nullable → nullable; for API callers: breaking [customer.email at #/components/schemas/customer/properties/email]",
        undo: |it| remove(it, "/components/schemas/customer/properties/email", "nullable") },
    Step { class: DOCS, line: "limit of `CreateCustomer::phone`: `maxLength` 10 → `maxLength` 20; for API callers: additive [POST /v1/customers: phone at #FORM/properties/phone/maxLength]",
        undo: |it| put(it, "FORM/properties/phone", "maxLength", json!(10)) },
];

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn every_change_is_reported() {
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
    let (_, report) = outcome.stdout.split_once("\n\n").unwrap();

    let mut lines = report.lines();
    assert_eq!(
        lines.next(),
        Some("Stripe API 2025-12-15.clover → 2026-01-28.clover, 6 operations")
    );
    assert_eq!(
        lines.next(),
        Some(
            "7 breaking, 5 additive, 2 docs only for Rust; 6 breaking for API callers: requires a minor release (from 1.0 on, a major release)"
        )
    );
    let mut reported = changes(lines);
    let mut expected: Vec<_> = STEPS
        .iter()
        .map(|step| (step.class, step.line.replace("FORM", FORM)))
        .collect();
    reported.sort();
    expected.sort();
    assert_eq!(reported, expected);

    let changelog = workspace.read("CHANGELOG.md");
    assert!(
        changelog
            .starts_with("# Changelog\n\n## 0.2.0, unreleased (Stripe API 2026-01-28.clover)\n"),
        "{changelog}"
    );
    assert_eq!(changelog.matches("\n- ").count(), STEPS.len() + 1);
    assert_eq!(workspace.run(&["regenerate", "--check"]).code, Some(0));
}

/// The lines of the report, each with its section.
fn changes<'t>(lines: impl Iterator<Item = &'t str>) -> Vec<(&'t str, String)> {
    let mut class = "";
    let mut changes = vec![];
    for line in lines.filter(|line| !line.is_empty()) {
        match line.strip_prefix("  ") {
            Some(line) => changes.push((class, line.to_owned())),
            None => class = line.split(" (").next().unwrap(),
        }
    }
    changes
}

fn at<'d>(document: &'d mut Value, place: &str) -> &'d mut Value {
    let place = place.replace("FORM", FORM);
    document
        .pointer_mut(&place)
        .unwrap_or_else(|| panic!("there is nothing at {place}"))
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
