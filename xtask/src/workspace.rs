//! The paths of the files that the commands read and write.

use std::env;
use std::path::{self, Path, PathBuf};

use crate::failure::Failure;
use crate::named_path::NamedPath;

/// The configuration of the generator.
pub(crate) const CONFIG: &str = "spec/config.yaml";
/// The document that the crate is made from.
pub(crate) const DOCUMENT: &str = "spec/openapi.json";
/// The overlay that is applied to it.
pub(crate) const OVERLAY: &str = "spec/overlay.yaml";
/// The origin of the document.
pub(crate) const PROVENANCE: &str = "spec/provenance.json";
/// The changelog of the published crate.
pub(crate) const CHANGELOG: &str = "CHANGELOG.md";
/// The folder of the published crate.
pub(crate) const CRATE: &str = "stripe-customers";
/// The folder of the generated code.
pub(crate) const GENERATED: &str = "stripe-customers/src/generated";

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
            .find_map(|start| start.ancestors().find(|it| it.join(CONFIG).is_file()))
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

    /// The file or the folder `name`, with `/` between the parts, in this workspace.
    pub(crate) fn at(&self, name: &str) -> NamedPath {
        NamedPath::below(&self.root, name)
    }
}
