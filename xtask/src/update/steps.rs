//! Random steps forward, of the kinds that Stripe made between 2019 and 2026: the update succeeds, or reports what only a
//! person can decide, and its list of changes names the step.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test"
)]

mod kinds;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::{env, fs, thread};

use serde_json::Value;
use stripe_codegen::{Input, changes, parse, slice};

use super::{Before, Given, Update};
use crate::inputs::{Settings, Source};
use crate::named_path::NamedPath;
use crate::workspace::Workspace;
use kinds::{Random, step};

/// The steps that one document takes, each from the result of the one before.
const WALK: u64 = 10;

const SMALL_OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Test, version: 1.0.0}
actions:
  - {target: $.components.schemas.thing, update: {description: A thing.}}
  # A reference.
  - target: $.components.schemas.thing.properties.address
    update: {description: Where it is.}
  - {target: $.components.schemas.thing.properties.kind, update: {description: Its kind.}}
  - {target: $.components.schemas.person.properties.email, update: {description: Its email address.}}
  - {target: $.components.schemas.company, update: {description: A company.}}
  - {target: $.components.schemas.company.properties.status, update: {description: Its status.}}
  - {target: $.components.schemas.address.properties.city, update: {description: The city.}}
";

const SMALL_CONFIG: &str = "\
operations: [GetThingsThing, PostThingsThing]
renames:
  - {from: 'thing::Source', to: Origin, reason: A test.}
";

#[test]
fn a_small_document_takes_random_steps() {
    let document = parse(Input::Document, include_str!("small.yaml"));
    let source = |input, text: &str| Source {
        input,
        place: NamedPath::url("ours.yaml"),
        text: text.to_owned(),
    };
    let settings = Settings {
        overlay: source(Input::Overlay, SMALL_OVERLAY),
        config: source(Input::Config, SMALL_CONFIG),
        operations: vec![],
        except: vec![],
    };
    let outcomes = walks(&document.unwrap(), &settings, 20);
    assert!(outcomes.wrong.is_empty(), "{:#?}", outcomes.wrong);
    assert!(
        outcomes.taken.values().sum::<usize>() > 100,
        "{outcomes:#?}"
    );
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_document_takes_random_steps() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = fs::read_to_string(shared.join("stripe/openapi.spec3.json")).unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let settings = Settings::read(&Workspace::find(Some(root)).unwrap()).unwrap();
    let document = parse(Input::Document, &text).unwrap();
    // The rest is not imported.
    let part = slice(document, &settings.config().unwrap()).unwrap();
    // A thousand steps, or forty without optimization, where each takes seconds.
    let count = if cfg!(debug_assertions) { 4 } else { 100 };
    let outcomes = walks(&part, &settings, count);
    println!("{outcomes:#?}");
    assert!(outcomes.wrong.is_empty(), "{:#?}", outcomes.wrong);
}

/// What happened to the steps.
#[derive(Debug, Default)]
struct Outcomes {
    /// How many were taken, by kind.
    taken: BTreeMap<&'static str, usize>,
    /// How many were refused, by kind and what a person must decide.
    refused: BTreeMap<String, usize>,
    /// The steps that the list of changes does not name, and those that are refused for another reason.
    wrong: Vec<String>,
}

fn walks(document: &Value, settings: &Settings, count: u64) -> Outcomes {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let outcomes = Mutex::default();
    thread::scope(|scope| {
        for first in 0..threads as u64 {
            let seeds = (first..count).step_by(threads);
            let walks = || seeds.for_each(|seed| walk(document, settings, seed, &outcomes));
            let thread = thread::Builder::new().stack_size(32 << 20);
            thread.spawn_scoped(scope, walks).unwrap();
        }
    });
    outcomes.into_inner().unwrap()
}

fn walk(document: &Value, settings: &Settings, seed: u64, outcomes: &Mutex<Outcomes>) {
    let mut random = Random::new(seed + 1);
    let mut before = Before {
        settings: settings.clone(),
        document: None,
        changelog: String::new(),
        known: vec![],
    };
    let first = Update::new(&before, &given(document));
    advance(
        &mut before,
        first.unwrap_or_else(|failure| panic!("{}", failure.plain())),
    );
    for number in 0..WALK {
        let mut document: Value =
            serde_json::from_str(&before.document.as_ref().unwrap().text).unwrap();
        let (kind, names) = step(&mut document, &mut random, number);
        let updated = Update::new(&before, &given(&document));
        let mut outcomes = outcomes.lock().unwrap();
        let mut wrong = |found: &str| {
            outcomes
                .wrong
                .push(format!("seed {seed}: {kind} {names:?}\n{found}"));
        };
        match updated {
            Ok(update) => {
                let changes = changes::text(update.changes.as_ref().unwrap());
                // What the operations do not reach is not imported, and not listed.
                let documents = [before.document.as_ref().unwrap(), &update.imported.document];
                let is_imported = |name: &&String| {
                    let key = format!("\"{name}\"");
                    documents.iter().any(|it| it.text.contains(&key))
                };
                if !names
                    .iter()
                    .filter(is_imported)
                    .all(|name| changes.contains(name))
                {
                    wrong(&changes);
                }
                *outcomes.taken.entry(kind).or_default() += 1;
                advance(&mut before, update);
            }
            Err(failure) => {
                let reason = failure.plain();
                if !is_for_a_person(&reason) {
                    wrong(&reason);
                }
                let first = reason.lines().next().unwrap_or_default();
                *outcomes
                    .refused
                    .entry(format!("{kind}: {first}"))
                    .or_default() += 1;
            }
        }
    }
}

/// A selected operation is missing, a correction does not fit, or a name must be chosen.
fn is_for_a_person(reason: &str) -> bool {
    [
        "has no operation",
        "none of the operations",
        "correction",
        "renames",
    ]
    .iter()
    .any(|it| reason.contains(it))
}

fn given(document: &Value) -> Given {
    Given {
        source: Source {
            input: Input::Document,
            place: NamedPath::url("next.json"),
            text: document.to_string(),
        },
        file: "next.json".to_owned(),
        commit: None,
    }
}

fn advance(before: &mut Before, update: Update) {
    before.settings = update.settled.settings;
    before.document = Some(update.imported.document);
}
