//! Crates made of Stripe's documents of other years.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use super::{cargo, repository, shared};

/// The only document of which some operations are refused, because it has a union of three types that nothing tells apart.
const PARTLY_REFUSED: &str = "2019-03-29.spec3.yaml";

/// The documents whose crates are compiled.
const COMPILED: [&str; 3] = [
    "2019-12-19.spec3.yaml",
    "2022-11-17.spec3.yaml",
    "2025-12-15.v2.sdk.json",
];

#[test]
#[ignore = "needs STRIPE_SHARED, the folder with Stripe's published documents in `stripe`"]
fn documents_of_other_years_generate() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("history");
    let _ = fs::remove_dir_all(&root);
    let mut documents: Vec<_> = fs::read_dir(shared().join("stripe/history"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    documents.sort();
    assert_eq!(documents.len(), 13);
    for document in documents {
        let name = document.file_name().unwrap().to_str().unwrap();
        let folder = root.join(name);
        if name != PARTLY_REFUSED {
            assert_eq!(generate(&document, "all", &folder), "", "{name}");
        }
        if COMPILED.contains(&name) {
            assert_eq!(
                cargo(&folder, &["check", "--features", "client"]),
                "",
                "{name}"
            );
        }
        if !name.contains(".v2.") {
            let customers = "PostCustomers,GetCustomersCustomer";
            let folder = folder.join("customers");
            assert_eq!(generate(&document, customers, &folder), "", "{name}");
        }
    }
}

/// Makes a crate, and returns the errors.
fn generate(document: &Path, operations: &str, folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(["regenerate", "--operations", operations, "--root"])
        .arg(repository())
        .arg("--spec")
        .arg(document)
        .arg("--out")
        .arg(folder)
        .output();
    String::from_utf8_lossy(&output.unwrap().stderr).into_owned()
}
