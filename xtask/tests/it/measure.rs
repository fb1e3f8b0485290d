//! `cargo xtask measure`. `.ci/run` measures a whole build.

use crate::common::Workspace;

#[test]
fn a_workspace_that_cannot_be_packed_is_an_error() {
    let outcome = Workspace::small().run(&["measure"]);
    assert_eq!(outcome.code, Some(1));
    assert_eq!(outcome.stdout, "");
    let last = outcome.stderr.lines().last().unwrap();
    assert!(
        last.starts_with("error: ") && last.ends_with(" failed; see the output above"),
        "{outcome:?}"
    );
}

#[test]
fn a_build_is_measured_at_least_once() {
    for option in ["--runs", "--rebuilds"] {
        let outcome = Workspace::small().run(&["measure", option, "0"]);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
    }
}
