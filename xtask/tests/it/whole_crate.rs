//! `cargo xtask regenerate --operations`: a crate with other operations than the published one.

use std::fs;

use crate::common::Workspace;

const MAKE: &[&str] = &["regenerate", "--out", "out", "--operations"];

/// A small workspace with a small hand-written runtime.
fn workspace() -> Workspace {
    let workspace = Workspace::small();
    workspace.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"stripe-customers\"]\n\n[workspace.package]\nedition = \"2024\"\n\n\
         [workspace.dependencies]\nplain = \"1\"\nrich = { version = \"2\", features = [\"std\"] }\n",
    );
    workspace.write(
        "stripe-customers/Cargo.toml",
        "[package]\nname = \"stripe-customers\"\ndescription = \"Customers\"\nedition.workspace = true\n\
         include = [\"/src/\"]\nreadme = \"../README.md\"\n\n[lib]\nbench = false\n\n\
         [dependencies]\nplain = { workspace = true, optional = true }\n\
         rich = { workspace = true, features = [\"more\"] }\n\n[dev-dependencies]\nserde_json = \"1\"\n",
    );
    workspace.write(
        "stripe-customers/src/lib.rs",
        "//! Customers.\n\nmod json;\n",
    );
    workspace.write(
        "stripe-customers/src/runtime/json/mod.rs",
        "//! JSON.\n\npub struct Json;\n\n#[cfg(test)]\nmod tests;\n",
    );
    workspace.write(
        "stripe-customers/src/runtime/json/tests.rs",
        "//! Left behind.\n",
    );
    workspace
}

/// Runs `MAKE` for `operations`, which must succeed, and returns the output without the time.
fn made(workspace: &Workspace, operations: &str) -> String {
    let outcome = workspace.run(&[MAKE, &[operations]].concat());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let (printed, _) = outcome.stdout.split_once("time ").unwrap();
    printed.to_owned()
}

#[test]
fn a_crate_has_the_operations_the_runtime_and_a_manifest() {
    let workspace = workspace();
    let printed = made(&workspace, "GetThing");
    assert!(printed.contains("operations  GetThing\n"), "{printed}");
    assert!(
        workspace
            .path("out/src/generated/retrieve_thing.rs")
            .exists()
    );
    let json = workspace.read("out/src/runtime/json/mod.rs");
    let header = stripe_codegen::HEADER;
    assert_eq!(json, format!("{header}\n\n//! JSON.\n\npub struct Json;\n"));
    assert!(!workspace.path("out/src/runtime/json/tests.rs").exists());
    // The manifest inherits nothing, and has nothing that is for tests or refers to files that are not copied.
    let manifest: toml::Table = workspace.read("out/Cargo.toml").parse().unwrap();
    let expected: toml::Table =
        "[workspace]\n[package]\nname = \"out\"\nedition = \"2024\"\n\
         description = \"Operations of Stripe's API, generated from its OpenAPI document\"\n\
         [lib]\nbench = false\ndoctest = false\ntest = false\n[dependencies]\nplain = { version = \"1\", optional = true }\n\
         rich = { version = \"2\", features = [\"std\", \"more\"] }\n"
            .parse()
            .unwrap();
    assert_eq!(manifest, expected);
}

#[test]
fn files_that_are_fresh_are_not_written_again() {
    let workspace = workspace();
    let first = made(&workspace, "GetThing");
    let files = first.split("files ").nth(1).unwrap();
    assert!(
        files.contains(": 7 written, 0 unchanged, 0 removed\n"),
        "{first}"
    );
    let again = made(&workspace, "GetThing");
    assert!(
        again.contains("out: 0 written, 7 unchanged, 0 removed\n"),
        "{again}"
    );

    workspace.write(
        "stripe-customers/src/runtime/json/mod.rs",
        "//! Other JSON.\n",
    );
    let changed = made(&workspace, "GetThing");
    assert!(
        changed.contains("out: 1 written, 6 unchanged, 0 removed\n"),
        "{changed}"
    );
    assert!(
        workspace
            .read("out/src/runtime/json/mod.rs")
            .ends_with("\n//! Other JSON.\n")
    );
}

#[test]
fn a_check_shows_the_command_that_writes_the_same_crate() {
    let workspace = workspace();
    made(&workspace, "GetThing");
    let check = [MAKE, &["GetThing", "--check"]].concat();
    let fresh = workspace.run(&check);
    assert!(
        fresh.stdout.starts_with("out is fresh: 7 files from "),
        "{fresh:?}"
    );

    workspace.write(
        "stripe-customers/src/runtime/json/mod.rs",
        "//! Other JSON.\n",
    );
    fs::remove_file(workspace.path("out/src/lib.rs")).unwrap();
    let stale = workspace.files();
    let outcome = workspace.run(&check);
    assert_eq!(outcome.code, Some(1));
    assert!(
        outcome.stdout.contains("\n+//! Other JSON.\n"),
        "{outcome:?}"
    );
    assert_eq!(
        outcome.stderr,
        "error: out: expected the code that is generated from spec/openapi.json, found 1 stale, 1 missing and 0 unexpected files\n  \
           help: run `cargo xtask --root . regenerate --out out --operations GetThing`\n"
    );
    assert_eq!(workspace.files(), stale);
}

/// The error names the option, and not the configuration.
#[test]
fn an_unknown_operation_is_an_error_in_the_option() {
    workspace().refuses(
        &[MAKE, &["GetThing,GetThings"]].concat(),
        "error: --operations: the document has no operation `GetThings`\n  \
           help: did you mean `GetThing`?\n\
         error: nothing was written\n",
    );
    workspace().refuses(
        &[MAKE, &["GetThing,GetThing"]].concat(),
        "error: --operations: expected each operation once, found `GetThing` again\n\
         error: nothing was written\n",
    );
}

/// A crate is named after its folder, or by `--name`, in its documentation too.
#[test]
fn a_crate_has_a_name() {
    let workspace = workspace();
    workspace.write(
        "stripe-customers/src/runtime/json/mod.rs",
        "//! `stripe_customers::Json` of stripe-customers.\n",
    );
    let name = |workspace: &Workspace, folder: &str| {
        let manifest: toml::Table = workspace
            .read(&format!("{folder}/Cargo.toml"))
            .parse()
            .unwrap();
        manifest["package"]["name"].as_str().unwrap().to_owned()
    };
    let make = |out: &str, more: &[&str]| {
        let make = ["regenerate", "--operations", "GetThing", "--out", out];
        workspace.run(&[&make, more].concat())
    };
    assert_eq!(make("Tax codes", &[]).code, Some(0));
    assert_eq!(name(&workspace, "Tax codes"), "tax-codes");
    assert_eq!(make("out", &["--name", "stripe-refunds"]).code, Some(0));
    assert_eq!(name(&workspace, "out"), "stripe-refunds");
    let json = workspace.read("out/src/runtime/json/mod.rs");
    assert!(
        json.ends_with("//! `stripe_refunds::Json` of stripe-refunds.\n"),
        "{json}"
    );
    assert_eq!(make("2026-01-28", &[]).code, Some(0));
    assert_eq!(name(&workspace, "2026-01-28"), "stripe-2026-01-28");
    for (out, more, found) in [
        ("out", ["--name", "3"], "3"),
        ("out", ["--name", "a b"], "a b"),
    ] {
        assert_eq!(
            make(out, &more).stderr,
            format!(
                "error: expected the name of a crate, such as `stripe-refunds`, found `{found}`\n  \
                   help: name the crate with --name NAME\n\
                 error: nothing was written\n"
            )
        );
    }
}

#[test]
fn all_operations_but_some() {
    let workspace = workspace();
    let except = [MAKE, &["all", "--except", "DELETE /v1/things/{thing}"]].concat();
    let outcome = workspace.run(&except);
    assert!(
        outcome.stdout.contains("operations  GetThing\n"),
        "{outcome:?}"
    );
    workspace.refuses(
        &[MAKE, &["all", "--except", "GetThings"]].concat(),
        "error: --except: the document has no operation `GetThings`\n  \
           help: did you mean `GetThing`?\n\
         error: nothing was written\n",
    );
}

#[test]
fn a_folder_in_place_of_a_file_stays() {
    let workspace = workspace();
    made(&workspace, "GetThing");
    fs::remove_file(workspace.path("out/src/lib.rs")).unwrap();
    workspace.write("out/src/lib.rs/mine.txt", "mine");
    workspace.fails(
        &[MAKE, &["GetThing"]].concat(),
        "error: out/src/lib.rs: cannot be read: ",
        "error: nothing was written\n",
    );
}

#[test]
fn a_missing_runtime_is_an_error() {
    let workspace = workspace();
    fs::remove_dir_all(workspace.path("stripe-customers/src")).unwrap();
    workspace.fails(
        &[MAKE, &["GetThing"]].concat(),
        "error: stripe-customers/src/runtime: cannot be read: ",
        "\n  help: restore it from version control\nerror: nothing was written\n",
    );
    workspace.write("stripe-customers/Cargo.toml", "[package\n");
    workspace.fails(
        &[MAKE, &["GetThing"]].concat(),
        "error: stripe-customers/Cargo.toml: TOML parse error at line 1, column 9",
        "\nerror: nothing was written\n",
    );
}
