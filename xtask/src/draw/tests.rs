#![allow(clippy::unwrap_used)]

use super::{builds, readable, speed, speed_bar};

#[test]
fn every_ratio_of_a_build_has_bars() {
    let svg = builds(
        "| build | figure | by hand | stripe-customers | ratio |\n\
         | - | - | - | - | - |\n\
         | check | cold, wall s | 15.00 | 7.00 | 0.47 |\n\
         | check | cold, CPU s | 20.00 | 10.00 | 0.50 |\n\
         | check | library alone, CPU s | - | 4.66 | - |\n\
         | release | stripped binary, kB | 6000 | 6300 | 1.05 |\n",
    )
    .unwrap();
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

#[test]
fn draws_no_chart_without_figures() {
    assert_eq!(builds(""), None);
    assert_eq!(builds("| build |\n| - |\n"), None);
    assert_eq!(
        builds("| build | figure | by hand | ratio |\n| - | - | - | - |\n"),
        None
    );
    assert_eq!(speed("error: could not compile\n"), None);
}

#[test]
fn reads_a_line_of_a_benchmark() {
    let line = "  stripe_customers::from_json                          1957 ns   0.69";
    let bar = speed_bar(line).unwrap();
    assert_eq!(bar.name, "stripe_customers::from_json");
    assert_eq!(bar.value, "0.69, 2.0 µs");
    for other in [
        "decode small, indented, 1025 bytes",
        "     Running benches/decode.rs (target/release/deps/decode-1)",
    ] {
        assert!(speed_bar(other).is_none(), "{other}");
    }
}

#[test]
fn leaves_out_what_cargo_prints() {
    let text = "running\n\nencode\n  serde_qs   100 ns   1.00\n  stripe_customers   50 ns   0.50\n";
    let svg = speed(text).unwrap();
    assert!(
        svg.contains(">encode<") && svg.contains(">0.50, 50 ns<"),
        "{svg}"
    );
    assert!(!svg.contains("running"), "{svg}");
}

#[test]
fn a_time_has_a_unit_that_suits_its_size() {
    assert_eq!(readable(12.4), "12 ns");
    assert_eq!(readable(45_678.0), "45.7 µs");
    assert_eq!(readable(3_210_000.0), "3.2 ms");
}
