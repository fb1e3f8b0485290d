//! What the benchmarks print, as a picture.

use super::svg::{Bar, Chart, Group, Role};

/// The picture of what `cargo bench -p stripe-customers` printed.
///
/// Of that, a headline stands alone, and each line after it has a name, a time, its unit, and the ratio to the first.
pub(super) fn picture(text: &str) -> Result<String, String> {
    let mut groups: Vec<Group> = vec![];
    for line in text.lines() {
        match (bar(line), groups.last_mut()) {
            (Some(bar), Some(group)) => group.bars.push(bar),
            _ => groups.push(Group {
                name: line.trim().to_owned(),
                bars: vec![],
            }),
        }
    }
    groups.retain(|group| !group.bars.is_empty());
    if groups.is_empty() {
        return Err("expected the output of a benchmark, found no times".to_owned());
    }
    Ok(Chart {
        title: "Time to decode, to encode, to call",
        unit: "Ratio to the first of each group, measured in turns in one run: shorter is faster",
        groups,
    }
    .draw())
}

/// The bar that a line with a time means: `  stripe_customers      1234 ns   0.52`.
fn bar(line: &str) -> Option<Bar> {
    let rest = line.strip_prefix("  ")?;
    let (rest, ratio) = rest.trim_end().rsplit_once(char::is_whitespace)?;
    let (rest, unit) = rest.trim_end().rsplit_once(char::is_whitespace)?;
    let (name, time) = rest.trim_end().rsplit_once(char::is_whitespace)?;
    let ratio: f64 = ratio.parse().ok()?;
    let nanoseconds: f64 = time.parse().ok().filter(|_| unit == "ns")?;
    let name = name.trim().to_owned();
    Some(Bar {
        role: match name.starts_with("stripe_customers") {
            true => Role::Ours,
            false => Role::Other,
        },
        name,
        ratio,
        value: format!("{ratio:.2}, {}", readable(nanoseconds)),
    })
}

/// A time as a person reads it.
fn readable(nanoseconds: f64) -> String {
    match nanoseconds {
        few if few < 1e3 => format!("{few:.0} ns"),
        more if more < 1e6 => format!("{:.1} µs", more / 1e3),
        many => format!("{:.1} ms", many / 1e6),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::{bar, picture, readable};

    #[test]
    fn reads_what_a_benchmark_prints() {
        let bar =
            bar("  stripe_customers::from_json                          1957 ns   0.69").unwrap();
        assert_eq!(bar.name, "stripe_customers::from_json");
        assert_eq!(bar.value, "0.69, 2.0 µs");
        assert!(super::bar("decode small, indented, 1025 bytes").is_none());
        assert!(
            super::bar("     Running benches/decode.rs (target/release/deps/decode-1)").is_none()
        );
    }

    #[test]
    fn leaves_out_what_cargo_prints() {
        let text =
            "running\n\nencode\n  serde_qs   100 ns   1.00\n  stripe_customers   50 ns   0.50\n";
        let svg = picture(text).unwrap();
        assert!(
            svg.contains(">encode<") && svg.contains(">0.50, 50 ns<"),
            "{svg}"
        );
        assert!(!svg.contains("running"), "{svg}");
        assert!(picture("running\n").is_err());
    }

    #[test]
    fn writes_times_for_people() {
        assert_eq!(readable(12.4), "12 ns");
        assert_eq!(readable(45_678.0), "45.7 µs");
        assert_eq!(readable(3_210_000.0), "3.2 ms");
    }
}
