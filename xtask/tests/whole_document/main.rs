//! A crate with all operations of Stripe's document: it compiles without warnings, its requests are those of Stripe's
//! documentation, and decoding its largest resources needs little stack.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod full;
mod history;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

/// The resources that `largest.rs` reads.
const LARGEST: [&str; 9] = [
    "account",
    "charge",
    "checkout.session",
    "customer",
    "invoice",
    "payment_intent",
    "payment_method",
    "setup_intent",
    "subscription",
];

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn a_crate_with_all_operations_works() {
    let document = shared().join("stripe/openapi.spec3.json");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole");
    let _ = fs::remove_dir_all(&folder);
    generate(&document, &folder);

    let checked = cargo(&folder, &["check", "--features", "client,blocking,tracing"]);
    assert!(checked.is_empty(), "{checked}");

    let document: Value = serde_json::from_slice(&fs::read(document).unwrap()).unwrap();
    let tests = folder.join("tests");
    fs::create_dir(&tests).unwrap();
    for (name, text) in [
        ("requests.rs", include_str!("requests.rs")),
        ("largest.rs", include_str!("largest.rs")),
    ] {
        fs::write(tests.join(name), text).unwrap();
    }
    for name in LARGEST {
        let json = full::of_component(&document, name).to_string();
        fs::write(tests.join(format!("{name}.json")), json).unwrap();
    }
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let manifest = format!("{manifest}\n[dev-dependencies]\nserde_json = \"1.0\"\n");
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    cargo(&folder, &["test", "--features", "http", "--tests"]);
}

/// The folder with Stripe's documents.
fn shared() -> PathBuf {
    PathBuf::from(env::var_os("STRIPE_SHARED").unwrap())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn generate(document: &Path, folder: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args([
            "regenerate",
            "--operations",
            "all",
            "--name",
            "whole",
            "--root",
        ])
        .arg(repository())
        .arg("--spec")
        .arg(document)
        .arg("--out")
        .arg(folder)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("operations  617\n"), "{printed}");
}

/// Runs cargo on the crate in `folder`, without default features, and returns its output.
fn cargo(folder: &Path, arguments: &[&str]) -> String {
    fs::copy(repository().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--quiet", "--offline", "--no-default-features"])
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .arg("--target-dir")
        .arg(folder.with_file_name("whole-target"))
        .current_dir(folder)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{printed}\n{errors}");
    errors
}
