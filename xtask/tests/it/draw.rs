//! `cargo xtask draw`: charts of the committed figures.

use std::fs;

use crate::common::{Workspace, repository};

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

/// Draws, and returns the text of a chart.
fn drawn(builds: &str, speed: &str, name: &str) -> String {
    let workspace = workspace(builds, speed);
    assert_eq!(workspace.run(&["draw"]).code, Some(0));
    workspace.read(&format!("{RESULTS}/{name}"))
}

#[test]
fn every_ratio_of_a_build_has_bars() {
    let builds = "\
        | build | figure | by hand | stripe-customers | ratio |\n\
        | - | - | - | - | - |\n\
        | check | cold, wall s | 15.00 | 7.00 | 0.47 |\n\
        | check | cold, CPU s | 20.00 | 10.00 | 0.50 |\n\
        | check | library alone, CPU s | - | 4.66 | - |\n\
        | release | stripped binary, kB | 6000 | 6300 | 1.05 |\n";
    let svg = drawn(builds, SPEED, "builds.svg");
    for expected in [
        ">check: cold, CPU<",
        ">1.00, 20.00 s<",
        ">0.50, 10.00 s<",
        ">release: stripped binary<",
        ">1.05, 6300 kB<",
    ] {
        assert!(svg.contains(expected), "{expected} in {svg}");
    }
    assert!(!svg.contains("wall") && !svg.contains("library"), "{svg}");
}

/// Cargo prints lines that are not figures. Times have a unit that suits their size.
#[test]
fn every_time_of_a_benchmark_has_a_bar() {
    let speed = "     Running benches/decode.rs (target/release/deps/decode-1)\n\n\
        decode small, 1025 bytes\n  \
          serde_json           12.4 ns   1.00\n  \
          serde_json::Value   45678 ns   1.73\n  \
          stripe_customers::from_json                          3210000 ns   0.69\n";
    let svg = drawn(BUILDS, speed, "speed.svg");
    for expected in [
        ">decode small, 1025 bytes<",
        ">1.00, 12 ns<",
        ">1.73, 45.7 µs<",
        ">stripe_customers::from_json<",
        ">0.69, 3.2 ms<",
        r#"class="ours""#,
    ] {
        assert!(svg.contains(expected), "{expected} in {svg}");
    }
    assert!(!svg.contains("Running"), "{svg}");
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
    for builds in [
        "[]",
        "| build |\n| - |\n",
        "| build | figure | by hand | ratio |\n| - | - | - | - |\n",
    ] {
        workspace(builds, SPEED).refuses(
            &["draw"],
            "error: stripe-customers/benches/results/builds.md: expected the output of `cargo xtask measure`, found something else\n  \
               help: write it with `cargo xtask measure > stripe-customers/benches/results/builds.md`\n\
             error: nothing was written\n",
        );
    }
    workspace(BUILDS, "error: could not compile\n").refuses(
        &["draw"],
        "error: stripe-customers/benches/results/speed.txt: expected the output of `cargo bench -p stripe-customers`, found something else\n  \
           help: write it with `cargo bench -p stripe-customers > stripe-customers/benches/results/speed.txt`\n\
         error: nothing was written\n",
    );
}
