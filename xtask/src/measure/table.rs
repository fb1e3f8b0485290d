//! Figures next to each other: as text, as Markdown, as data for another program.

use super::build::Figures as Build;
use super::cargo::Package;
use super::columns::Columns;
use super::generator::Figures as Generation;
use crate::cli::Format;
use crate::failure::Failure;
use crate::output::pretty;

/// Builds, and their ratios to those of the first program.
pub(crate) fn print_builds(builds: &[Build], format: Format) -> Result<String, Failure> {
    if let Format::Json = format {
        return pretty(&builds);
    }
    let heads = [
        "build",
        "program",
        "wall s",
        "ratio",
        "CPU s",
        "ratio",
        "peak MB",
        "crates",
        "library CPU s",
        "build scripts CPU s",
        "stripped kB",
        "main.rs changed: wall s",
        "ratio",
        "CPU s",
        "ratio",
    ];
    let rows = builds
        .iter()
        .map(|build| row(build, baseline(builds, build)));
    let mut out = Columns::new(&heads, rows).print(format);
    for build in builds {
        out.push_str(&differences(build, baseline(builds, build)));
    }
    Ok(out)
}

/// Generations, and what an operation adds.
pub(crate) fn print_generations(all: &[Generation], format: Format) -> Result<String, Failure> {
    if let Format::Json = format {
        return pretty(&all);
    }
    let heads = [
        "operations",
        "files",
        "kB",
        "wall s",
        "CPU s",
        "peak MiB",
        "wall ms per operation",
    ];
    let rows = all.iter().map(|it| {
        let operations = u32::try_from(it.operations).unwrap_or(u32::MAX);
        vec![
            it.operations.to_string(),
            it.files.to_string(),
            (it.bytes / 1000).to_string(),
            format!("{:.3}", it.cost.wall_seconds),
            format!("{:.3}", it.cost.cpu_seconds),
            (it.cost.peak_memory_bytes >> 20).to_string(),
            format!("{:.2}", it.cost.wall_seconds * 1e3 / f64::from(operations)),
        ]
    });
    Ok(Columns::new(&heads, rows).print(format))
}

/// The build that `build` is compared with: that of the first program, in the same way.
fn baseline<'b>(builds: &'b [Build], build: &'b Build) -> &'b Build {
    let same = builds.iter().find(|it| it.profile == build.profile);
    same.unwrap_or(build)
}

fn row(build: &Build, baseline: &Build) -> Vec<String> {
    const NONE: &str = "-";
    let seconds = |seconds: f64| format!("{seconds:.2}");
    let (cold, other) = (build.cold, baseline.cold);
    let stripped = build.stripped_bytes.map(|bytes| (bytes / 1000).to_string());
    let mut row = vec![
        build.profile.name().to_owned(),
        build.program.to_owned(),
        seconds(cold.wall_seconds),
        ratio(cold.wall_seconds, other.wall_seconds),
        seconds(cold.cpu_seconds),
        ratio(cold.cpu_seconds, other.cpu_seconds),
        (cold.peak_memory_bytes / 1_000_000).to_string(),
        build.crates.to_string(),
        build.library_cpu_seconds.map_or(NONE.to_owned(), seconds),
        seconds(build.elsewhere_cpu_seconds),
        stripped.unwrap_or(NONE.to_owned()),
    ];
    row.extend(match (build.rebuild, baseline.rebuild) {
        (Some(cost), Some(other)) => [
            seconds(cost.wall_seconds),
            ratio(cost.wall_seconds, other.wall_seconds),
            seconds(cost.cpu_seconds),
            ratio(cost.cpu_seconds, other.cpu_seconds),
        ],
        _ => [NONE; 4].map(str::to_owned),
    });
    row
}

fn ratio(figure: f64, baseline: f64) -> String {
    format!("{:.2}", figure / baseline)
}

/// Where the compiler's time goes in which `build` and `baseline` differ: nothing if they are the same.
fn differences(build: &Build, baseline: &Build) -> String {
    /// The rest of them is small.
    const SHOWN: usize = 8;
    let only = |these: &[Package], those: &[Package]| {
        let mut only = these
            .iter()
            .filter(|this| !those.iter().any(|that| this.name == that.name));
        let shown = only.by_ref().take(SHOWN).map(|package| {
            let seconds = package.cost.cpu_seconds;
            format!("{} {} {seconds:.2} s", package.name, package.version)
        });
        let mut shown: Vec<_> = shown.collect();
        match only.count() {
            0 => {}
            more => shown.push(format!("{more} more")),
        }
        shown.join(", ")
    };
    if build.program == baseline.program {
        return String::new();
    }
    let (name, other) = (build.program, baseline.program);
    format!(
        "\n{}, only {name}: {}\n{}, only {other}: {}\n",
        build.profile.name(),
        only(&build.packages, &baseline.packages),
        build.profile.name(),
        only(&baseline.packages, &build.packages),
    )
}

#[cfg(test)]
mod tests {
    use super::{Build, Format, Generation, print_builds, print_generations};
    use crate::measure::cargo::{Package, Profile};
    use crate::measure::cost::Cost;

    fn cost(seconds: f64) -> Cost {
        Cost {
            wall_seconds: seconds,
            cpu_seconds: 2.0 * seconds,
            peak_memory_bytes: 300_000_000,
        }
    }

    fn build(program: &'static str, seconds: f64, package: &str) -> Build {
        Build {
            profile: Profile::Check,
            program,
            cold: cost(seconds),
            rebuild: Some(cost(seconds / 10.0)),
            stripped_bytes: None,
            crates: 2,
            library_cpu_seconds: (program != "by hand").then_some(1.5),
            elsewhere_cpu_seconds: 0.25,
            packages: ["both", package]
                .map(|name| Package {
                    name: name.to_owned(),
                    version: "1.0.0".to_owned(),
                    cost: cost(0.5),
                })
                .into(),
        }
    }

    #[test]
    fn ratios_are_to_the_first_program() {
        let builds = [build("by hand", 8.0, "serde"), build("ours", 6.0, "types")];
        let text = print_builds(&builds, Format::Text).unwrap();
        let lines: Vec<Vec<_>> = text
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        let cells = "check ours 6.00 0.75 12.00 0.75 300 2 1.50 0.25 - 0.60 0.75 1.20 0.75";
        assert_eq!(lines[2].join(" "), cells);
        assert!(text.ends_with(
            "\ncheck, only ours: types 1.0.0 1.00 s\ncheck, only by hand: serde 1.0.0 1.00 s\n"
        ));
    }

    #[test]
    fn tells_the_packages_that_cost_most_and_counts_the_others() {
        let mut builds = [build("by hand", 8.0, "serde"), build("ours", 6.0, "types")];
        let more = (1..=9).map(|number| Package {
            name: format!("more{number}"),
            version: "1.0.0".to_owned(),
            cost: cost(0.25),
        });
        builds[0].packages.extend(more);
        builds[1].rebuild = None;
        let text = print_builds(&builds, Format::Markdown).unwrap();
        assert!(
            text.contains("only by hand: serde 1.0.0 1.00 s, more1 1.0.0 0.50 s, "),
            "{text}"
        );
        assert!(text.ends_with("more7 1.0.0 0.50 s, 2 more\n"), "{text}");
        let ours = text.lines().find(|line| line.contains("ours")).unwrap();
        let cells: Vec<_> = ours.split('|').map(str::trim).collect();
        assert_eq!(cells[cells.len() - 5..], ["-", "-", "-", "-", ""], "{ours}");
    }

    #[test]
    fn says_what_an_operation_of_a_generation_takes() {
        let generations = [Generation {
            operations: 20,
            files: 136,
            bytes: 1_234_567,
            cost: cost(0.25),
        }];
        let text = print_generations(&generations, Format::Text).unwrap();
        let cells: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(
            cells,
            ["20", "136", "1234", "0.250", "0.500", "286", "12.50"]
        );
    }

    #[test]
    fn data_has_a_name_for_every_figure() {
        let builds = [build("by hand", 2.0, "serde")];
        let text = print_builds(&builds, Format::Json).unwrap();
        let data: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(data[0]["profile"], "check");
        assert_eq!(data[0]["cold"]["cpu_seconds"], 4.0);
        assert_eq!(data[0]["stripped_bytes"], serde_json::Value::Null);
        assert_eq!(data[0]["packages"][1]["name"], "serde");
    }
}
