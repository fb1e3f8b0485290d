//! The measured programs: each creates and retrieves a customer.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::compare::FileChange;
use crate::failure::Failure;
use crate::inputs::{RESTORE, read};
use crate::named_path::NamedPath;
use crate::replace::replace;
use crate::workspace::{CRATE, Workspace};

/// A program and its manifest.
pub(crate) struct Program {
    /// The head of its column.
    pub(crate) name: &'static str,
    /// The name of its package: also that of its folder and its binary.
    pub(crate) package: &'static str,
    /// The package that replaces hand-written code, if any.
    pub(crate) library: Option<&'static str>,
    manifest: &'static str,
    main: &'static str,
}

/// The programs; the others are compared with the first.
pub(crate) const PROGRAMS: [Program; 2] = [
    Program {
        name: "by hand",
        package: "by-hand",
        library: None,
        manifest: include_str!("../../programs/by_hand.toml"),
        main: include_str!("../../programs/by_hand.rs"),
    },
    Program {
        name: "stripe-customers",
        package: "with-stripe-customers",
        library: Some("stripe-customers"),
        manifest: include_str!("../../programs/stripe_customers.toml"),
        main: include_str!("../../programs/stripe_customers.rs"),
    },
];

/// The prefixes of the environment variables that say how to build.
const SETTINGS: [&str; 7] = [
    "CARGO_BUILD_",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_PROFILE_",
    "CARGO_TARGET_",
    "RUSTC",
    "RUSTFLAGS",
];

impl Program {
    /// The folder of its package.
    pub(crate) fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.scratch().join("build").join(self.package)
    }

    /// Writes its package, which uses the versions in the lock file of the workspace.
    pub(crate) fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let folder = NamedPath::given(&self.folder(workspace));
        let lock = read(&workspace.at("Cargo.lock"), RESTORE)?;
        // The struct of the decoding benchmark.
        let customer = workspace.at(CRATE).inside("benches/support/by_hand.rs");
        let customer = read(&customer, RESTORE)?;
        let config = cargo_config(&registry(workspace));
        let file = |name, text| FileChange::to(folder.inside(name), text);
        replace(&[
            file("Cargo.toml", self.manifest),
            file("Cargo.lock", &lock),
            file(".cargo/config.toml", &config),
            file("src/customer.rs", &customer),
            file("src/main.rs", self.main),
        ])
    }

    /// Changes its `main.rs`; every `number` gives another program.
    pub(crate) fn change(&self, workspace: &Workspace, number: usize) -> Result<(), Failure> {
        let place = NamedPath::given(&self.folder(workspace).join("src/main.rs"));
        replace(&[FileChange::to(place, &changed(self.main, number))])
    }

    /// Downloads its dependencies.
    pub(crate) fn fetch(&self, workspace: &Workspace) -> Result<(), Failure> {
        let mut fetch = Command::new(cargo());
        fetch.args(["fetch", "--quiet"]);
        run(&mut self.cargo(workspace, fetch))
    }

    /// Removes what was built, or only what `options` select.
    pub(crate) fn clean(&self, workspace: &Workspace, options: &[&str]) -> Result<(), Failure> {
        let mut clean = Command::new(cargo());
        clean.args(["clean", "--quiet", "--offline"]).args(options);
        run(&mut self.cargo(workspace, clean))
    }

    /// Cargo in the folder of the program, with the settings of a new package and not those of the workspace.
    pub(crate) fn cargo(&self, workspace: &Workspace, mut cargo: Command) -> Command {
        cargo.current_dir(self.folder(workspace));
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            if SETTINGS.iter().any(|prefix| name.starts_with(prefix)) {
                cargo.env_remove(&*name);
            }
        }
        cargo
    }
}

/// Packs the crate of the workspace as `cargo publish` does, and unpacks it into a registry that is a folder.
///
/// A path dependency would cost more: Cargo compiles it incrementally, as code that its user edits.
pub(crate) fn publish(workspace: &Workspace) -> Result<(), Failure> {
    // All packages of the workspace have the same version.
    const NAME: &str = concat!("stripe-customers-", env!("CARGO_PKG_VERSION"));
    let packages = workspace.scratch().join("packages");
    let registry = registry(workspace);
    let mut pack = Command::new(cargo());
    pack.args(["package", "--quiet", "--no-verify", "--allow-dirty"])
        .args(["--package", "stripe-customers", "--target-dir"])
        .arg(&packages)
        .current_dir(workspace.root());
    run(&mut pack)?;
    // Cargo requires the file, and checks the files that it lists: none.
    let checksums = registry.join(NAME).join(".cargo-checksum.json");
    replace(&[FileChange::to(
        NamedPath::given(&checksums),
        r#"{"files":{},"package":null}"#,
    )])?;
    let archive = packages.join("package").join(format!("{NAME}.crate"));
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(&archive).arg("-C").arg(&registry);
    run(&mut unpack)
}

fn registry(workspace: &Workspace) -> PathBuf {
    workspace.scratch().join("registry")
}

/// Replaces the registry `measured` by `folder`. Cargo never asks its index; RFC 2606 reserves the domain.
fn cargo_config(folder: &Path) -> String {
    format!(
        "[registries.measured]\nindex = \"https://registry.invalid/\"\n\n\
         [source.measured]\nregistry = \"https://registry.invalid/\"\nreplace-with = \"folder\"\n\n\
         [source.folder]\ndirectory = '{}'\n",
        folder.display()
    )
}

/// The program `cargo` that started this one.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Runs `command`, which must succeed; its errors go to standard error.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().display().to_string();
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(format!("{name} failed; see the output above"))),
        Err(error) => Err(Failure::new(format!("cannot start {name}: {error}"))),
    }
}

/// `main` with another output.
fn changed(main: &str, number: usize) -> String {
    let printed = format!("println!(\"{{:?}} ({number})\"");
    main.replacen("println!(\"{:?}\"", &printed, 1)
}

#[cfg(test)]
mod tests {
    use super::{PROGRAMS, changed};

    #[test]
    fn every_number_gives_another_program() {
        for program in &PROGRAMS {
            let name = program.name;
            assert_ne!(changed(program.main, 0), program.main, "{name}");
            assert_ne!(changed(program.main, 0), changed(program.main, 1), "{name}");
        }
    }
}
