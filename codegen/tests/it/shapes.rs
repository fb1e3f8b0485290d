//! Pairs of input and expected output, one for each shape that a document can have.
//!
//! A folder in `shapes/` holds
//!
//! - `document.yaml`, an OpenAPI document without the parts that all have in common (see `common::document`);
//! - `config.yaml`, if the shape needs one; otherwise every operation of the document is generated;
//! - `overlay.yaml`, if the shape needs one;
//! - `expected.rs`, the generated files that matter for the shape, each after a line `// ---- name.rs`. Other files are not
//!   compared. All files are compiled.
//!
//! `UPDATE_EXPECTED=1 cargo test -p stripe-codegen --test it shapes` rewrites the files that `expected.rs` names, or all files
//! if there is no `expected.rs`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use similar::TextDiff;
use stripe_codegen::{Config, Document, File, HEADER, Overlay, Prose, generate};

use crate::common::crates::{Crate, check, read, write_workspace};
use crate::common::{all_operations, document};

#[test]
fn every_shape_gives_the_expected_files() {
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
        "{differences}\nif this is right, set UPDATE_EXPECTED=1 to update the files"
    );
}

/// Each shape is the `generated` folder of a copy of the crate, without an HTTP client.
#[test]
fn every_shape_compiles_without_a_warning() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shapes");
    let crates = shapes().into_iter().map(|shape| Crate {
        name: name(&shape).to_owned(),
        generated: files(&shape),
        others: vec![],
    });
    write_workspace(&root, &crates.collect::<Vec<_>>());
    let output = check(&root, &["--quiet"]);
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && messages.is_empty(), "{messages}");
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

/// The generated files of a shape.
fn files(shape: &Path) -> Vec<File> {
    let mut document = document(&read(&shape.join("document.yaml")));
    let config = match read(&shape.join("config.yaml")).as_str() {
        "" => all_operations(&document),
        text => Config::parse(text).unwrap(),
    };
    let prose = match read(&shape.join("overlay.yaml")).as_str() {
        "" => Prose::default(),
        text => {
            let applied = Overlay::parse(text).and_then(|it| it.apply(&mut document));
            applied.unwrap_or_else(|errors| panic!("{}: {errors}", name(shape)))
        }
    };
    let document = Document::new(document).map(|it| it.with_prose(prose));
    match document.and_then(|document| generate(&document, &config)) {
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
