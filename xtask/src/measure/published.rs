//! The crate of the workspace as it would be published.
//!
//! A path dependency would be measured wrongly: Cargo takes it for code that its user works on, and compiles it
//! incrementally, which takes half as long again the first time. So the crate is put into a registry, which is
//! just a folder.

use std::fs;

use toml::Table;

use crate::failure::Failure;
use crate::inputs::{read, unreadable};
use crate::place::Place;
use crate::whole_crate::{self, GENERATED};
use crate::workspace::Workspace;

/// The name of the registry.
pub(super) const REGISTRY: &str = "measured";

/// Never asked: the folder takes its place. The domain is one that never exists.
const INDEX: &str = "https://registry.invalid/";

/// Puts the crate into the registry, and gives the configuration of Cargo that knows that.
pub(super) fn publish(workspace: &Workspace) -> Result<String, Failure> {
    let registry = workspace.scratch().join("registry");
    let package = Place::given(&registry.join("stripe-customers"));
    for file in whole_crate::scaffold(workspace)? {
        super::write(&package.inside(&file.path), &file.text)?;
    }
    copy(&workspace.generated(), &package.inside(GENERATED))?;
    // Cargo wants to know whether a file was changed; here all of them may be.
    let checksums = package.inside(".cargo-checksum.json");
    super::write(&checksums, r#"{"files":{},"package":null}"#)?;
    configuration(&registry.to_string_lossy())
}

fn configuration(registry: &str) -> Result<String, Failure> {
    let table = |entries: &[(&str, &str)]| {
        let entries = entries.iter();
        Table::from_iter(entries.map(|&(key, value)| (key.to_owned(), value.into())))
    };
    let sources = Table::from_iter([
        (
            REGISTRY.to_owned(),
            table(&[("registry", INDEX), ("replace-with", "folder")]).into(),
        ),
        (
            "folder".to_owned(),
            table(&[("directory", registry)]).into(),
        ),
    ]);
    let registries = Table::from_iter([(REGISTRY.to_owned(), table(&[("index", INDEX)]).into())]);
    let all = Table::from_iter([
        ("registries".to_owned(), registries.into()),
        ("source".to_owned(), sources.into()),
    ]);
    toml::to_string(&all).map_err(|error| Failure::new(error.to_string()))
}

/// All files in `from` and below.
fn copy(from: &Place, to: &Place) -> Result<(), Failure> {
    let unreadable = |error| unreadable(from, &error);
    for entry in fs::read_dir(from.path()).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let (from, to) = (from.inside(&name), to.inside(&name));
        if entry.file_type().map_err(unreadable)?.is_dir() {
            copy(&from, &to)?;
        } else {
            super::write(&to, &read(&from, "run `cargo xtask regenerate`")?)?;
        }
    }
    Ok(())
}
