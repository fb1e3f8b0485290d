//! Pairs of input and expected output, one for each shape that a document can have.
//!
//! A folder in `shapes/` holds
//!
//! - `document.yaml`, an OpenAPI document without what is the same in all (see `common::document`);
//! - `config.yaml`, if the shape needs one; otherwise every operation of the document is generated;
//! - `expected.rs`, the generated files that matter for the shape, each after a line `// ---- name.rs`. Files that it does
//!   not name are not compared. All are compiled.
//!
//! `UPDATE_EXPECTED=1 cargo test -p stripe-codegen --test shapes` writes the files that `expected.rs` names anew, all of
//! them where there is no `expected.rs` yet.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;
use similar::TextDiff;
use stripe_codegen::{Config, File, HEADER};
use syn::{Item, parse_quote};

use common::{all_operations, document, generated, repository};

#[test]
fn every_shape_gives_what_is_expected() {
    let mut differences = String::new();
    for shape in shapes() {
        let actual = shown(&shape, &files(&shape));
        let expected = read(&shape.join("expected.rs"));
        if actual == expected {
            continue;
        }
        if env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(shape.join("expected.rs"), actual).unwrap();
            continue;
        }
        let name = format!("{}/expected.rs", name(&shape));
        let diff = TextDiff::from_lines(&expected, &actual);
        let diff = diff.unified_diff().header(&name, "generated").to_string();
        differences.push_str(&diff);
    }
    assert!(
        differences.is_empty(),
        "{differences}\nif this is right, UPDATE_EXPECTED=1 writes it to the files"
    );
}

/// Each shape is the `generated` folder of a copy of the crate, without an HTTP client.
#[test]
fn every_shape_compiles_without_a_warning() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shapes");
    let source = repository().join("stripe-customers/src");
    let runtime: Vec<_> = tree(&source)
        .into_iter()
        .filter(|(path, _)| !path.starts_with("generated") && path != Path::new("lib.rs"))
        .collect();
    let dependencies = dependencies();
    let mut members = vec![];
    let mut wanted = vec![];
    for shape in shapes() {
        let name = name(&shape).to_owned();
        let member = root.join(&name);
        wanted.push((member.join("Cargo.toml"), manifest(&name, &dependencies)));
        wanted.push((member.join("src/lib.rs"), crate_root(&source)));
        for (path, text) in &runtime {
            wanted.push((member.join("src").join(path), text.clone()));
        }
        for file in files(&shape) {
            wanted.push((member.join("src/generated").join(file.path), file.text));
        }
        members.push(name);
    }
    wanted.push((root.join("Cargo.toml"), workspace(&members)));
    wanted.push((
        root.join("Cargo.lock"),
        read(&repository().join("Cargo.lock")),
    ));
    write(&root, &wanted);
    let output = Command::new(env!("CARGO"))
        .args([
            "check",
            "--offline",
            "--quiet",
            "--workspace",
            "--keep-going",
        ])
        .arg("--target-dir")
        .arg(root.join("target"))
        .current_dir(&root)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}

/// The root of the real crate. What the compiler says of the runtime is none of our concern, what it says of the
/// generated code is: so lints are off but for that.
fn crate_root(source: &Path) -> String {
    let mut root = syn::parse_file(&read(&source.join("lib.rs"))).unwrap();
    root.attrs = vec![parse_quote!(#![allow(warnings)])];
    let modules = root.items.iter_mut().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let mut generated = modules.filter(|module| module.ident == "generated");
    let strict = parse_quote!(#[deny(warnings, missing_docs)]);
    generated.next().unwrap().attrs.push(strict);
    prettyplease::unparse(&root)
}

fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{dependencies}"
    )
}

fn workspace(members: &[String]) -> String {
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    )
}

/// The features of the crate, all of them off, and the dependencies that it has then, as they stand in a manifest.
fn dependencies() -> String {
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--offline",
            "--no-deps",
            "--format-version",
            "1",
        ])
        .current_dir(repository())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages
        .iter()
        .find(|package| package["name"] == "stripe-customers")
        .unwrap();
    let features = package["features"].as_object().unwrap().keys();
    let features = features
        .filter(|name| *name != "default")
        .map(|name| format!("{name} = []\n"));
    let dependencies = package["dependencies"].as_array().unwrap();
    let dependencies = dependencies
        .iter()
        .filter(|dependency| dependency["kind"].is_null() && dependency["optional"] == false)
        .map(|dependency| {
            format!(
                "{} = {{ version = {}, default-features = {}, features = {} }}\n",
                dependency["name"].as_str().unwrap(),
                dependency["req"],
                dependency["uses_default_features"],
                dependency["features"],
            )
        });
    format!(
        "[features]\n{}\n[dependencies]\n{}",
        features.collect::<String>(),
        dependencies.collect::<String>(),
    )
}

/// The folders of the shapes, sorted.
fn shapes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shapes");
    let mut shapes: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    shapes.sort();
    shapes
}

fn name(shape: &Path) -> &str {
    shape.file_name().unwrap().to_str().unwrap()
}

/// What is generated for a shape.
fn files(shape: &Path) -> Vec<File> {
    let document = document(&read(&shape.join("document.yaml")));
    let config = match read(&shape.join("config.yaml")).as_str() {
        "" => all_operations(&document),
        text => Config::parse(text).unwrap(),
    };
    match generated(document, &config) {
        Ok(generated) => generated.files,
        Err(errors) => panic!("{}: {errors}", name(shape)),
    }
}

/// The files that `expected.rs` names, as it shows them.
fn shown(shape: &Path, files: &[File]) -> String {
    let expected = read(&shape.join("expected.rs"));
    let line = |path: &str| format!("// ---- {path}");
    let is_named = |path: &str| expected.lines().any(|it| it == line(path));
    let named: Vec<_> = files
        .iter()
        .filter(|file| expected.is_empty() || is_named(&file.path))
        .map(|file| {
            let text = file.text.strip_prefix(HEADER).unwrap();
            format!("{}\n\n{}", line(&file.path), text.trim_start())
        })
        .collect();
    named.join("\n")
}

/// The text of a file, nothing if there is none.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Makes `root` hold the files of `wanted` and no others but those that a build makes there. A file that is as it should be
/// is not written, so that what depends on it need not be built anew.
fn write(root: &Path, wanted: &[(PathBuf, String)]) {
    for (path, text) in wanted {
        if read(path) != *text {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    for (path, _) in tree(root) {
        let path = root.join(path);
        let is_wanted = wanted.iter().any(|(wanted, _)| *wanted == path);
        if path.extension().is_some_and(|it| it == "rs") && !is_wanted {
            fs::remove_file(path).unwrap();
        }
    }
}

/// The text files below `folder`, with their paths in it, but for what a build makes there.
fn tree(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = vec![];
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true if path.ends_with("target") => {}
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(folder).unwrap().to_owned();
                    files.push((name, read(&path)));
                }
            }
        }
    }
    files
}
