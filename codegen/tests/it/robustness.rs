//! Any document gives the same output every time. Bad input gives errors, never a panic or output that is not Rust.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::{env, fs, thread};

use quote::ToTokens;
use serde_json::{Value, json};
use stripe_codegen::steps::{MODULE_TYPES, ROOT_MODULES, ROOT_TYPES};
use stripe_codegen::{
    Config, HEADER, Input, Overlay, Pointer, changes, operation_ids, parse, slice,
};
use syn::{Attribute, Item, UseTree, Visibility};

use crate::common::random::{Random, cases, change, fold, pointers};
use crate::common::{all_operations, completed, document, generated, repository};

#[test]
fn the_same_input_gives_the_same_output() {
    let config = Config::parse(&read("spec/config.yaml")).unwrap();
    let mut document = stripe();
    let overlay = Overlay::parse(&read("spec/overlay.yaml")).unwrap();
    overlay.apply(&mut document).unwrap();
    let first = generated(document.clone(), &config).unwrap();
    let second = generated(document, &config).unwrap();
    assert!(first == second);
    let mut paths: Vec<_> = first.files.iter().map(|file| &file.path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), first.files.len());
}

/// Stripe's document without the objects of expandable fields, which would take most of the time.
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
    let document = slice(document.clone(), &config).unwrap();
    let good = good_changes(&document, &config, 1..=cases(150));
    assert!(0 < good && good < cases(150), "{good} are good");
}

/// Stripe's whole document, a few operations at a time, without the objects of expandable fields.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document_with_random_changes() {
    let (mut document, all) = official();
    fold(&mut document);
    let (rounds, changes) = (50, 10);
    let mut good = 0;
    for round in 0..rounds {
        let mut random = Random::new(round);
        let operations = (0..3).map(|_| random.pick(&all.operations).clone());
        let operations: BTreeSet<_> = operations.collect();
        let config = Config::default().with_operations(operations.into_iter().collect());
        let document = slice(document.clone(), &config).unwrap();
        let first = round * changes;
        good += good_changes(&document, &config, first + 1..=first + changes);
    }
    let times = rounds * changes;
    assert!(
        times / 10 < good && good < times * 9 / 10,
        "{good} of {times} are good"
    );
}

/// The whole document gives the same Rust every time.
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

/// YAML and JSON of the same document give the same output.
#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn stripes_whole_document_as_yaml() {
    let (document, config) = official();
    let yaml = serde_saphyr::to_string(&document).unwrap();
    let read = parse(Input::Document, &yaml).unwrap();
    assert!(generated(read, &config).unwrap() == generated(document, &config).unwrap());
}

/// Stripe's own document, and a configuration with all operations of it.
fn official() -> (Value, Config) {
    let shared = PathBuf::from(env::var_os("STRIPE_SHARED").unwrap());
    let text = fs::read_to_string(shared.join("stripe/openapi.spec3.json")).unwrap();
    let document = parse(Input::Document, &text).unwrap();
    let own = Config::parse(&read("spec/config.yaml")).unwrap();
    let config = own.with_operations(operation_ids(&document));
    (document, config)
}

/// Small documents, where a change is more likely to matter.
#[test]
fn small_documents_with_random_changes() {
    let shapes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    let (mut good, mut all) = (0, 0);
    for shape in fs::read_dir(shapes).unwrap() {
        let yaml = fs::read_to_string(shape.unwrap().path().join("document.yaml")).unwrap();
        let document = document(&yaml);
        let config = all_operations(&document);
        good += good_changes(&document, &config, 1..=cases(50));
        all += cases(50);
    }
    assert!(0 < good && good < all, "{good} of {all} are good");
}

/// `openapiv3` takes twice as long for every level of a schema that it cannot read, so the check has to find the error first.
#[test]
fn an_error_deep_inside_takes_no_time() {
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

/// The smallest stack that a platform gives the main thread is enough for the deepest documents, and for deeper ones.
#[test]
fn nesting_does_not_overflow_the_stack() {
    let forms = [
        (r#"{"type": "array", "items": "#, "}"),
        (r#"{"type": "object", "properties": {"a": "#, "}}"),
        (r#"{"anyOf": ["#, "]}"),
    ];
    let on_a_small_stack = move || {
        for ((open, close), depth) in forms.iter().flat_map(|form| [(form, 55), (form, 118)]) {
            let schema = [
                &open.repeat(depth),
                r#"{"type": "string"}"#,
                &close.repeat(depth),
            ];
            let thing = format!(
                r#"{{"components": {{"schemas": {{"thing": {{"type": "object", "x-resourceId": "thing", "properties": {{"it": {}}}}}}}}}}}"#,
                schema.concat()
            );
            for text in [thing.clone(), format!("# YAML\n{thing}")] {
                let is_fine = depth == 55 && !open.contains("anyOf");
                assert_eq!(is_generated(&text), is_fine, "{text}");
            }
        }
        assert!(!is_generated(&"[".repeat(10_000)));
        assert!(!is_generated(&r#"{"a":"#.repeat(10_000)));
    };
    let thread = thread::Builder::new().stack_size(1 << 20);
    thread.spawn(on_a_small_stack).unwrap().join().unwrap();
}

/// Takes a small document through all steps, with itself as the overlay.
fn is_generated(text: &str) -> bool {
    let Ok(update) = parse(Input::Document, text) else {
        return false;
    };
    let whole = completed(update.clone());
    let config = all_operations(&whole);
    let mut part = slice(whole.clone(), &config).unwrap();
    let overlay = json!({
        "overlay": "1.0.0",
        "info": { "title": "", "version": "" },
        "actions": [{ "target": "$", "update": update }],
    });
    let overlay = Overlay::parse(&overlay.to_string());
    overlay.is_ok_and(|overlay| overlay.apply(&mut part).is_ok())
        && generated(part, &config).is_ok()
        && changes::compare(
            &whole.to_string(),
            &whole.to_string(),
            &changes::Options {
                config: &config,
                overlay: None,
                operations: &config.operations,
            },
        )
        .is_ok()
}

/// The names of the handwritten runtime in the root of the crate have to be reserved.
#[test]
fn the_names_of_the_runtime_are_reserved() {
    let items = |path| syn::parse_file(&read(path)).unwrap().items;
    let runtime = items("stripe-customers/src/runtime/mod.rs");
    let exported_by_runtime = runtime.into_iter().filter(|item| match item {
        Item::Mod(module) => matches!(module.vis, Visibility::Public(_)),
        _ => true,
    });
    for item in items("stripe-customers/src/lib.rs")
        .into_iter()
        .chain(exported_by_runtime)
    {
        match item {
            Item::Mod(module) if !module.attrs.iter().any(is_for_doctests) => {
                let name = module.ident.to_string();
                assert!(ROOT_MODULES.contains(&name.as_str()), "{name}");
            }
            // What the published crate has of the generated code.
            Item::Use(exports) if is_of(&exports.tree, "generated") => {}
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

fn is_for_doctests(attribute: &Attribute) -> bool {
    attribute.to_token_stream().to_string().contains("doctest")
}

fn is_of(tree: &UseTree, module: &str) -> bool {
    matches!(tree, UseTree::Path(path) if path.ident == module)
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
    parse(Input::Document, &read("spec/openapi.json")).unwrap()
}

/// The number of seeds whose changes leave a document that gives Rust. The other ones give errors with a place.
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
