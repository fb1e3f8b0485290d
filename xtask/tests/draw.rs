//! `cargo xtask draw`: charts of the committed figures.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{Workspace, repository};

const RESULTS: &str = "stripe-customers/benches/results";
const BUILDS: &str = "\
| build | figure      | by hand | stripe-customers | ratio |
| ----- | ----------- | ------: | ---------------: | ----: |
| check | cold, CPU s |   20.00 |            10.00 |  0.50 |
";
const SPEED: &str = "encode\n  by_hand   100 ns   1.00\n  stripe_customers   50 ns   0.50\n";

/// A workspace with figures.
fn workspace(builds: impl AsRef<[u8]>, speed: impl AsRef<[u8]>) -> Workspace {
    let workspace = Workspace::small();
    workspace.write(&format!("{RESULTS}/builds.md"), builds);
    workspace.write(&format!("{RESULTS}/speed.txt"), speed);
    workspace
}

#[test]
fn draws_what_was_measured() {
    let workspace = workspace(BUILDS, SPEED);
    let outcome = workspace.run(&["draw"]);
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    let expected = "charts      stripe-customers/benches/results: builds.svg, speed.svg\n";
    assert!(outcome.stdout.starts_with(expected), "{outcome:?}");
    for (name, expected) in [
        ("builds.svg", ">0.50, 10.00 s<"),
        ("speed.svg", ">0.50, 50 ns<"),
    ] {
        let svg = workspace.read(&format!("{RESULTS}/{name}"));
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
        "the same figures give the same charts"
    );
}

#[test]
fn the_committed_charts_show_the_committed_figures() {
    let committed = |name: &str| fs::read(repository().join(RESULTS).join(name)).unwrap();
    let workspace = workspace(committed("builds.md"), committed("speed.txt"));
    assert_eq!(workspace.run(&["draw"]).code, Some(0));
    for name in ["builds.svg", "speed.svg"] {
        let drawn = workspace.read(&format!("{RESULTS}/{name}"));
        let is_fresh = drawn.as_bytes() == committed(name);
        assert!(is_fresh, "{name} is stale: run `cargo xtask draw`");
    }
}

#[test]
fn missing_figures_are_errors() {
    Workspace::small().refuses(
        &["draw"],
        "error: stripe-customers/benches/results/builds.md: expected a file, found nothing\n  \
           help: write it with `cargo xtask measure > stripe-customers/benches/results/builds.md`\n\
         error: stripe-customers/benches/results/speed.txt: expected a file, found nothing\n  \
           help: write it with `cargo bench -p stripe-customers > stripe-customers/benches/results/speed.txt`\n\
         error: nothing was written\n",
    );
}

#[test]
fn other_text_in_place_of_figures_is_an_error() {
    workspace("[]", SPEED).refuses(
        &["draw"],
        "error: stripe-customers/benches/results/builds.md: expected the output of `cargo xtask measure`, found something else\n  \
           help: write it with `cargo xtask measure > stripe-customers/benches/results/builds.md`\n\
         error: nothing was written\n",
    );
    workspace(BUILDS, "error: could not compile\n").refuses(
        &["draw"],
        "error: stripe-customers/benches/results/speed.txt: expected the output of `cargo bench -p stripe-customers`, found something else\n  \
           help: write it with `cargo bench -p stripe-customers > stripe-customers/benches/results/speed.txt`\n\
         error: nothing was written\n",
    );
}
