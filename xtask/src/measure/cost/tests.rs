#![allow(clippy::unwrap_used)]

use super::{cost, cpu_seconds, in_shell, median};

#[test]
fn reads_the_times_of_the_children() {
    for (times, expected) in [
        ("0m0.00s 0m0.00s\n1m1.50s 0m0.25s\n", Some(61.75)),
        ("0m0,001s 0m0,002s\n0m1,500s 0m0,250s\n", Some(1.75)),
        ("0m0.00s 0m0.00s\n", None),
        ("real 1.5\nuser 1.5\n", None),
    ] {
        assert_eq!(cpu_seconds(times), expected, "{times}");
    }
}

#[test]
fn the_median_is_one_of_the_figures() {
    assert_eq!(median([3.0, 1.0, 2.0]), Some(2.0));
    assert_eq!(median([2.0, 1.0]), Some(2.0));
    assert_eq!(median([]), None);
}

#[cfg(unix)]
#[test]
fn measures_a_program_and_what_it_starts() {
    let mut busy = in_shell("sh");
    busy.args(["-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done"]);
    let cost = cost(busy).unwrap();
    assert!(
        cost.cpu_seconds > 0.0 && cost.wall_seconds > 0.0,
        "{cost:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_program_that_fails_has_no_cost() {
    let mut failing = in_shell("sh");
    failing.args(["-c", "exit 7"]);
    assert!(cost(failing).is_err());
    assert!(cost(in_shell("no-such-program")).is_err());
}
