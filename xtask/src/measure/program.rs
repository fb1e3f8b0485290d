//! The measured programs: each creates and retrieves a customer.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::Failure;
use crate::inputs::{RESTORE, read};
use crate::named_path::NamedPath;
use crate::workspace::Workspace;

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

impl Program {
    /// The folder of its package.
    pub(crate) fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.scratch().join("build").join(self.package)
    }

    /// Writes its package, which uses the versions in the lock file of the workspace.
    pub(crate) fn write(&self, workspace: &Workspace) -> Result<(), Failure> {
        let folder = NamedPath::given(&self.folder(workspace));
        let registry = registry(workspace);
        let lock = read(&workspace.lock(), RESTORE)?;
        // The struct of the decoding benchmark.
        let customer = workspace.member().inside("benches/support/by_hand.rs");
        for (name, text) in [
            ("Cargo.toml", self.manifest),
            ("Cargo.lock", &lock),
            (".cargo/config.toml", &cargo_config(&registry)),
            ("src/customer.rs", &read(&customer, RESTORE)?),
            ("src/main.rs", self.main),
        ] {
            write(&folder.inside(name), text)?;
        }
        Ok(())
    }

    /// Changes its `main.rs`; every `number` gives another program.
    pub(crate) fn change(&self, workspace: &Workspace, number: usize) -> Result<(), Failure> {
        let main = NamedPath::given(&self.folder(workspace).join("src/main.rs"));
        write(&main, &changed(self.main, number))
    }

    /// Cargo in the folder of the program, with the settings of a user and not those of the workspace.
    pub(crate) fn cargo(&self, workspace: &Workspace, mut cargo: Command) -> Command {
        cargo.current_dir(self.folder(workspace));
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_build_setting) {
                cargo.env_remove(name);
            }
        }
        cargo
    }
}

/// Packs the crate of the workspace as `cargo publish` does, and unpacks it into a registry that is a folder.
///
/// A path dependency would cost more: Cargo compiles it incrementally, as code that its user edits.
pub(crate) fn publish(workspace: &Workspace) -> Result<(), Failure> {
    let packages = workspace.scratch().join("packages");
    let registry = registry(workspace);
    super::remove(&packages)?;
    super::remove(&registry)?;
    fs::create_dir_all(&registry).map_err(|error| {
        Failure::new(format!(
            "{}: cannot be created: {error}",
            registry.display()
        ))
    })?;
    let mut pack = Command::new(cargo());
    pack.args(["package", "--quiet", "--no-verify", "--allow-dirty"])
        .args(["--package", "stripe-customers", "--target-dir"])
        .arg(&packages)
        .current_dir(workspace.root());
    run(&mut pack)?;
    let archives = fs::read_dir(packages.join("package")).into_iter().flatten();
    let is_archive = |path: &PathBuf| path.extension().is_some_and(|it| it == "crate");
    let archive = archives
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(is_archive)
        .ok_or_else(|| Failure::new("`cargo package` wrote no archive"))?;
    let mut unpack = Command::new("tar");
    unpack.arg("-xzf").arg(&archive).arg("-C").arg(&registry);
    run(&mut unpack)?;
    let name = archive.file_stem().unwrap_or_default();
    let checksums = registry.join(name).join(".cargo-checksum.json");
    // Cargo requires the file, and checks what it lists: nothing.
    write(
        &NamedPath::given(&checksums),
        r#"{"files":{},"package":null}"#,
    )
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
pub(crate) fn cargo() -> std::ffi::OsString {
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

/// Whether an environment variable says how to build. Where packages come from, and where they are kept, does not.
fn is_build_setting(name: &str) -> bool {
    const OTHERS: [&str; 6] = [
        "CARGO_HOME",
        "CARGO_HTTP_",
        "CARGO_NET_",
        "CARGO_REGISTR",
        "CARGO_SOURCE_",
        "CARGO_TERM_",
    ];
    name.starts_with("RUSTC")
        || name == "RUSTFLAGS"
        || name.starts_with("CARGO_") && !OTHERS.iter().any(|it| name.starts_with(it))
}

/// `main` with another output.
fn changed(main: &str, number: usize) -> String {
    let printed = format!("println!(\"{{:?}} ({number})\"");
    main.replacen("println!(\"{:?}\"", &printed, 1)
}

/// Writes a file and its folders, unless it has this text: a new time of change makes Cargo build again.
fn write(place: &NamedPath, text: &str) -> Result<(), Failure> {
    let path = place.path();
    if fs::read(path).is_ok_and(|found| found == text.as_bytes()) {
        return Ok(());
    }
    let written = || -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    };
    written().map_err(|error| Failure::at(place, &format!("cannot be written: {error}"), None))
}

#[cfg(test)]
mod tests {
    use super::{PROGRAMS, changed, is_build_setting};

    #[test]
    fn every_number_gives_another_program() {
        for program in &PROGRAMS {
            let name = program.name;
            assert_ne!(changed(program.main, 0), program.main, "{name}");
            assert_ne!(changed(program.main, 0), changed(program.main, 1), "{name}");
        }
    }

    #[test]
    fn the_settings_of_the_workspace_do_not_count() {
        for (name, expected) in [
            ("CARGO_INCREMENTAL", true),
            ("CARGO_PROFILE_DEV_DEBUG", true),
            ("RUSTFLAGS", true),
            ("RUSTC_WRAPPER", true),
            ("CARGO_HOME", false),
            ("CARGO_REGISTRIES_X_INDEX", false),
            ("PATH", false),
            ("RUSTUP_TOOLCHAIN", false),
            ("CARGO", false),
        ] {
            assert_eq!(is_build_setting(name), expected, "{name}");
        }
    }
}
