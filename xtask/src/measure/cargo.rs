//! Cargo, measured.

use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

use serde::Serialize;

use super::cost::Cost;
use super::record::{self, Entry, Unit};
use crate::failure::Failure;

/// The way a program is built.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Profile {
    /// `cargo check`
    Check,
    /// `cargo build`
    Debug,
    /// `cargo build --release`
    Release,
}

impl Profile {
    /// Its name, as it is printed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["check"],
            Self::Debug => &["build"],
            Self::Release => &["build", "--release"],
        }
    }
}

/// What a build has cost, and where.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Built {
    /// All of it, Cargo and the build scripts included.
    pub(crate) cost: Cost,
    /// The packages that were compiled, the most expensive first.
    pub(crate) packages: Vec<Package>,
}

/// A package, and what the compiler took for all its libraries, programs and build scripts.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) cost: Cost,
}

impl Built {
    /// The time of the compiler for the package `name`.
    pub(crate) fn cpu_of(&self, name: &str) -> f64 {
        let of = self.packages.iter().filter(|package| package.name == name);
        of.map(|package| package.cost.cpu_seconds).sum()
    }

    /// The time that was not spent in the compiler: in build scripts and what they call, and in Cargo.
    pub(crate) fn cpu_elsewhere(&self) -> f64 {
        let compiler: f64 = self.packages.iter().map(|it| it.cost.cpu_seconds).sum();
        (self.cost.cpu_seconds - compiler).max(0.0)
    }

    fn new(entries: Vec<Entry>) -> Option<Self> {
        // Cargo ends after all that it starts.
        let cost = entries.last()?.cost;
        let mut packages: Vec<Package> = Vec::new();
        for (unit, cost) in entries
            .into_iter()
            .filter_map(|entry| entry.unit.map(|unit| (unit, entry.cost)))
        {
            let Unit { package, version } = unit;
            match packages
                .iter_mut()
                .find(|it| it.name == package && it.version == version)
            {
                Some(known) => known.cost += cost,
                None => packages.push(Package {
                    name: package,
                    version,
                    cost,
                }),
            }
        }
        packages.sort_by(|a, b| b.cost.cpu_seconds.total_cmp(&a.cost.cpu_seconds));
        Some(Self { cost, packages })
    }
}

/// Builds the package in `folder` without the network, into the folder `target` in it.
pub(crate) fn build(folder: &Path, profile: Profile) -> Result<Built, Failure> {
    let log = folder.join("costs.jsonl");
    let mut command = cargo(folder, profile.arguments());
    command.args(["--quiet", "--offline"]);
    let failed = |problem: String| Failure::new(format!("{}: {problem}", folder.display()));
    record::record_compiler(&mut command, &log).map_err(failed)?;
    let mut command = record::recorded(&command, &log).map_err(failed)?;
    run(&mut command, folder)?;
    let entries = record::take(&log).map_err(failed)?;
    Built::new(entries).ok_or_else(|| failed("Cargo left no record of what it did".to_owned()))
}

/// Downloads what the package in `folder` depends on.
pub(crate) fn fetch(folder: &Path) -> Result<(), Failure> {
    run(&mut cargo(folder, &["fetch", "--quiet"]), folder)
}

/// The command line of Cargo, with the settings that a user would have, and not those of the workspace.
fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(folder);
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(is_setting) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether a variable of the environment says how to build, or of which package this program is.
fn is_setting(name: &str) -> bool {
    /// Where packages come from, and where they are kept.
    const ELSEWHERE: [&str; 6] = [
        "CARGO_HOME",
        "CARGO_HTTP_",
        "CARGO_NET_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
    ];
    name.starts_with("RUSTC")
        || name == "RUSTFLAGS"
        || name.starts_with("CARGO_") && !ELSEWHERE.iter().any(|it| name.starts_with(it))
}

fn run(command: &mut Command, folder: &Path) -> Result<(), Failure> {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| {
            let program = command.get_program().display();
            Failure::new(format!("cannot start {program}: {error}"))
                .help("if it was built anew while it measured, start it again")
        })?;
    if status.success() {
        return Ok(());
    }
    let folder = folder.display();
    let failure = Failure::new(format!("{folder}: Cargo failed, and has said why above"));
    Err(failure.help("build it there by hand; without a network nothing can be downloaded"))
}

#[cfg(test)]
mod tests {
    use super::{Built, Cost, Entry, Unit, is_setting};

    fn entry(cpu_seconds: f64, unit: Option<(&str, &str)>) -> Entry {
        let cost = Cost {
            cpu_seconds,
            ..Cost::default()
        };
        let unit = unit.map(|(package, version)| Unit {
            package: package.to_owned(),
            version: version.to_owned(),
        });
        Entry { cost, unit }
    }

    #[test]
    fn adds_up_the_parts_of_a_package() {
        let built = Built::new(vec![
            entry(0.25, None),
            entry(1.0, Some(("a", "1.0.0"))),
            entry(2.0, Some(("b", "1.0.0"))),
            entry(4.0, Some(("a", "1.0.0"))),
            entry(8.0, Some(("a", "2.0.0"))),
            entry(32.0, None),
        ])
        .unwrap();
        let packages: Vec<_> = built
            .packages
            .iter()
            .map(|it| (it.name.as_str(), it.version.as_str(), it.cost.cpu_seconds))
            .collect();
        assert_eq!(
            packages,
            [
                ("a", "2.0.0", 8.0),
                ("a", "1.0.0", 5.0),
                ("b", "1.0.0", 2.0)
            ]
        );
        assert!((built.cpu_of("a") - 13.0).abs() < 1e-9);
        assert!((built.cpu_elsewhere() - 17.0).abs() < 1e-9);
    }

    #[test]
    fn leaves_out_what_the_workspace_is_built_with() {
        for name in [
            "CARGO_INCREMENTAL",
            "CARGO_PROFILE_DEV_DEBUG",
            "RUSTFLAGS",
            "RUSTC_WRAPPER",
        ] {
            assert!(is_setting(name), "{name}");
        }
        for name in [
            "CARGO_HOME",
            "CARGO_REGISTRIES_X_INDEX",
            "PATH",
            "RUSTUP_TOOLCHAIN",
            "CARGO",
        ] {
            assert!(!is_setting(name), "{name}");
        }
    }
}
