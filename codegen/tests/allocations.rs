//! Limits how often and how much a generation allocates. Unlike a clock, the figures are nearly the same on every machine.
//!
//! A commit that changes a figure for a good reason gives the reason. `cargo test -p stripe-codegen --test allocations --
//! --nocapture` prints the current figures.

#![allow(clippy::unwrap_used)]

use std::env;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use allocation_counter::{AllocationInfo, measure};
use stripe_codegen::steps::{deep, format, lower, module, root};
use stripe_codegen::{Config, Document, Input, operation_ids, parse, slice};

/// The number of allocations of each step, and their kilobytes.
struct Figures {
    parse: (u64, u64),
    slice: (u64, u64),
    check: (u64, u64),
    lower: (u64, u64),
    print: (u64, u64),
}

#[test]
fn the_slice_is_generated_with_few_allocations() {
    let text = read(&repository().join("spec/openapi.json"));
    let figures = Figures {
        parse: (51_470, 6_124),
        slice: (9_282, 510),
        check: (46_842, 9_864),
        lower: (146_223, 15_653),
        print: (470_681, 53_026),
    };
    deep(|| generate(&text, &figures));
}

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn the_whole_document_is_generated_with_few_allocations() {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = read(&shared.join("stripe/openapi.spec3.json"));
    let figures = Figures {
        parse: (332_198, 37_057),
        slice: (34_955, 2_283),
        check: (314_982, 69_072),
        lower: (849_680, 105_330),
        print: (4_544_833, 469_155),
    };
    deep(|| generate(&text, &figures));
}

/// Generates all operations of the document in `text` on one thread, because only that is counted.
fn generate(text: &str, figures: &Figures) {
    let read_text = || parse(Input::Document, text).unwrap();
    let value = counted("parse", figures.parse, read_text);
    let config = read(&repository().join("spec/config.yaml"));
    let config = Config::parse(&config).unwrap();
    let config = config.with_operations(operation_ids(&value));

    let import = || slice(value, &config).unwrap();
    let part = counted("slice", figures.slice, import);
    let check = || Document::new(part).unwrap();
    let document = counted("check", figures.check, check);
    let model = || lower(&document, &config).unwrap();
    let model = counted("lower", figures.lower, model);
    let print = || {
        let modules = model.modules.iter().map(module);
        let sources = modules.chain([root(&model)]);
        sources.map(|it| format(it).unwrap().text.len()).sum()
    };
    let printed: usize = counted("print", figures.print, print);
    assert!(
        printed > text.len() / 10,
        "{printed} bytes are not the files"
    );
}

/// The result of `run`, if it allocates about as often and as much as `figures` allow.
fn counted<T>(step: &str, figures: (u64, u64), run: impl FnOnce() -> T) -> T {
    let mut out = None;
    let found = measure(|| out = Some(black_box(run())));
    let AllocationInfo {
        count_total,
        bytes_total,
        ..
    } = found;
    let kilobytes = bytes_total / 1000;
    println!("{step}: {count_total} allocations, {kilobytes} kB");
    // The libraries decide how collections grow.
    let bound = |figure: u64| figure + figure / 8;
    assert!(
        count_total <= bound(figures.0) && kilobytes <= bound(figures.1),
        "{step}: {count_total} allocations of {kilobytes} kB, not {figures:?}"
    );
    out.unwrap()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
