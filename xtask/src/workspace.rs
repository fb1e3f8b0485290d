//! The paths of the files that the commands read and write.

use std::env;
use std::path::{self, Path, PathBuf};

use crate::failure::Failure;
use crate::named_path::NamedPath;

const CONFIG: &str = "spec/config.yaml";

/// The workspace that the commands work on.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace at `root`, or else the one around this package or the current folder.
    ///
    /// Cargo passes the folder of the package to a program that it runs; a program that is started by hand searches from the
    /// current folder. No path is fixed when the program is built, so it can be moved.
    pub(crate) fn find(root: Option<PathBuf>) -> Result<Self, Failure> {
        if let Some(root) = root {
            return Ok(Self { root });
        }
        let starts = [
            env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from),
            env::current_dir().ok(),
        ];
        starts
            .iter()
            .flatten()
            .find_map(|start| start.ancestors().find(|folder| is_root(folder)))
            .map(|root| Self {
                root: root.to_owned(),
            })
            .ok_or_else(|| {
                Failure::new(format!(
                    "expected to be inside the workspace, found no folder above with {CONFIG}"
                ))
                .help("go there, or name it with --root DIR")
            })
    }

    /// The root folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder for the builds that are measured.
    pub(crate) fn scratch(&self) -> PathBuf {
        let folder = self.root.join("target/measure");
        // The builds run in folders of their own.
        path::absolute(&folder).unwrap_or(folder)
    }

    /// The configuration of the generator.
    pub(crate) fn config(&self) -> NamedPath {
        NamedPath::below(&self.root, CONFIG)
    }

    /// The document that the crate is made from.
    pub(crate) fn document(&self) -> NamedPath {
        NamedPath::below(&self.root, "spec/openapi.json")
    }

    /// The overlay that is applied to it.
    pub(crate) fn overlay(&self) -> NamedPath {
        NamedPath::below(&self.root, "spec/overlay.yaml")
    }

    /// The origin of the document.
    pub(crate) fn provenance(&self) -> NamedPath {
        NamedPath::below(&self.root, "spec/provenance.json")
    }

    /// The manifest of the workspace.
    pub(crate) fn manifest(&self) -> NamedPath {
        NamedPath::below(&self.root, "Cargo.toml")
    }

    /// The lock file of the workspace.
    pub(crate) fn lock(&self) -> NamedPath {
        NamedPath::below(&self.root, "Cargo.lock")
    }

    /// The changelog of the published crate.
    pub(crate) fn changelog(&self) -> NamedPath {
        NamedPath::below(&self.root, "CHANGELOG.md")
    }

    /// The measured figures and their charts.
    pub(crate) fn results(&self) -> NamedPath {
        NamedPath::below(&self.root, "stripe-customers/benches/results")
    }

    /// The folder of the published crate.
    pub(crate) fn member(&self) -> NamedPath {
        NamedPath::below(&self.root, "stripe-customers")
    }

    /// The folder of the generated code.
    pub(crate) fn generated(&self) -> NamedPath {
        NamedPath::below(&self.root, "stripe-customers/src/generated")
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join(CONFIG).is_file()
}
