//! `cargo xtask measure build`: what it costs to build a program that creates and retrieves a customer.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::Serialize;

use super::cargo::{self, Built, Package, Profile};
use super::cost::Cost;
use super::options::BuildOptions;
use super::program::{PROGRAMS, Program};
use super::{progress, remove, table};
use crate::failure::Failure;
use crate::output::Report;
use crate::workspace::Workspace;

/// What building one program in one way costs.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) profile: Profile,
    pub(crate) program: &'static str,
    /// From nothing but the downloaded packages: the median.
    pub(crate) cold: Cost,
    /// After a change to `main.rs`: the median.
    pub(crate) rebuild: Option<Cost>,
    /// The size of the program without symbols, if one was made.
    pub(crate) stripped_bytes: Option<u64>,
    /// How many packages were compiled.
    pub(crate) crates: usize,
    /// The time of the compiler for what stands in place of code by hand.
    pub(crate) library_cpu_seconds: Option<f64>,
    /// The time that went to build scripts, what they call, and Cargo.
    pub(crate) elsewhere_cpu_seconds: f64,
    /// Where the time of the compiler went in the last build, the most expensive first.
    pub(crate) packages: Vec<Package>,
}

/// One program while it is measured.
struct Candidate<'p> {
    program: &'p Program,
    cold: Vec<Built>,
    rebuilds: Vec<Cost>,
    stripped_bytes: Option<u64>,
}

/// Measures, and prints what was measured.
pub(crate) fn run(workspace: &Workspace, options: &BuildOptions) -> Result<Report, Failure> {
    let programs: Vec<&Program> = PROGRAMS
        .iter()
        .filter(|program| options.peers || !program.is_peer)
        .collect();
    for program in &programs {
        program.write(workspace)?;
        progress(&format!("{}: downloading what it needs", program.name));
        cargo::fetch(&program.folder(workspace))?;
    }
    let mut figures = Vec::new();
    for &profile in &options.profile {
        figures.extend(measure(workspace, &programs, profile, options)?);
    }
    table::print_builds(&figures, options.format).map(Report::fine)
}

/// All programs in one way: they take turns, so that a machine that gets slower does so for all of them.
fn measure(
    workspace: &Workspace,
    programs: &[&Program],
    profile: Profile,
    options: &BuildOptions,
) -> Result<Vec<Figures>, Failure> {
    let mut candidates: Vec<_> = programs.iter().map(|it| Candidate::new(it)).collect();
    for run in 0..options.runs.get() {
        for candidate in &mut candidates {
            candidate.build_cold(workspace, profile)?;
        }
        for rebuild in 0..options.rebuilds {
            for candidate in &mut candidates {
                let time = run * options.rebuilds + rebuild;
                candidate.rebuild(workspace, profile, time)?;
            }
        }
    }
    let figures = candidates.into_iter();
    Ok(figures.filter_map(|it| it.figures(profile)).collect())
}

impl<'p> Candidate<'p> {
    fn new(program: &'p Program) -> Self {
        Self {
            program,
            cold: Vec::new(),
            rebuilds: Vec::new(),
            stripped_bytes: None,
        }
    }

    fn build_cold(&mut self, workspace: &Workspace, profile: Profile) -> Result<(), Failure> {
        let folder = self.program.folder(workspace);
        self.program.write(workspace)?;
        remove(&folder.join("target"))?;
        let built = self.build(&folder, profile, "cold")?;
        self.cold.push(built);
        if profile == Profile::Release {
            let binary = folder.join("target/release").join(self.program.package());
            self.stripped_bytes = Some(stripped_size(&binary)?);
        }
        Ok(())
    }

    fn rebuild(
        &mut self,
        workspace: &Workspace,
        profile: Profile,
        time: usize,
    ) -> Result<(), Failure> {
        self.program.touch(workspace, time)?;
        let folder = self.program.folder(workspace);
        let built = self.build(&folder, profile, "main.rs changed")?;
        self.rebuilds.push(built.cost);
        Ok(())
    }

    fn build(&self, folder: &Path, profile: Profile, why: &str) -> Result<Built, Failure> {
        let start = Instant::now();
        let built = cargo::build(folder, profile)?;
        let (name, seconds) = (self.program.name, start.elapsed().as_secs_f64());
        progress(&format!(
            "{name}, {}, {why}: {seconds:.1} s",
            profile.name()
        ));
        Ok(built)
    }

    fn figures(self, profile: Profile) -> Option<Figures> {
        let costs: Vec<_> = self.cold.iter().map(|built| built.cost).collect();
        let of = |figure: &dyn Fn(&Built) -> f64| {
            super::cost::median(self.cold.iter().map(figure).collect())
        };
        let library = self.program.library;
        Some(Figures {
            profile,
            program: self.program.name,
            cold: Cost::median(&costs)?,
            rebuild: Cost::median(&self.rebuilds),
            stripped_bytes: self.stripped_bytes,
            crates: self.cold.last()?.packages.len(),
            library_cpu_seconds: library.and_then(|it| of(&|built| built.cpu_of(it))),
            elsewhere_cpu_seconds: of(&Built::cpu_elsewhere)?,
            packages: self.cold.into_iter().next_back()?.packages,
        })
    }
}

/// How large `binary` is without its symbols, as programs are shipped.
fn stripped_size(binary: &Path) -> Result<u64, Failure> {
    const HELP: &str = "install the binutils, or whatever has the program `strip` here";
    let failed = |problem: &dyn std::fmt::Display| {
        let binary = binary.display();
        Failure::new(format!("{binary}: cannot be stripped: {problem}")).help(HELP)
    };
    let stripped = binary.with_extension("stripped");
    let status = Command::new("strip")
        .arg("-o")
        .args([&stripped, binary])
        .status()
        .map_err(|error| failed(&error))?;
    if !status.success() {
        return Err(failed(&status));
    }
    let metadata = fs::metadata(&stripped).map_err(|error| failed(&error))?;
    Ok(metadata.len())
}
