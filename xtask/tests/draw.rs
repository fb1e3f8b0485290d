//! `cargo xtask draw`: pictures of figures that were measured, and no others.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{Workspace, repository};

const BUILDS: &str = r#"[
  {"profile": "check", "program": "by hand", "cold": {"cpu_seconds": 20.0}, "stripped_bytes": null},
  {"profile": "check", "program": "stripe-customers", "cold": {"cpu_seconds": 10.0}, "stripped_bytes": null}
]"#;
const BENCH: &str = "encode\n  by_hand   100 ns   1.00\n  stripe_customers   50 ns   0.50\n";

#[test]
fn draws_what_was_measured() {
    let workspace = Workspace::small();
    workspace.write("xtask/pictures/builds.json", BUILDS);
    workspace.write("xtask/pictures/bench.txt", BENCH);
    let outcome = workspace.run(&["draw"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let said = "pictures    xtask/pictures: line.svg, builds.svg, speed.svg\n";
    assert!(outcome.stdout.starts_with(said), "{outcome:?}");
    for (name, expected) in [
        ("line.svg", ">Stripe's document<"),
        ("builds.svg", ">0.50, 10 s<"),
        ("speed.svg", ">0.50, 50 ns<"),
    ] {
        let svg = workspace.read(&format!("xtask/pictures/{name}"));
        assert!(svg.contains(expected), "{svg}");
        assert!(
            svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
            "{svg}"
        );
    }
    let files = workspace.files();
    assert_eq!(workspace.run(&["draw"]).code, Some(0));
    assert_eq!(
        workspace.files(),
        files,
        "the same figures give the same pictures"
    );
}

#[test]
fn the_pictures_of_the_repository_show_its_figures() {
    let workspace = Workspace::small();
    for name in ["builds.json", "bench.txt"] {
        let name = format!("xtask/pictures/{name}");
        workspace.write(&name, fs::read(repository().join(&name)).unwrap());
    }
    assert_eq!(workspace.run(&["draw"]).code, Some(0));
    for name in ["line.svg", "builds.svg", "speed.svg"] {
        let name = format!("xtask/pictures/{name}");
        let committed = fs::read_to_string(repository().join(&name)).unwrap();
        let is_fresh = workspace.read(&name) == committed;
        assert!(is_fresh, "{name} is stale: run `cargo xtask draw`");
    }
}

#[test]
fn says_how_to_get_figures_that_are_not_there() {
    Workspace::small().refuses(
        &["draw"],
        "error: xtask/pictures/builds.json: expected a file, found nothing\n  \
           help: write it with `cargo xtask measure build --peers --format json > xtask/pictures/builds.json`\n\
         error: xtask/pictures/bench.txt: expected a file, found nothing\n  \
           help: write it with `cargo bench -p stripe-customers > xtask/pictures/bench.txt`\n\
         error: nothing was written\n",
    );
}

#[test]
fn draws_nothing_of_what_are_no_figures() {
    let workspace = Workspace::small();
    workspace.write("xtask/pictures/builds.json", "[]");
    workspace.write("xtask/pictures/bench.txt", BENCH);
    workspace.refuses(
        &["draw"],
        "error: xtask/pictures/builds.json: expected builds, found none\n  \
           help: write it with `cargo xtask measure build --peers --format json > xtask/pictures/builds.json`\n\
         error: nothing was written\n",
    );
    workspace.write("xtask/pictures/builds.json", BUILDS);
    workspace.write("xtask/pictures/bench.txt", "error: could not compile\n");
    workspace.refuses(
        &["draw"],
        "error: xtask/pictures/bench.txt: expected the output of a benchmark, found no times\n  \
           help: write it with `cargo bench -p stripe-customers > xtask/pictures/bench.txt`\n\
         error: nothing was written\n",
    );
}
