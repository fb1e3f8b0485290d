//! The time of each step of a generation, on one thread.
//!
//! ```text
//! cargo bench -p stripe-codegen
//! STRIPE_SHARED=folder cargo bench -p stripe-codegen      # folder/stripe/openapi.spec3.json too, all of it
//! ```
//!
//! `whole` is the baseline: the steps are parts of it, and the time for a document grows with its size.

#![allow(missing_docs, clippy::unwrap_used, reason = "a benchmark")]

use std::fmt;
use std::path::{Path, PathBuf};
use std::{env, fs};

use divan::{Bencher, black_box};
use serde_json::Value;
use stripe_codegen::steps::{format, lower, module};
use stripe_codegen::{Config, Document, Input, changes, generate, operation_ids, parse, slice};

fn main() {
    divan::main();
}

/// A document, and the operations of it.
struct Sample {
    name: &'static str,
    text: String,
    config: Config,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kilobytes, operations) = (self.text.len() / 1000, self.config.operations.len());
        write!(f, "{} ({kilobytes} kB, {operations} operations)", self.name)
    }
}

impl Sample {
    fn new(name: &'static str, path: &Path) -> Option<Self> {
        let text = fs::read_to_string(path).ok()?;
        let value = parse(Input::Document, &text).unwrap();
        let config = fs::read_to_string(repository().join("spec/config.yaml")).unwrap();
        let config = Config::parse(&config).unwrap();
        let config = config.with_operations(operation_ids(&value));
        Some(Self { name, text, config })
    }

    fn value(&self) -> Value {
        parse(Input::Document, &self.text).unwrap()
    }

    fn slice(&self) -> Value {
        slice(self.value(), &self.config).unwrap()
    }

    fn document(&self) -> Document {
        Document::new(self.slice()).unwrap()
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The document in the repository, and Stripe's own if it is there.
fn samples() -> Vec<Sample> {
    let own = Sample::new("spec", &repository().join("spec/openapi.json"));
    let shared = env::var_os("STRIPE_SHARED").map(PathBuf::from);
    let official = shared.and_then(|shared| {
        let path = shared.join("stripe/openapi.spec3.json");
        Sample::new("official", &path)
    });
    own.into_iter().chain(official).collect()
}

/// The first 1, 2, 20 and 200 operations of the largest document, and all of them.
fn selections() -> Vec<Sample> {
    let Some(largest) = samples().pop() else {
        return vec![];
    };
    let ids = &largest.config.operations;
    let smaller = [1, 2, 20, 200].into_iter().filter(|&size| size < ids.len());
    let selection = |size| Sample {
        name: largest.name,
        text: largest.text.clone(),
        config: largest
            .config
            .clone()
            .with_operations(ids.iter().take(size).cloned().collect()),
    };
    smaller.chain([ids.len()]).map(selection).collect()
}

/// From text to files, on all cores: how the time grows with the operations.
#[divan::bench(args = selections())]
fn operations(sample: &Sample) -> usize {
    let generated = generate(&sample.document(), &sample.config).unwrap();
    generated.files.iter().map(|file| file.text.len()).sum()
}

#[divan::bench(args = samples())]
fn whole(sample: &Sample) -> usize {
    let model = lower(&sample.document(), &sample.config).unwrap();
    let sources = model.modules.iter().map(module);
    sources.map(|it| format(it).unwrap().text.len()).sum()
}

#[divan::bench(args = samples())]
fn step_1_parse(sample: &Sample) -> Value {
    parse(Input::Document, black_box(&sample.text)).unwrap()
}

#[divan::bench(args = samples())]
fn step_2_slice(bencher: Bencher<'_, '_>, sample: &Sample) {
    let values = bencher.with_inputs(|| sample.value());
    values.bench_local_values(|value| slice(black_box(value), &sample.config).unwrap());
}

#[divan::bench(args = samples())]
fn step_3_check_and_take_in(bencher: Bencher<'_, '_>, sample: &Sample) {
    let slice = sample.slice();
    bencher
        .with_inputs(|| slice.clone())
        .bench_local_values(|slice| Document::new(slice).unwrap());
}

#[divan::bench(args = samples())]
fn step_4_lower(bencher: Bencher<'_, '_>, sample: &Sample) {
    let document = sample.document();
    bencher.bench_local(|| lower(black_box(&document), &sample.config).unwrap());
}

#[divan::bench(args = samples())]
fn step_5_emit(bencher: Bencher<'_, '_>, sample: &Sample) {
    let model = lower(&sample.document(), &sample.config).unwrap();
    bencher.bench_local(|| {
        let sources = black_box(&model).modules.iter().map(module);
        sources.collect::<Vec<_>>()
    });
}

#[divan::bench(args = samples())]
fn step_6_format(bencher: Bencher<'_, '_>, sample: &Sample) {
    let model = lower(&sample.document(), &sample.config).unwrap();
    let emit = || model.modules.iter().map(module).collect::<Vec<_>>();
    bencher.with_inputs(emit).bench_local_values(|sources| {
        let files = sources.into_iter().map(|it| format(it).unwrap());
        files.map(|file| file.text.len()).sum::<usize>()
    });
}

/// On two threads.
#[divan::bench(args = samples())]
fn changes(sample: &Sample) -> usize {
    let options = changes::Options {
        config: &sample.config,
        overlay: None,
        operations: &sample.config.operations,
    };
    let texts = (black_box(&sample.text), black_box(&sample.text));
    let report = changes::compare(texts.0, texts.1, &options).unwrap();
    report.operations
}
