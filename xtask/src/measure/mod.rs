//! `cargo xtask measure`: what it costs to build a program that creates and retrieves a customer, with this crate and by hand.

mod cost;
mod program;
mod table;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use crate::cli::Measure;
use crate::failure::Failure;
use crate::workspace::Workspace;

use cost::{Cost, cost, in_shell, median};
use program::{PROGRAMS, Program, cargo};
pub(crate) use table::Table;

/// What it costs to build one program with one profile.
#[derive(Default)]
struct Builds {
    /// From downloaded packages alone.
    cold: Vec<Cost>,
    /// After a change to `main.rs`.
    rebuilds: Vec<Cost>,
    /// The library and what depends on it.
    libraries: Vec<Cost>,
    /// The size of the binary without symbols, if there is one.
    stripped_bytes: Option<u64>,
}

/// Measures the builds, and returns a table of the figures.
pub(crate) fn run(workspace: &Workspace, options: &Measure) -> Result<String, Failure> {
    program::publish(workspace)?;
    for program in &PROGRAMS {
        program.write(workspace)?;
        progress(&format!("{}: downloading packages", program.name));
        program.fetch(workspace)?;
    }
    let names = PROGRAMS.iter().map(|program| program.name);
    let heads = ["build", "figure"]
        .into_iter()
        .chain(names)
        .chain(["ratio"]);
    let mut table = vec![heads.map(str::to_owned).collect()];
    for profile in &options.profile {
        let builds = measure(workspace, profile, options)?;
        table.extend(rows(profile, &builds));
    }
    Ok(Table(table).to_string())
}

/// Builds all programs with one profile. They take turns, so that a machine that slows down does so for all of them.
fn measure(
    workspace: &Workspace,
    profile: &str,
    options: &Measure,
) -> Result<[Builds; PROGRAMS.len()], Failure> {
    let mut all: [Builds; PROGRAMS.len()] = Default::default();
    for run in 0..options.runs.get() {
        for (program, builds) in PROGRAMS.iter().zip(&mut all) {
            program.write(workspace)?;
            program.clean(workspace, &[])?;
            builds
                .cold
                .push(build(program, workspace, profile, "cold")?);
            if profile == "release" {
                let target = program.folder(workspace).join("target/release");
                builds.stripped_bytes = Some(stripped_size(&target.join(program.package))?);
            }
        }
        for rebuild in 0..options.rebuilds.get() {
            for (program, builds) in PROGRAMS.iter().zip(&mut all) {
                program.change(workspace, run * options.rebuilds.get() + rebuild)?;
                builds
                    .rebuilds
                    .push(build(program, workspace, profile, "main.rs changed")?);
            }
        }
        for (program, builds) in PROGRAMS.iter().zip(&mut all) {
            if let Some(library) = program.library {
                // Without `--release`, Cargo removes the library from the debug build.
                let release = (profile == "release").then_some("--release");
                let built: Vec<_> = ["--package", library].into_iter().chain(release).collect();
                program.clean(workspace, &built)?;
                builds
                    .libraries
                    .push(build(program, workspace, profile, "library")?);
            }
        }
    }
    Ok(all)
}

fn build(
    program: &Program,
    workspace: &Workspace,
    profile: &str,
    what: &str,
) -> Result<Cost, Failure> {
    let mut build = in_shell(cargo());
    build.args(match profile {
        "check" => &["check"][..],
        "debug" => &["build"],
        _ => &["build", "--release"],
    });
    build.args(["--quiet", "--offline"]);
    let cost = cost(program.cargo(workspace, build))?;
    let (name, seconds) = (program.name, cost.wall_seconds);
    progress(&format!("{name}, {profile}, {what}: {seconds:.1} s"));
    Ok(cost)
}

/// Prints a line about the progress of a measurement that takes minutes.
fn progress(line: &str) {
    // The measurement does not depend on it.
    let _ = writeln!(io::stderr(), "{line}");
}

/// The size of `binary` without symbols, as programs are shipped.
fn stripped_size(binary: &Path) -> Result<u64, Failure> {
    let stripped = binary.with_extension("stripped");
    let mut strip = Command::new("strip");
    strip.arg("-o").args([&stripped, binary]);
    program::run(&mut strip).map_err(|failure| failure.help("install the binutils"))?;
    match fs::metadata(&stripped) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) => Err(Failure::new(format!("{}: {error}", stripped.display()))),
    }
}

/// The rows of one profile: one for each figure.
fn rows(profile: &str, all: &[Builds]) -> Vec<Vec<String>> {
    type Figure = fn(&Builds) -> Option<f64>;
    let figures: [(&str, usize, Figure); 6] = [
        ("cold, wall s", 2, |it| wall(&it.cold)),
        ("cold, CPU s", 2, |it| cpu(&it.cold)),
        ("main.rs changed, wall s", 2, |it| wall(&it.rebuilds)),
        ("main.rs changed, CPU s", 2, |it| cpu(&it.rebuilds)),
        // What was built with the library is subtracted.
        ("library alone, CPU s", 2, |it| {
            Some(cpu(&it.libraries)? - cpu(&it.rebuilds)?)
        }),
        ("stripped binary, kB", 0, |it| {
            let kilobytes = u32::try_from(it.stripped_bytes? / 1000).ok()?;
            Some(kilobytes.into())
        }),
    ];
    let row = |&(name, decimals, figure): &(&str, usize, Figure)| {
        let values: Vec<_> = all.iter().map(figure).collect();
        let print =
            |value: &Option<f64>| value.map_or("-".to_owned(), |it| format!("{it:.decimals$}"));
        let ratio = match (values.first(), values.last()) {
            (Some(Some(first)), Some(Some(last))) => format!("{:.2}", last / first),
            _ => "-".to_owned(),
        };
        let cells = [profile.to_owned(), name.to_owned()].into_iter();
        let cells = cells
            .chain(values.iter().map(print))
            .chain([ratio])
            .collect();
        values.iter().any(Option::is_some).then_some(cells)
    };
    figures.iter().filter_map(row).collect()
}

fn wall(costs: &[Cost]) -> Option<f64> {
    median(costs.iter().map(|cost| cost.wall_seconds))
}

fn cpu(costs: &[Cost]) -> Option<f64> {
    median(costs.iter().map(|cost| cost.cpu_seconds))
}

#[cfg(test)]
mod tests {
    use super::{Builds, Cost, rows};

    fn cost(seconds: f64) -> Vec<Cost> {
        vec![Cost {
            wall_seconds: seconds,
            cpu_seconds: 2.0 * seconds,
        }]
    }

    #[test]
    fn every_figure_has_a_row_and_a_ratio_to_the_program_by_hand() {
        let by_hand = Builds {
            cold: cost(8.0),
            rebuilds: cost(1.0),
            libraries: vec![],
            stripped_bytes: Some(6_000_000),
        };
        let ours = Builds {
            cold: cost(6.0),
            rebuilds: cost(0.5),
            libraries: cost(2.0),
            stripped_bytes: Some(6_300_000),
        };
        let rows = rows("release", &[by_hand, ours]);
        let rows: Vec<_> = rows.iter().map(|row| row.join(" | ")).collect();
        assert_eq!(
            rows,
            [
                "release | cold, wall s | 8.00 | 6.00 | 0.75",
                "release | cold, CPU s | 16.00 | 12.00 | 0.75",
                "release | main.rs changed, wall s | 1.00 | 0.50 | 0.50",
                "release | main.rs changed, CPU s | 2.00 | 1.00 | 0.50",
                "release | library alone, CPU s | - | 3.00 | -",
                "release | stripped binary, kB | 6000 | 6300 | 1.05",
            ]
        );
    }

    #[test]
    fn a_figure_that_no_program_has_has_no_row() {
        let builds = || Builds {
            cold: cost(8.0),
            ..Builds::default()
        };
        assert_eq!(rows("check", &[builds(), builds()]).len(), 2);
    }
}
