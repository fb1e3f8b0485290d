//! Crates around generated code, for the compiler to check.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use stripe_codegen::File;
use syn::{Item, UseTree, parse_quote};

use super::repository;

/// A copy of the published crate, without an HTTP client, and with other generated code.
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) generated: Vec<File>,
    /// Other files, with their paths in the crate.
    pub(crate) others: Vec<(PathBuf, String)>,
}

/// Makes `root` a workspace of `crates`. The library of each is called `api`.
pub(crate) fn write_workspace(root: &Path, crates: &[Crate]) {
    let source = repository().join("stripe-customers/src");
    let runtime: Vec<_> = tree(&source)
        .into_iter()
        .filter(|(path, _)| path != Path::new("lib.rs"))
        .filter(|(path, _)| !path.starts_with("generated") && !is_of_customers(path))
        .collect();
    let dependencies = dependencies();
    let mut wanted = vec![];
    for it in crates {
        let member = root.join(&it.name);
        wanted.push((member.join("Cargo.toml"), manifest(&it.name, &dependencies)));
        wanted.push((member.join("src/lib.rs"), crate_root(&source)));
        for (path, text) in &runtime {
            wanted.push((member.join("src").join(path), text.clone()));
        }
        for file in &it.generated {
            let path = member.join("src/generated").join(&file.path);
            wanted.push((path, file.text.clone()));
        }
        let others = it.others.iter();
        wanted.extend(others.map(|(path, text)| (member.join(path), text.clone())));
    }
    let members: Vec<_> = crates.iter().map(|it| it.name.clone()).collect();
    wanted.push((root.join("Cargo.toml"), workspace(&members)));
    wanted.push((
        root.join("Cargo.lock"),
        read(&repository().join("Cargo.lock")),
    ));
    write(root, &wanted);
}

/// Runs `cargo check` in the workspace at `root`.
pub(crate) fn check(root: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(["check", "--offline", "--workspace", "--keep-going"])
        .args(options)
        .arg("--target-dir")
        .arg(root.join("target"))
        .current_dir(root)
        .output()
        .unwrap()
}

/// The root of the published crate. Lints are off for the runtime, and on for the generated code.
fn crate_root(source: &Path) -> String {
    let mut root = syn::parse_file(&read(&source.join("lib.rs"))).unwrap();
    root.attrs = vec![parse_quote!(#![allow(warnings)])];
    root.items.retain(|item| match item {
        Item::Mod(module) => !is_of_customers(Path::new(&module.ident.to_string())),
        Item::Use(exports) => {
            !matches!(&exports.tree, UseTree::Path(path) if path.ident == "generated")
        }
        _ => true,
    });
    let modules = root.items.iter_mut().filter_map(|item| match item {
        Item::Mod(module) => Some(module),
        _ => None,
    });
    let mut generated = modules.filter(|module| module.ident == "generated");
    let strict = parse_quote!(#[deny(warnings, missing_docs)]);
    generated.next().unwrap().attrs.push(strict);
    prettyplease::unparse(&root)
}

/// Whether the file is only for the customers of the published crate, whose types are not here.
fn is_of_customers(path: &Path) -> bool {
    path.starts_with("guide") || path.starts_with("helpers")
}

fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\nname = \"api\"\n\n{dependencies}"
    )
}

fn workspace(members: &[String]) -> String {
    format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    )
}

/// The features of the crate, all of them off, and its remaining dependencies, as text of a manifest.
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

/// The text of a file; empty if there is none.
pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Writes the files of `wanted` into `root`, and removes all others but those of a build. A file that is up to date is not
/// written, so that its dependents are not rebuilt.
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

/// The text files below `folder` with their paths in it, without those of a build.
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
