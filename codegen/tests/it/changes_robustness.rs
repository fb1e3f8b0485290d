//! Any two documents can be compared: without a panic, and with the opposite changes in the other direction.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use stripe_codegen::changes::{self, Failed, Options, Report};
use stripe_codegen::{Config, Input, Pointer, operation_ids, parse, slice};

use crate::common::random::{Random, cases, change, fold, pointers};
use crate::common::{assert_placed, assert_symmetric, document};

#[test]
fn small_documents_with_random_changes() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let shapes = fs::read_dir(tests.join("shapes")).unwrap();
    for shape in shapes {
        let yaml = fs::read_to_string(shape.unwrap().path().join("document.yaml")).unwrap();
        survives(&document(&yaml), 1..=cases(20));
    }
}

/// Stripe's own document, a few operations at a time, sometimes with the targets of expandable fields.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_document_with_random_changes() {
    let document = official();
    let all = operation_ids(&document);
    let mut folded = document.clone();
    fold(&mut folded);
    for round in 0..9 {
        let mut random = Random::new(round);
        let operations = (0..3).map(|_| random.pick(&all).clone());
        let operations: BTreeSet<_> = operations.collect();
        let config = Config::default().with_operations(operations.into_iter().collect());
        let document = if round % 9 == 0 { &document } else { &folded };
        let part = slice(document.clone(), &config).unwrap();
        survives(&part, 4 * round + 1..=4 * round + 4);
    }
}

/// The generator does not support parts of the documents of other years.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document_with_random_changes() {
    survives(&official(), 1..=2);
}

fn official() -> Value {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = fs::read_to_string(shared.join("stripe/openapi.spec3.json")).unwrap();
    parse(Input::Document, &text).unwrap()
}

/// Compares `document` with randomly changed versions of it.
fn survives(document: &Value, seeds: impl Iterator<Item = u64>) {
    let mut places = vec![];
    pointers(document, &Pointer::root(), &mut places);
    places.remove(0);
    let old = document.to_string();
    assert!(compare(&old, &old).unwrap().changes.is_empty());
    for seed in seeds {
        let mut random = Random::new(seed);
        let before = document;
        let mut document = document.clone();
        let changes: Vec<_> = (0..=random.below(5))
            .map(|_| change(&mut document, &places, &mut random))
            .collect();
        let new = document.to_string();
        let judged = catch_unwind(|| {
            let (Ok(there), Ok(back)) = (compare(&old, &new), compare(&new, &old)) else {
                return;
            };
            assert_symmetric(&there, &back);
            assert_placed(&there, before, &document);
            assert_eq!(compare(&new, &new).unwrap().changes, []);
            let _ = changes::json(&there);
            let _ = changes::markdown(&there);
        });
        assert!(judged.is_ok(), "seed {seed}: {}", changes.join(", then "));
    }
}

fn compare(old: &str, new: &str) -> Result<Report, Failed> {
    let options = Options {
        config: &Config::default(),
        overlay: None,
        operations: &["all".to_owned()],
    };
    changes::compare(old, new, &options)
}
