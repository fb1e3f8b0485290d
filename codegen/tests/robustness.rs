//! Any document: the same output every time, and on bad input errors, never a panic or output that is not Rust.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};
use stripe_codegen::names::{MODULE_TYPES, ROOT_MODULES, ROOT_TYPES};
use stripe_codegen::pointer::Pointer;
use stripe_codegen::{Config, HEADER, Input, import, overlay, source};
use syn::{Item, UseTree};

use common::{all_operations, document, generated, repository};

#[test]
fn the_same_input_gives_the_same_output() {
    let config = Config::parse(&read("spec/config.yaml")).unwrap();
    let mut document = stripe();
    overlay::apply(&read("spec/overlay.yaml"), &mut document).unwrap();
    let first = generated(document.clone(), &config).unwrap();
    let second = generated(document, &config).unwrap();
    assert!(first == second);
    let mut paths: Vec<_> = first.files.iter().map(|file| &file.path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), first.files.len());
}

/// Stripe's document without what is behind expandable fields, which would take most of the time.
#[test]
fn stripes_document_with_random_changes() {
    let config = Config {
        operations: vec![
            "PostCustomers".to_owned(),
            "GetCustomersCustomer".to_owned(),
        ],
        ..Config::default()
    };
    let mut document = stripe();
    fold(&mut document);
    let document = import::slice(&document, &config).unwrap();
    survives(&document, &config, 150);
}

/// All of Stripe's own document, a few operations at a time, without what is behind expandable fields.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document_with_random_changes() {
    let (mut document, all) = official();
    fold(&mut document);
    let (rounds, changes) = (250, 10);
    let mut good = 0;
    for round in 0..rounds {
        let mut random = Random::new(round);
        let operations = (0..3).map(|_| random.pick(&all.operations).clone());
        let operations: BTreeSet<_> = operations.collect();
        let config = Config::default().with_operations(operations.into_iter().collect());
        let document = import::slice(&document, &config).unwrap();
        let first = round * changes;
        good += good_changes(&document, &config, first + 1..=first + changes);
    }
    let times = rounds * changes;
    assert!(
        times / 10 < good && good < times * 9 / 10,
        "{good} of {times} are good"
    );
}

/// The same document always gives the same text, and that is Rust.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document() {
    let (document, config) = official();
    assert!(generates(document.clone(), &config));
    let once = generated(document.clone(), &config).unwrap();
    let again = generated(document, &config).unwrap();
    assert!(once == again);
    assert_eq!(once.operations.len(), 617);
}

/// The same document as YAML is the same document.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document_as_yaml() {
    let (document, config) = official();
    let yaml = serde_saphyr::to_string(&document).unwrap();
    let read = source::parse(Input::Document, &yaml).unwrap();
    assert!(generated(read, &config).unwrap() == generated(document, &config).unwrap());
}

/// Stripe's own document, and a configuration with all operations of it.
fn official() -> (Value, Config) {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = fs::read_to_string(shared.join("stripe/openapi.spec3.json")).unwrap();
    let document = source::parse(Input::Document, &text).unwrap();
    let own = Config::parse(&read("spec/config.yaml")).unwrap();
    let config = own.with_operations(import::operation_ids(&document));
    (document, config)
}

/// Small documents, where a change is more likely to matter.
#[test]
fn small_documents_with_random_changes() {
    let shapes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    for shape in fs::read_dir(shapes).unwrap() {
        let yaml = fs::read_to_string(shape.unwrap().path().join("document.yaml")).unwrap();
        let document = document(&yaml);
        let config = all_operations(&document);
        survives(&document, &config, 200);
    }
}

/// `openapiv3` takes twice as long for every level of a schema that it can't read: it must not come to that.
#[test]
fn a_mistake_deep_inside_takes_no_time() {
    for mistake in [
        json!({ "type": "string", "externalDocs": { "url": "", "description": 7 } }),
        json!({ "type": "integer", "maximum": 1.5, "title": "A" }),
        json!({ "type": "string", "enum": [[]] }),
    ] {
        let deep = (0..50).fold(
            mistake,
            |schema, _| json!({ "type": "array", "items": schema }),
        );
        let mut document = document("{}");
        document["components"]["schemas"]["thing"]["properties"]["it"] = deep;
        let config = all_operations(&document);
        assert!(generated(document, &config).is_err());
    }
}

/// The runtime is written by hand: what it adds to the root of the crate has to be reserved.
#[test]
fn the_names_of_the_runtime_are_reserved() {
    let root = syn::parse_file(&read("stripe-customers/src/lib.rs")).unwrap();
    for item in root.items {
        match item {
            Item::Mod(module) => {
                let name = module.ident.to_string();
                assert!(ROOT_MODULES.contains(&name.as_str()), "{name}");
            }
            Item::Use(exports) => {
                let mut names = vec![];
                exported(&exports.tree, &mut names);
                for name in names
                    .iter()
                    .filter(|name| name.starts_with(char::is_uppercase))
                {
                    let reserved = [ROOT_TYPES, MODULE_TYPES].concat();
                    assert!(reserved.contains(&name.as_str()), "{name}");
                }
            }
            _ => {}
        }
    }
}

fn exported(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => exported(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| exported(tree, names)),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        UseTree::Glob(_) => {}
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

/// The document that the crate is made from.
fn stripe() -> Value {
    source::parse(Input::Document, &read("spec/openapi.json")).unwrap()
}

/// Makes plain ids of expandable fields.
fn fold(value: &mut Value) {
    match value {
        Value::Object(members) if members.contains_key("x-expansionResources") => {
            *value = json!({ "type": "string" });
        }
        Value::Object(members) => members.values_mut().for_each(fold),
        Value::Array(elements) => elements.iter_mut().for_each(fold),
        _ => {}
    }
}

/// Generates from `document`, changed at a few places, `times` times: each must give Rust, or errors with a place.
/// Both must happen, or the changes are not of the right kind.
fn survives(document: &Value, config: &Config, times: u64) {
    let good = good_changes(document, config, 1..=times);
    assert!(0 < good && good < times, "{good} of {times} are good");
}

/// How many of the changes that the seeds make leave a document that gives Rust.
fn good_changes(document: &Value, config: &Config, seeds: RangeInclusive<u64>) -> u64 {
    assert!(generates(document.clone(), config));
    let mut places = vec![];
    pointers(document, &Pointer::root(), &mut places);
    places.remove(0);
    let mut good = 0;
    for seed in seeds {
        let mut random = Random::new(seed);
        let mut document = document.clone();
        let changes: Vec<_> = (0..=random.below(3))
            .map(|_| change(&mut document, &places, &mut random))
            .collect();
        match catch_unwind(|| generates(document, config)) {
            Ok(is_good) => good += u64::from(is_good),
            Err(_) => panic!("seed {seed}: {}", changes.join(", then ")),
        }
    }
    good
}

/// Whether `document` gives Rust, and not errors with a place.
fn generates(document: Value, config: &Config) -> bool {
    let generated = match generated(document, config) {
        Ok(generated) => generated,
        Err(errors) => {
            let unread = "expected an OpenAPI 3.0 document: ";
            let is_placed = |error: &stripe_codegen::Error| {
                error.pointer != Pointer::root() || error.problem.starts_with(unread)
            };
            assert!(errors.iter().all(is_placed), "{errors}");
            return false;
        }
    };
    for file in generated.files {
        assert!(file.text.starts_with(HEADER));
        if let Err(error) = syn::parse_file(&file.text) {
            panic!("{}: {error}\n{}", file.path, file.text);
        }
    }
    true
}

/// Changes the document at one of `places`, and says how.
fn change(document: &mut Value, places: &[Pointer], random: &mut Random) -> String {
    let place = random.pick(places).clone();
    let other = document.pointer(random.pick(places).as_str());
    let other = other.cloned().unwrap_or_default();
    let Some(value) = document.pointer_mut(place.as_str()) else {
        return "nothing".to_owned();
    };
    let name = *random.pick(NAMES);
    match (random.below(6), &mut *value) {
        (0, Value::Object(members)) if !members.is_empty() => {
            let (key, _) = take(members, random);
            format!("{place} lost {key:?}")
        }
        (1, Value::Object(members)) if !members.is_empty() => {
            let (key, member) = take(members, random);
            members.insert(name.to_owned(), member);
            format!("{key:?} of {place} became {name:?}")
        }
        (2, Value::Object(members)) => {
            members.insert(name.to_owned(), other);
            format!("{place} got {name:?}")
        }
        (2, Value::Array(elements)) => {
            elements.push(other);
            format!("{place} got another element")
        }
        (kind, value) => {
            *value = match kind {
                0 | 3 => other,
                1 | 4 => json!(name),
                _ => random.pick(&values()).clone(),
            };
            format!("{place} became {value}")
        }
    }
}

/// Takes any member out.
fn take(members: &mut Map<String, Value>, random: &mut Random) -> (String, Value) {
    let key = members.keys().nth(random.below(members.len()));
    let key = key.cloned().unwrap();
    let member = members.shift_remove(&key).unwrap();
    (key, member)
}

fn pointers(value: &Value, at: &Pointer, out: &mut Vec<Pointer>) {
    out.push(at.clone());
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                pointers(member, &at.key(key), out);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                pointers(element, &at.index(index), out);
            }
        }
        _ => {}
    }
}

/// Names and texts that could become bad Rust, and some that mean something in a schema.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "", "*", "-", "_", "__", "0", "9a", "type", "self", "Self", "crate", "new", "send", "option",
    "string", "Result", "json", "object", "deleted", "unlisted", "naïve", "日本", "a\u{0}b", "a\rb",
    "a\nb", "\"", "\\", "{", "*/", "///", "`", "r#type", "$ref", "x-resourceId",
    "x-expansionResources", "properties", "anyOf", "enum", "a/b~c", "#/components/schemas/nothing",
    "#/components/schemas/", "#", "\u{202e}", "true", "get", "default",
];

fn values() -> Vec<Value> {
    let deep = (0..100).fold(
        json!({ "type": "string" }),
        |schema, _| json!({ "anyOf": [schema] }),
    );
    let wide = (0..60).fold(
        json!({ "type": "string" }),
        |schema, _| json!({ "type": "object", "properties": { "a": schema } }),
    );
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!([]),
        json!([null]),
        json!({}),
        json!({ "type": "object" }),
        json!({ "type": "boolean", "enum": [true] }),
        json!({ "type": "string", "enum": ["", "a"] }),
        json!({ "anyOf": [{ "type": "string" }, { "type": "string", "enum": [""] }] }),
        json!({ "type": "array", "items": { "type": "object", "properties": {} } }),
        json!({ "$ref": "#/components/schemas/customer" }),
        json!({ "$ref": "#/components/schemas/thing" }),
        json!({ "$ref": "#/components/parameters/thing" }),
        deep,
        wide,
    ]
}

/// Numbers that are the same in every run: xorshift.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
