//! `cargo xtask draw`: the charts of what was measured.
//!
//! The figures are the committed output of the commands that measure. The same figures give the same bytes.

mod chart;

use std::time::Instant;

use crate::compare::FileChange;
use crate::failure::{Failure, both};
use crate::inputs::read;
use crate::measure::Table;
use crate::named_path::NamedPath;
use crate::output::seconds;
use crate::replace::replace;
use crate::workspace::Workspace;

use chart::{Bar, Chart, Group};

/// Draws both charts.
pub(crate) fn run(workspace: &Workspace) -> Result<String, Failure> {
    let started = Instant::now();
    let folder = workspace.at("stripe-customers/benches/results");
    let charts = both(
        chart(&folder.inside("builds.md"), "cargo xtask measure", builds),
        chart(
            &folder.inside("speed.txt"),
            "cargo bench -p stripe-customers",
            speed,
        ),
    );
    let (builds, speed) = charts.map_err(Failure::nothing_written)?;
    replace(&[
        FileChange::to(folder.inside("builds.svg"), &builds),
        FileChange::to(folder.inside("speed.svg"), &speed),
    ])?;
    Ok(format!(
        "charts      {folder}: builds.svg, speed.svg\ntime        {}\n",
        seconds(started.elapsed())
    ))
}

/// The chart of the figures in the file `results`, which `command` prints.
fn chart(
    results: &NamedPath,
    command: &str,
    draw: fn(&str) -> Option<String>,
) -> Result<String, Failure> {
    let help = format!("write it with `{command} > {results}`");
    draw(&read(results, &help)?).ok_or_else(|| {
        let problem = format!("expected the output of `{command}`, found something else");
        Failure::at(results, problem).help(help.as_str())
    })
}

/// The chart of the output of `measure`: the figures that have a ratio, except wall times.
fn builds(text: &str) -> Option<String> {
    let Table(rows) = Table::parse(text)?;
    let (heads, rows) = rows.split_first()?;
    let [_, _, by_hand, ours, _] = heads.as_slice() else {
        return None;
    };
    let groups = rows.iter().filter_map(|row| {
        let [build, figure, first, second, ratio] = row.as_slice() else {
            return None;
        };
        let (what, unit) = figure.rsplit_once(' ')?;
        let ratio: f64 = ratio.parse().ok()?;
        let bar = |name: &str, is_ours, value: &str, ratio: f64| Bar {
            name: name.to_owned(),
            is_ours,
            ratio,
            value: format!("{ratio:.2}, {value} {unit}"),
        };
        (!what.ends_with("wall")).then(|| Group {
            name: format!("{build}: {}", what.trim_end_matches(',')),
            bars: vec![
                bar(by_hand, false, first, 1.0),
                bar(ours, true, second, ratio),
            ],
        })
    });
    Chart {
        title: "Building a program that creates and retrieves a customer",
        unit: "Ratio to the program by hand: shorter is cheaper",
        groups: groups.collect(),
    }
    .draw()
}

/// The chart of the output of the benchmarks: a headline, and below it indented lines with a name, a time, its unit, and the
/// ratio to the first line.
fn speed(text: &str) -> Option<String> {
    let mut groups: Vec<Group> = vec![];
    for line in text.lines() {
        match (speed_bar(line), groups.last_mut()) {
            (Some(bar), Some(group)) => group.bars.push(bar),
            _ => groups.push(Group {
                name: line.trim().to_owned(),
                bars: vec![],
            }),
        }
    }
    // What Cargo prints has no bars.
    groups.retain(|group| !group.bars.is_empty());
    Chart {
        title: "Time to decode, to encode, to call",
        unit: "Ratio to the first of each group, measured in turns in one run: shorter is faster",
        groups,
    }
    .draw()
}

/// The bar of a line such as `  stripe_customers      1234 ns   0.52`.
fn speed_bar(line: &str) -> Option<Bar> {
    let (rest, ratio) = line.strip_prefix("  ")?.trim_end().rsplit_once(' ')?;
    let (name, nanoseconds) = rest.trim_end().strip_suffix(" ns")?.rsplit_once(' ')?;
    let ratio: f64 = ratio.parse().ok()?;
    let name = name.trim().to_owned();
    Some(Bar {
        is_ours: name.starts_with("stripe_customers"),
        name,
        ratio,
        value: format!("{ratio:.2}, {}", readable(nanoseconds.parse().ok()?)),
    })
}

/// A time with a unit that suits its size.
fn readable(nanoseconds: f64) -> String {
    match nanoseconds {
        few if few < 1e3 => format!("{few:.0} ns"),
        more if more < 1e6 => format!("{:.1} µs", more / 1e3),
        many => format!("{:.1} ms", many / 1e6),
    }
}
